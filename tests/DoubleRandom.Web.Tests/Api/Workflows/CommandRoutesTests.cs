using System.Net;
using System.Text;
using System.Text.Json;
using static DoubleRandom.Web.Tests.Api.Workflows.WorkflowServer;

namespace DoubleRandom.Web.Tests.Api.Workflows;

public class CommandRoutesTests(WorkflowServer server) : IClassFixture<WorkflowServer>
{
    private static readonly object Plan = new { content = new { title = "方案", targets = 3 } };

    [Fact]
    public async Task Commands_LeadToTheEnd_EachByWhomItBelongsTo()
    {
        var receipt = await server.FinishAsync(await server.StartAsync(), "plan", Plan);
        receipt = await server.FinishAsync(receipt, "accept", new { outcome = "accepted" }, unit: "police");
        receipt = await server.FinishAsync(receipt, "draw", new { record = "D-1", items = new[] { "E-1", "E-2" } }, "drawn");
        receipt = await server.FinishAsync(receipt, "public", new { record = "https://sample.test/1" }, "published");
        receipt = await server.FinishAsync(receipt, "file", unit: "police");
        Assert.Equal(("ended", "done"), (receipt.Text("status"), receipt.Text("outcome")));
        Assert.Equal(["E-1", "E-2"], (await server.GetAsync(Instance(receipt))).GetProperty("lists").List("targets").Select(item => item.GetString()!), StringComparer.Ordinal);

        var corrected = await server.PostAsync($"{Instance(receipt)}/actions/correct", Said(receipt, new { reason = "结果有误" }));
        Assert.True(corrected.Number("version") > receipt.Number("version"));
        Assert.Equal(["not-running"], (await server.PostAsync($"{Instance(receipt)}/cancel", Said(corrected, new { reason = "晚了" }), HttpStatusCode.Conflict)).Codes());
    }

    [Fact]
    public async Task Exceptions_AreDone_WhereTheWorkflowProvidesForThem()
    {
        var receipt = await server.DispatchedAsync();
        var due = DateOnly.Parse((await server.GetAsync(await server.TaskAsync(receipt, "accept"))).GetProperty("task").Text("dueOn"), System.Globalization.CultureInfo.InvariantCulture);
        receipt = await server.FinishAsync(receipt, "accept", new { to = due.AddDays(9), reason = "人手不足" }, "postpone");
        Assert.Equal(due.AddDays(9).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), (await server.GetAsync(await server.TaskAsync(receipt, "accept"))).GetProperty("task").Text("dueOn"));

        var frame = (await server.GetAsync(Instance(receipt))).List("batches")[0].Number("frame");
        receipt = await server.PostAsync($"{Instance(receipt)}/add", Said(receipt, new { frame, items = new[] { "bureau" }, reason = "增加一家" }));
        Assert.Equal(2, receipt.GetProperty("openSteps").Number("accept"));
        Assert.Equal(["item-doubled"], (await server.PostAsync($"{Instance(receipt)}/add", Said(receipt, new { frame, items = new[] { "bureau" }, reason = "又一次" }), HttpStatusCode.UnprocessableEntity)).Codes());

