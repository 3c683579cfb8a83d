using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using static DoubleRandom.Web.Tests.Api.Workflows.WorkflowServer;

namespace DoubleRandom.Web.Tests.Api.Workflows;

/// <summary>Commands under an Idempotency-Key: what is sent again is answered again and done once.</summary>
public class RepeatedCommandTests(WorkflowServer server) : IClassFixture<WorkflowServer>
{
    private static int _keys;

    [Fact]
    public async Task Command_IsDoneOnceAndAnswered_WhenTheConnectionWasLost()
    {
        var receipt = await server.DispatchedAsync();
        var (address, body) = (await server.TaskAsync(receipt, "accept") + "/complete", Said(receipt, new { outcome = "accepted" }, "police"));
        using (await SendAsync(address, JsonSerializer.Serialize(body), "lost-1"))
            await ApiServer.UntilAsync(async () => await VersionAsync(receipt) > receipt.Number("version")); // Nobody reads the answer before the connection is gone.
        var reached = await VersionAsync(receipt);

        var again = await server.PostAsync(address, body, key: "lost-1");
        Assert.Equal((reached, 1L), (again.Number("version"), again.GetProperty("openSteps").Number("draw")));
        await server.PostAsync(await server.TaskAsync(again, "draw") + "/drawn", Said(again, new { record = "D-1", items = new[] { "E-1" } }));
        var late = await server.PostAsync(address, body, key: "lost-1");
        Assert.Equal(again.GetRawText(), late.GetRawText()); // The same answer, although the matter has moved on.
        Assert.Equal(["task-over"], (await server.PostAsync(address, body, HttpStatusCode.Conflict)).Codes());
        Assert.Equal(1, await JournalAsync(receipt, "\"Accept\" was finished"));
    }

    [Fact]
    public async Task Commands_AreDoneOnce_WhicheverTheyAre()
    {
        var receipt = await TwiceAsync(Workflow + "/instances", new { by = "王办", byUnit = "bureau", subject = "T-twice", lists = new { participants = new[] { "police" } } }, HttpStatusCode.Created);
        receipt = await OnTaskAsync(receipt, "plan", "complete", new { content = new { title = "方案", targets = 3 } });
        receipt = await OnTaskAsync(receipt, "accept", "claim", null, "police");
        receipt = await OnTaskAsync(receipt, "accept", "release", null, "police");
        receipt = await OnTaskAsync(receipt, "accept", "comment", new { text = "请加快" });
        receipt = await OnTaskAsync(receipt, "accept", "postpone", new { to = "2050-01-04", reason = "人手不足" });
        receipt = await OnTaskAsync(receipt, "accept", "delegate", new { person = "赵警", reason = "出差" }, "police");
        receipt = await OnTaskAsync(receipt, "accept", "reassign", new { unit = "bureau", reason = "职能划转" });
        var frame = (await server.GetAsync(Instance(receipt))).List("batches")[0].Number("frame");
        receipt = await TwiceAsync(Instance(receipt) + "/add", Said(receipt, new { frame, items = new[] { "bureau" }, reason = "增加一家" }));
        receipt = await TwiceAsync(Instance(receipt) + "/comment", Said(receipt, new { text = "请加快" }));
        receipt = await TwiceAsync(Instance(receipt) + "/actions/change", Said(receipt, new { reason = "调整", content = new { title = "改", targets = 5 } }));
        var run = (await server.GetAsync($"/api/v1/tasks?jurisdiction=sample&instance={receipt.Number("instance")}")).List("items")[0].Number("run");
        receipt = await TwiceAsync($"{Instance(receipt)}/tasks/{run}/cancel", Said(receipt, new { reason = "不再参加" }));
        receipt = await TwiceAsync(Instance(receipt) + "/cancel", Said(receipt, new { reason = "计划取消" }));
        Assert.Equal("cancelled", receipt.Text("status"));
        Assert.Equal(receipt.Number("version"), await VersionAsync(receipt));
    }

    [Fact]
    public async Task Reports_AreDoneOnce_OfDrawsAndPublications()
    {
        var receipt = await server.FinishAsync(await server.DispatchedAsync(), "accept", new { outcome = "accepted" }, unit: "police");
        receipt = await OnTaskAsync(receipt, "draw", "drawn", new { record = "D-1", items = new[] { "E-1" } });
        receipt = await OnTaskAsync(receipt, "public", "published", new { record = "https://sample.test/1" });
        Assert.Equal(1, await JournalAsync(receipt, "\"Publish\" was finished"));
    }

    [Fact]
    public async Task Attach_KeepsOneFile_WhenSentAgain()
    {
        var receipt = await server.StartAsync();
        var task = await server.TaskAsync(receipt, "plan");
        var first = await UploadAsync(task, [1, 2], receipt.Number("version"), "file-1", HttpStatusCode.OK);
        var again = await UploadAsync(task, [1, 2], receipt.Number("version"), "file-1", HttpStatusCode.OK);
        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Equal(["idempotency-key-reused"], (await UploadAsync(task, [3], receipt.Number("version"), "file-1", HttpStatusCode.UnprocessableEntity)).Codes());
        Assert.Single((await server.GetAsync(task)).List("files"));
    }

