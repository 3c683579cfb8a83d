using System.IO.Compression;
using System.Net;
using DoubleRandom.Service.Tests.Inspections;
using static DoubleRandom.Web.Tests.Api.Inspections.InspectionServer;

namespace DoubleRandom.Web.Tests.Api.Inspections;

public class InspectionRoutesTests(InspectionServer server) : IClassFixture<InspectionServer>
{
    private const string Lead = PengyangTask.Lead;
    private const string Other = PengyangTask.Other;

    [Fact]
    public async Task Records_OfAllDepartments_FinishTheVisit()
    {
        var task = await server.AtVisitsAsync();
        await server.SendAsync(One(task), Png);
        await server.PutAsync(One(task) + "/schedule", new { by = "马科", byUnit = Lead, on = "2024-09-26" });
        var first = await server.PutAsync($"{One(task)}/records/{Lead}", Said(), key: "k-1");
        var again = await server.PutAsync($"{One(task)}/records/{Lead}", Said(), key: "k-1");
        Assert.Equal(first.GetRawText(), again.GetRawText());
        var last = await server.PutAsync($"{One(task)}/records/{Other}", Said(Other, category: "corrected", found: "一车未年检"));
        Assert.Equal(("done", 1L, "corrected"), (last.Text("state"), last.Number("result"), last.Text("category")));
        var detail = await server.GetAsync(One(task));
        Assert.Equal("2024-09-26", detail.GetProperty("inspection").Text("scheduledOn"));
        Assert.Equal(2, detail.List("departments").Count());
        var file = Assert.Single(detail.List("files"));
        using var picture = await server.Client.GetAsync(file.Text("href"));
        Assert.Equal(Png, await picture.Content.ReadAsByteArrayAsync());
        Assert.Contains("sandbox", picture.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal([PengyangTask.Shop, PengyangTask.Garage], (await server.GetAsync($"/api/v1/workflow-instances/{task}/inspections")).List("items").Select(item => item.Text("target")), StringComparer.Ordinal);
        Assert.Contains((await server.GetAsync("/api/v1/jurisdictions/pengyang/inspections")).List("items"), item => item.Number("instance") == task);
    }

    [Fact]
    public async Task Record_IsRefusedWithItsStatus_WhenItCannotBeKept()
    {
        var task = await server.AtVisitsAsync();
        Assert.Equal(["inspection-unknown"], (await server.PutAsync($"{One(task, "91640425MA0000009X")}/records/{Lead}", Said(), HttpStatusCode.NotFound)).Codes(), StringComparer.Ordinal);
        Assert.Equal(["department-unknown"], (await server.PutAsync($"{One(task)}/records/health", Said("health"), HttpStatusCode.NotFound)).Codes(), StringComparer.Ordinal);
        Assert.Equal(["not-yours"], (await server.PutAsync($"{One(task)}/records/{Other}", Said(), HttpStatusCode.UnprocessableEntity)).Codes(), StringComparer.Ordinal);
        Assert.Equal(["stale"], (await server.PutAsync($"{One(task)}/records/{Lead}", Said(version: 4), HttpStatusCode.Conflict)).Codes(), StringComparer.Ordinal);
        Assert.Equal(["key-missing", "key-missing"], (await server.PutAsync($"{One(task)}/records/{Lead}", new { by = "马科", byUnit = Lead }, HttpStatusCode.BadRequest)).Codes(), StringComparer.Ordinal);
        Assert.Equal(["inspection-unknown"], (await server.GetAsync(One(task, "none"), HttpStatusCode.NotFound)).Codes(), StringComparer.Ordinal);
        Assert.Equal(["file-kind"], (await server.SendAsync(One(task), "<script>"u8.ToArray(), expected: HttpStatusCode.UnprocessableEntity)).Codes(), StringComparer.Ordinal);
        Assert.Equal(["attachment-too-large"], (await server.SendAsync(One(task), [.. Png, .. new byte[10 * 1_048_576]], expected: HttpStatusCode.RequestEntityTooLarge)).Codes(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Pages_ShowWhatWasSentAsText()
    {
        var task = await server.AtVisitsAsync();
        await server.PutAsync($"{One(task)}/records/{Lead}", Said(place: "<script>alert(1)</script>", category: "corrected", found: "\"><img src=x onerror=alert(2)>"));
        var list = await server.Client.GetStringAsync($"/workflows/{task}/inspections");
        Assert.Contains($"href=\"/workflows/{task}/inspections/{PengyangTask.Shop}\"", list, StringComparison.Ordinal);
        var page = await server.Client.GetStringAsync($"/workflows/{task}/inspections/{PengyangTask.Shop}?lang=en");
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert(1)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        Assert.Contains($"/workflows/{task}/inspections", await server.Client.GetStringAsync($"/workflows/{task}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync($"/workflows/{task}/inspections/none")).StatusCode);
    }

    [Fact]
    public async Task Reports_AndArchive_AreFiles()
    {
        var task = await server.AtVisitsAsync();
        using var docx = await server.Client.GetAsync($"/api/v1/workflow-instances/{task}/report?lang=en");
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx.Content.Headers.ContentType?.MediaType);
        await using var document = new ZipArchive(await docx.Content.ReadAsStreamAsync());
        Assert.NotNull(document.GetEntry("word/document.xml"));
        Assert.Contains("部门,牵头任务", await server.Client.GetStringAsync("/api/v1/jurisdictions/pengyang/inspection-report?year=2024&half=2&format=csv"), StringComparison.Ordinal);
        await using var archive = new ZipArchive(await (await server.Client.GetAsync($"/api/v1/workflow-instances/{task}/archive")).Content.ReadAsStreamAsync());
        Assert.NotNull(archive.GetEntry("manifest.json"));
        await server.GetAsync("/api/v1/workflow-instances/999999/report", HttpStatusCode.NotFound);
        await server.GetAsync("/api/v1/workflow-instances/999999/archive", HttpStatusCode.NotFound);
        await server.GetAsync("/api/v1/jurisdictions/pengyang/inspection-report", HttpStatusCode.BadRequest);
    }
}