        var police = (await server.GetAsync($"/api/v1/tasks?jurisdiction=sample&unit=police&instance={receipt.Number("instance")}")).List("items")[0].Number("run");
        receipt = await server.PostAsync($"{Instance(receipt)}/tasks/{police}/reassign", Said(receipt, new { unit = "bureau", reason = "职能划转" }));
        Assert.Empty((await server.GetAsync($"/api/v1/tasks?jurisdiction=sample&unit=police&instance={receipt.Number("instance")}")).List("items"));
        receipt = await server.PostAsync($"{Instance(receipt)}/tasks/{police}/cancel", Said(receipt, new { reason = "不再参加" }));
        Assert.Equal(1, receipt.GetProperty("openSteps").Number("accept"));
        receipt = await server.PostAsync($"{Instance(receipt)}/actions/change", Said(receipt, new { reason = "调整", content = new { title = "改", targets = 5 } }));
        receipt = await server.PostAsync($"{Instance(receipt)}/cancel", Said(receipt, new { reason = "计划取消" }));
        Assert.Equal("cancelled", receipt.Text("status"));
    }

    [Fact]
    public async Task Claim_KeepsOthersOut_UntilReleasedOrDelegated()
    {
        var receipt = await server.DispatchedAsync();
        receipt = await server.FinishAsync(receipt, "accept", null, "claim", "police");
        var task = await server.TaskAsync(receipt, "accept");
        var other = Said(receipt, new { outcome = "accepted" }, "police");
        other["by"] = "赵警";
        Assert.Equal(["in-other-hands"], (await server.PostAsync(task + "/complete", other, HttpStatusCode.Conflict)).Codes());
        receipt = await server.PostAsync(task + "/release", Said(receipt, null, "police"));
        Assert.Equal(["not-claimed"], (await server.PostAsync(task + "/release", Said(receipt, null, "police"), HttpStatusCode.Conflict)).Codes());
        receipt = await server.PostAsync(task + "/delegate", Said(receipt, new { person = "赵警", reason = "出差" }, "police"));
        other["version"] = receipt.Number("version");
        Assert.Equal(1, (await server.PostAsync(task + "/complete", other)).GetProperty("openSteps").Number("draw"));
    }

    [Fact]
    public async Task Complete_TellsEveryFaultOfTheForm_AtOnce()
    {
        var receipt = await server.StartAsync();
        var problem = await server.PostAsync(
            await server.TaskAsync(receipt, "plan") + "/complete", Said(receipt, new { content = new Dictionary<string, object>(StringComparer.Ordinal) { ["targets"] = "drei", ["starts-on"] = "2026-02-30", ["colour"] = 1 } }), HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["field-missing", "field-unknown", "field-wrong", "field-wrong"], problem.Codes().Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(receipt.Number("version"), await VersionAsync(receipt));
    }

    [Fact]
    public async Task Complete_TellsTheFirstTwoHundredFaults_WhenAFormHasTenThousandFields()
    {
        var receipt = await server.StartAsync();
        var content = Enumerable.Range(0, 10_000).ToDictionary(i => $"f{i}", i => (object)i, StringComparer.Ordinal);
        var problem = await server.PostAsync(await server.TaskAsync(receipt, "plan") + "/complete", Said(receipt, new { content }), HttpStatusCode.UnprocessableEntity);
        Assert.Equal(201, problem.List("errors").Count);
        Assert.Equal(("errors-more", "9802"), (problem.List("errors")[200].Text("code"), problem.List("errors")[200].Text("subject")));
        Assert.Equal(receipt.Number("version"), await VersionAsync(receipt));
    }

    [Fact]
    public async Task Complete_IsRefusedWithTheChanges_WhenTheVersionIsStale()
    {
        var receipt = await server.DispatchedAsync();
        var task = await server.TaskAsync(receipt, "accept");
        await server.PostAsync(task + "/claim", Said(receipt, null, "police"));
        var problem = await server.PostAsync(task + "/complete", Said(receipt, new { outcome = "accepted" }, "police"), HttpStatusCode.Conflict);
        Assert.Equal(["stale"], problem.Codes());
        var change = Assert.Single(problem.List("changes"));
        Assert.Equal(("李警", receipt.Number("version") + 1), (change.Text("by"), change.Number("version")));
        Assert.Contains("由 李警 认领", change.GetProperty("text").Text("zh"), StringComparison.Ordinal);
        Assert.Equal(["version-unknown"], (await server.PostAsync(task + "/complete", Said(receipt, new { outcome = "accepted" }, "police", 999), HttpStatusCode.Conflict)).Codes());
    }

    [Fact]
    public async Task Complete_IsDoneOnce_WhenEightComeAtOnce()
    {
        var receipt = await server.DispatchedAsync();
        var task = await server.TaskAsync(receipt, "accept");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync(task + "/complete", JsonSerializer.Serialize(Said(receipt, new { outcome = "accepted" }, "police")))));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        foreach (var late in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK))
        {
            var problem = await ApiServer.BodyAsync(late, HttpStatusCode.Conflict);
            Assert.Equal(["task-over"], problem.Codes());
            Assert.NotEmpty(problem.List("changes"));
        }

        Assert.Equal(1, (await server.GetAsync(Instance(receipt))).List("journal").Count(line => line.GetProperty("text").Text("en").Contains("\"Accept\" was finished", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Comment_StandsOnce_WhenSentAgain()
    {
        var receipt = await server.DispatchedAsync();
        var task = await server.TaskAsync(receipt, "accept");
        var first = await server.PostAsync(task + "/comment", Said(receipt, new { text = "请加快" }));
        var again = await server.PostAsync(task + "/comment", Said(receipt, new { text = "请加快" }));
        Assert.Equal((receipt.Number("version") + 1, first.Number("version")), (first.Number("version"), again.Number("version")));
        await server.PostAsync(Instance(receipt) + "/comment", Said(again, new { text = "请加快" }));
        await server.PostAsync(task + "/comment", Said(again, new { text = "请加快" }));
        Assert.Equal(3, (await server.GetAsync(Instance(receipt))).List("journal").Count(line => line.GetProperty("text").Text("zh").Contains("请加快", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Commands_AreRefused_WhenTheyBelongToAnotherOrLackAReason()
    {
        var receipt = await server.DispatchedAsync();
        var task = await server.TaskAsync(receipt, "accept");
        Assert.Equal(["not-yours"], (await server.PostAsync(task + "/complete", Said(receipt, new { outcome = "accepted" }), HttpStatusCode.UnprocessableEntity)).Codes());
        var problem = await server.PostAsync(Instance(receipt) + "/cancel", Said(receipt, new { reason = "不要了" }, "police"), HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["not-yours"], problem.Codes());
        Assert.DoesNotContain("角色“", problem.GetRawText(), StringComparison.Ordinal); // in the words of the pack, not by ids
        Assert.Equal(["reason-missing"], (await server.PostAsync(task + "/complete", Said(receipt, new { outcome = "refused" }, "police"), HttpStatusCode.UnprocessableEntity)).Codes());
        Assert.Equal(["unknown-outcome"], (await server.PostAsync(task + "/complete", Said(receipt, new { outcome = "maybe" }, "police"), HttpStatusCode.UnprocessableEntity)).Codes());
        Assert.Equal(["not-for-people"], (await server.PostAsync(await server.TaskAsync(await server.FinishAsync(receipt, "accept", new { outcome = "accepted" }, unit: "police"), "draw") + "/complete", Said(receipt, null, "bureau", await VersionAsync(receipt)), HttpStatusCode.UnprocessableEntity)).Codes());
        Assert.Equal(["no-such-action"], (await server.PostAsync(Instance(receipt) + "/actions/fly", Said(receipt, new { reason = "x" }, version: await VersionAsync(receipt)), HttpStatusCode.NotFound)).Codes());
        Assert.Equal(["no-such-task"], (await server.PostAsync(Instance(receipt) + "/tasks/77/claim", Said(receipt), HttpStatusCode.NotFound)).Codes());
        Assert.Equal(["instance-unknown"], (await server.PostAsync("/api/v1/workflow-instances/999999/cancel", Said(receipt, new { reason = "x" }), HttpStatusCode.NotFound)).Codes());
    }

    [Theory]
    [InlineData("complete", "{}", "key-missing byUnit,key-missing version")]
    [InlineData("postpone", """{"by":"王办","byUnit":"bureau","version":1}""", "key-missing reason,key-missing to")]
    [InlineData("postpone", """{"by":"王办","byUnit":"bureau","version":1,"to":"2026-02-30","reason":"x"}""", "json-wrong $.to")]
    [InlineData("complete", """{"by":"王办","byUnit":"bureau","version":"1"}""", "json-wrong $.version")]
    [InlineData("complete", """{"by":"王办","byUnit":"bureau","version":1,"lists":{"participants":[null]}}""", "json-wrong $.lists.participants[0]")]
    [InlineData("claim", """{"by":"王办","byUnit":"bureau","version":1,"reason":"x"}""", "key-unknown reason")]
    [InlineData("drawn", """{"by":"王办","byUnit":"bureau","version":1,"record":"D","items":[null]}""", "json-wrong $.items[0]")]
    [InlineData("complete", "{", "json-wrong $")]
    public async Task Commands_AreRefused_WhenTheBodyIsWrong(string verb, string json, string faults)
    {
        using var response = await SendAsync($"/api/v1/workflow-instances/1/tasks/1/{verb}", json);
        var problem = await ApiServer.BodyAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(faults, string.Join(',', problem.List("errors").Select(error => $"{error.Text("code")} {error.Text("subject")}").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Commands_AreRefused_WhenTheBodyIsTooLargeOrOfAnotherType()
    {
        using var large = await SendAsync("/api/v1/workflow-instances/1/tasks/1/complete", $$"""{"by":"{{new string('x', 1_048_576)}}"}""");
        await ApiServer.BodyAsync(large, HttpStatusCode.RequestEntityTooLarge);
        using var text = await server.Client.PostAsync("/api/v1/workflow-instances/1/tasks/1/complete", new StringContent("x", Encoding.UTF8, "text/plain"));
        await ApiServer.BodyAsync(text, HttpStatusCode.UnsupportedMediaType);
    }

    /// <summary>Asks before it sends, so that an answer to too large a body is read before the line is closed.</summary>
    private async Task<HttpResponseMessage> SendAsync(string address, string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.ExpectContinue = true;
        return await server.Client.SendAsync(request);
    }

    private async Task<long> VersionAsync(JsonElement receipt) => (await server.GetAsync(Instance(receipt))).GetProperty("instance").Number("version");
}