    [Fact]
    public async Task Command_IsRefusedInWords_WhenTheKeyWasUsedForAnother()
    {
        var receipt = await server.DispatchedAsync();
        var task = await server.TaskAsync(receipt, "accept");
        receipt = await server.PostAsync(task + "/comment", Said(receipt, new { text = "请加快" }), key: "same");
        foreach (var (verb, body) in new[]
                 {
                     ("comment", Said(receipt, new { text = "请再加快" })), ("comment", Said(receipt, new { text = "请加快" }, "police")), ("claim", Said(receipt, null, "police")),
                 })
        {
            var problem = await server.PostAsync($"{task}/{verb}", body, HttpStatusCode.UnprocessableEntity, "same");
            Assert.Equal(["idempotency-key-reused"], problem.Codes());
            Assert.Contains("未作任何改动", problem.Text("detail"), StringComparison.Ordinal);
        }

        Assert.Equal(receipt.Number("version"), await VersionAsync(receipt));
        var other = await server.DispatchedAsync(); // A key belongs to one instance.
        await server.PostAsync(Instance(other) + "/comment", Said(other, new { text = "另一件" }), key: "same");
    }

    [Fact]
    public async Task Command_MayBeMended_WhenItWasRefusedUnderItsKey()
    {
        var receipt = await server.StartAsync();
        var task = await server.TaskAsync(receipt, "plan");
        await server.PostAsync(task + "/complete", Said(receipt, new { content = new { title = "方案" } }), HttpStatusCode.UnprocessableEntity, "mended");
        var done = await server.PostAsync(task + "/complete", Said(receipt, new { content = new { title = "方案", targets = 3 } }), key: "mended");
        Assert.True(done.Number("version") > receipt.Number("version"));
        Assert.Equal(["text-wrong"], (await server.PostAsync(task + "/comment", Said(done, new { text = "x" }), HttpStatusCode.BadRequest, new string('k', 101))).Codes());
    }

    [Fact]
    public async Task Command_IsDoneOnceAndAnsweredEachTime_WhenEightComeAtOnceUnderOneKey()
    {
        var receipt = await server.DispatchedAsync();
        var (address, body) = (await server.TaskAsync(receipt, "accept") + "/complete", Said(receipt, new { outcome = "accepted" }, "police"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => server.PostAsync(address, body, key: "race")));
        Assert.Single(answers.Select(answer => answer.GetRawText()).Distinct(StringComparer.Ordinal));
        Assert.Equal(1, await JournalAsync(receipt, "\"Accept\" was finished"));
    }

    [Fact]
    public async Task Document_NamesTheKey_OnEverythingThatStartsOrChangesAnInstance()
    {
        using var document = JsonDocument.Parse(await server.Client.GetStringAsync("/openapi/v1.json"));
        var posts = document.RootElement.GetProperty("paths").EnumerateObject()
            .Where(path => path.Value.TryGetProperty("post", out _) && (path.Name.StartsWith("/api/v1/workflow-instances/", StringComparison.Ordinal) || path.Name.EndsWith("/instances", StringComparison.Ordinal)))
            .Where(path => !path.Name.EndsWith("/inspections/{target}/files", StringComparison.Ordinal)).ToArray(); // A photograph is its own key: the same bytes are kept once.
        Assert.True(posts.Length >= 16, $"only {posts.Length}");
        Assert.All(posts, path => Assert.True(path.Value.GetProperty("post").List("parameters").Any(parameter => parameter.Text("name") is "Idempotency-Key"), path.Name));
    }

    private async Task<JsonElement> OnTaskAsync(JsonElement receipt, string step, string verb, object? more, string unit = "bureau") =>
        await TwiceAsync($"{await server.TaskAsync(receipt, step)}/{verb}", Said(receipt, more, unit));

    /// <summary>Sends it twice under one key; the receipt, after looking that the second changed nothing.</summary>
    private async Task<JsonElement> TwiceAsync(string address, object body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var key = $"twice-{Interlocked.Increment(ref _keys)}";
        var first = await server.PostAsync(address, body, expected, key);
        var again = await server.PostAsync(address, body, expected, key);
        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Equal(first.Number("version"), await VersionAsync(first));
        return first;
    }

    /// <summary>Sends a command over a connection of its own.</summary>
    private async Task<TcpClient> SendAsync(string address, string body, string key)
    {
        var host = server.Client.BaseAddress!;
        var client = new TcpClient();
        await client.ConnectAsync(host.Host, host.Port);
        var content = Encoding.UTF8.GetBytes(body);
        var head = $"POST {address} HTTP/1.1\r\nHost: {host.Authority}\r\nContent-Type: application/json\r\nIdempotency-Key: {key}\r\nContent-Length: {content.Length}\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        await client.GetStream().WriteAsync(content);
        return client;
    }

    private async Task<JsonElement> UploadAsync(string task, byte[] file, long version, string key, HttpStatusCode expected)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("王办"), "by" },
            { new StringContent("bureau"), "byUnit" },
            { new StringContent(version.ToString(CultureInfo.InvariantCulture)), "version" },
            { new ByteArrayContent(file), "file", "方案.pdf" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, task + "/files") { Content = form };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await server.Client.SendAsync(request);
        return await ApiServer.BodyAsync(response, expected);
    }

    private async Task<long> VersionAsync(JsonElement receipt) => (await server.GetAsync(Instance(receipt))).GetProperty("instance").Number("version");

    private async Task<int> JournalAsync(JsonElement receipt, string words) =>
        (await server.GetAsync(Instance(receipt))).List("journal").Count(line => line.GetProperty("text").Text("en").Contains(words, StringComparison.Ordinal));
}
