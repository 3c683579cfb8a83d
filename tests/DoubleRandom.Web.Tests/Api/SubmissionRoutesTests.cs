using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DoubleRandom.Web.Tests.Api;

public class SubmissionRoutesTests(ApiServer server) : IClassFixture<ApiServer>
{
    private static readonly object Situation = new { content = "已完成", tasks = 3, targets = 12, problems = 1 };

    [Fact]
    public async Task Submit_RestsTheLadderUntilAccepted_WhenTheFormIsComplete()
    {
        var address = await AddressAsync("police");
        var submission = await server.PostAsync(address + "/submissions", new { by = "张三", content = Situation }, HttpStatusCode.Created);
        Assert.Equal("submitted", submission.Text("state"));
        Assert.Equal("张三", submission.Text("submittedBy"));
        Assert.Equal(12, submission.GetProperty("content").Number("targets"));

        var accepted = await server.PostAsync($"/api/v1/submissions/{submission.Number("id")}/accept", new { by = "李四" });
        Assert.Equal("accepted", accepted.Text("state"));
        Assert.Equal("met", (await server.GetAsync(address)).GetProperty("deadline").Text("status"));
    }

    [Fact]
    public async Task Submit_SaysEveryFault_WhenTheFormIsWrong()
    {
        var problem = await server.PostAsync(await AddressAsync("education") + "/submissions", new { content = new { tasks = "drei", colour = 1 } }, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("person-missing", problem.Codes(), StringComparer.Ordinal);
        Assert.Contains("field-unknown", problem.Codes(), StringComparer.Ordinal);
        Assert.Contains("field-wrong", problem.Codes(), StringComparer.Ordinal);
        Assert.Contains("field-missing", problem.Codes(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Submit_GivesTheSameSubmission_WhenSentAgainWithItsKey()
    {
        var address = await AddressAsync("education") + "/submissions";
        var first = await KeyedAsync(address, "k-1", new { by = "张三", content = Situation }, HttpStatusCode.Created);
        var again = await KeyedAsync(address, "k-1", new { by = "张三", content = Situation }, HttpStatusCode.Created);
        Assert.Equal(first.Number("id"), again.Number("id"));
        var other = await KeyedAsync(address, "k-1", new { by = "张三", content = new { content = "别的", tasks = 1, targets = 1, problems = 0 } }, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["idempotency-key-reused"], other.Codes());
        Assert.Single((await server.GetAsync(await AddressAsync("education"))).List("submissions"));
    }

    [Fact]
    public async Task Submit_KeepsFiles_WhenTheyComeAsMultipart()
    {
        var file = RandomNumberGenerator.GetBytes(3_000_000);
        var submission = await UploadAsync(await AddressAsync("health"), file, HttpStatusCode.Created);
        var attachment = Assert.Single(submission.List("attachments"));
        Assert.Equal("报告.pdf", attachment.Text("name"));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file)), attachment.Text("sha256"));

        using var download = await server.Client.GetAsync(attachment.Text("href"));
        Assert.Equal(file, await download.Content.ReadAsByteArrayAsync());
        Assert.Equal($"\"{attachment.Text("sha256")}\"", download.Headers.ETag?.Tag);
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", download.Headers.GetValues("X-Content-Type-Options").Single());

        using var conditional = new HttpRequestMessage(HttpMethod.Get, attachment.Text("href"));
        conditional.Headers.IfNoneMatch.Add(download.Headers.ETag!);
        using var unchanged = await server.Client.SendAsync(conditional);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        await server.GetAsync($"/api/v1/submissions/{submission.Number("id")}/attachments/999999", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Submit_RefusesTheFile_WhenItIsOverTwentyMegabytes()
    {
        var problem = await UploadAsync(await AddressAsync("labour"), new byte[(20 * 1_048_576) + 1], HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal(["attachment-too-large"], problem.Codes());
        Assert.Empty((await server.GetAsync(await AddressAsync("labour"))).List("submissions"));
    }

    [Fact]
    public async Task Submit_RefusesTheBody_WhenItsTypeIsUnknownOrBroken()
    {
        var address = await AddressAsync("labour") + "/submissions";
        using var text = await server.Client.PostAsync(address, new StringContent("x", Encoding.UTF8, "text/plain"));
        await ApiServer.BodyAsync(text, HttpStatusCode.UnsupportedMediaType);
        using var content = new StringContent("--b\r\nbroken");
        content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "b") } };
        using var broken = await server.Client.PostAsync(address, content);
        await ApiServer.BodyAsync(broken, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Submit_IsNotFound_WhenThereIsNoSuchDeadline() =>
        Assert.Equal(["deadline-unknown"], (await server.PostAsync("/api/v1/deadlines/pengyang/half-year-report/police/1999-N9/submissions", new { by = "a", content = Situation }, HttpStatusCode.NotFound)).Codes());

    [Fact]
    public async Task Accept_SucceedsOnce_WhenTwoAcceptAtOnce()
    {
        var submission = await server.PostAsync(await AddressAsync("housing") + "/submissions", new { by = "张三", content = Situation }, HttpStatusCode.Created);
        var address = $"/api/v1/submissions/{submission.Number("id")}/accept";
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => server.Client.PostAsJsonAsync(address, new { by = $"李{i}" })));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        var problem = await ApiServer.BodyAsync(answers.First(answer => !answer.IsSuccessStatusCode), HttpStatusCode.Conflict);
        Assert.Equal(["submission-decided"], problem.Codes());
    }

    [Fact]
    public async Task SendBack_OpensTheDeadline_WhenAReasonIsGiven()
    {
        var address = await AddressAsync("transport");
        var id = (await server.PostAsync(address + "/submissions", new { by = "张三", content = Situation }, HttpStatusCode.Created)).Number("id");
        Assert.Equal(["reason-missing"], (await server.PostAsync($"/api/v1/submissions/{id}/send-back", new { by = "李四" }, HttpStatusCode.UnprocessableEntity)).Codes());
        var back = await server.PostAsync($"/api/v1/submissions/{id}/send-back", new { by = "李四", reason = "数据不全" });
        Assert.Equal("returned", back.Text("state"));
        var detail = await server.GetAsync(address);
        Assert.Equal("open", detail.GetProperty("deadline").Text("status"));
        Assert.Equal("next", detail.List("ladder")[0].Text("state"));
        Assert.Equal("数据不全", (await server.GetAsync($"/api/v1/submissions/{id}")).Text("reason"));
    }

    [Theory]
    [InlineData("/api/v1/submissions/999999")]
    [InlineData("/api/v1/submissions/first")]
    public async Task Get_IsNotFound_WhenThereIsNoSuchSubmission(string address) => await server.GetAsync(address, HttpStatusCode.NotFound);

    [Fact]
    public async Task Accept_TakesThePersonFromTheHeader_WhenTheBodyNamesNone()
    {
        var id = (await server.PostAsync(await AddressAsync("tax") + "/submissions", new { by = "张三", content = Situation }, HttpStatusCode.Created)).Number("id");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/submissions/{id}/accept") { Content = JsonContent.Create(new { }) };
        request.Headers.Add("Acting-Person", Uri.EscapeDataString("赵六"));
        using var response = await server.Client.SendAsync(request);
        Assert.Equal("赵六", (await ApiServer.BodyAsync(response, HttpStatusCode.OK)).Text("decidedBy"));
    }

    private async Task<JsonElement> KeyedAsync(string address, string key, object body, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await server.Client.SendAsync(request);
        return await ApiServer.BodyAsync(response, expected);
    }

    private async Task<JsonElement> UploadAsync(string address, byte[] file, HttpStatusCode expected)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("张三"), "by" },
            { new StringContent(JsonSerializer.Serialize(Situation)), "content" },
        };
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new("application/pdf");
        form.Add(part, "file", "C:\\用户\\报告.pdf");
        using var response = await server.Client.PostAsync(address + "/submissions", form);
        return await ApiServer.BodyAsync(response, expected);
    }

    private async Task<string> AddressAsync(string unit)
    {
        var found = await server.GetAsync($"/api/v1/deadlines?obligation=half-year-report&from=2024-11-01&to=2024-11-30&unit={unit}");
        return $"/api/v1/deadlines/pengyang/half-year-report/{unit}/{Uri.EscapeDataString(Assert.Single(found.List("items")).Text("period"))}";
    }
}
