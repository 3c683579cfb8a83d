using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using static DoubleRandom.Web.Tests.Api.Workflows.WorkflowServer;

namespace DoubleRandom.Web.Tests.Api.Workflows;

public class FileRoutesTests(WorkflowServer server) : IClassFixture<WorkflowServer>
{
    [Fact]
    public async Task Attach_KeepsTheFile_ForDownload()
    {
        var (receipt, file) = (await server.StartAsync(), RandomNumberGenerator.GetBytes(200_000));
        var task = await server.TaskAsync(receipt, "plan");
        var attached = await UploadAsync(task, file, receipt.Number("version"), HttpStatusCode.OK);
        var view = Assert.Single((await server.GetAsync(task)).List("files"));
        Assert.Equal(("方案.pdf", Convert.ToHexStringLower(SHA256.HashData(file)), 200_000L), (view.Text("name"), view.Text("sha256"), view.Number("bytes")));
        using var download = await server.Client.GetAsync(view.Text("href"));
        Assert.Equal(file, await download.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal($"\"{view.Text("sha256")}\"", download.Headers.ETag?.Tag);

        // Sent again after a lost connection: the version tells that it is there.
        var again = await UploadAsync(task, file, receipt.Number("version"), HttpStatusCode.Conflict);
        Assert.Equal(["stale"], again.Codes());
        Assert.Contains("方案.pdf", again.List("changes")[0].GetProperty("text").Text("zh"), StringComparison.Ordinal);

        var second = await UploadAsync(task, [1], attached.Number("version"), HttpStatusCode.OK);
        Assert.Equal(["attachments-full"], (await UploadAsync(task, [2], second.Number("version"), HttpStatusCode.UnprocessableEntity)).Codes());
        await server.GetAsync($"/api/v1/workflow-instances/999999/files/{view.Number("id")}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Attach_IsRefused_WhenTheFileIsTooLarge()
    {
        var receipt = await server.StartAsync();
        var task = await server.TaskAsync(receipt, "plan");
        Assert.Equal(["attachment-too-large"], (await UploadAsync(task, new byte[(20 * 1_048_576) + 1], receipt.Number("version"), HttpStatusCode.RequestEntityTooLarge)).Codes());
        Assert.Empty((await server.GetAsync(task)).List("files"));
    }

    [Fact]
    public async Task Attach_IsRefused_WhenTheFormIsWrong()
    {
        var task = await server.TaskAsync(await server.StartAsync(), "plan");
        using var empty = new MultipartFormDataContent { { new StringContent("x"), "colour" }, { new StringContent("one"), "version" } };
        using var response = await server.Client.PostAsync(task + "/files", empty);
        var problem = await ApiServer.BodyAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(["file-missing file", "json-wrong version", "key-missing byUnit", "key-unknown colour"], problem.List("errors").Select(error => $"{error.Text("code")} {error.Text("subject")}").Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(["unit-unknown"], (await UploadAsync(task, [1], 1, HttpStatusCode.UnprocessableEntity, "fire")).Codes());
        await server.PostAsync(task + "/files", new { }, HttpStatusCode.UnsupportedMediaType);
    }

    private async Task<JsonElement> UploadAsync(string task, byte[] file, long version, HttpStatusCode expected, string unit = "bureau")
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("王办"), "by" },
            { new StringContent(unit), "byUnit" },
            { new StringContent(version.ToString(CultureInfo.InvariantCulture)), "version" },
        };
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new("application/pdf");
        form.Add(part, "file", "C:\\用户\\方案.pdf");
        using var response = await server.Client.PostAsync(task + "/files", form);
        return await ApiServer.BodyAsync(response, expected);
    }
}
