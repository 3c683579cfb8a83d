using System.Net;
using System.Text;
using System.Xml.Linq;

namespace DoubleRandom.Web.Tests.Api.Workflows;

public class WorkflowRoutesTests(WorkflowServer server) : IClassFixture<WorkflowServer>
{
    [Fact]
    public async Task Get_TellsStepsFormsStartersAndActions_OfAWorkflow()
    {
        var workflow = await server.GetAsync(WorkflowServer.Workflow);
        Assert.Equal(["plan", "dispatch", "accept", "in", "out", "draw", "public", "file", "end"], workflow.List("steps").Select(step => step.Text("id")), StringComparer.Ordinal);
        Assert.Equal(["task", "for-each", "task", "end", "end", "draw", "publish", "task", "end"], workflow.List("steps").Select(step => step.Text("kind")), StringComparer.Ordinal);
        Assert.Equal(["accepted→in False", "refused→out True"], workflow.List("steps")[2].List("outcomes").Select(way => $"{way.Text("id")}→{way.Text("to")} {way.GetProperty("back").GetBoolean()}"), StringComparer.Ordinal);
        Assert.True(workflow.List("steps")[0].GetProperty("owner").GetProperty("starter").GetBoolean());
        Assert.Equal("participants", workflow.List("steps")[2].GetProperty("owner").Text("item"));
        Assert.Equal(["text", "integer", "date"], Assert.Single(workflow.List("forms")).List("fields").Select(field => field.Text("type")), StringComparer.Ordinal);
        Assert.Equal(["adjust", "postpone", "reassign", "add", "cancel-branch", "cancel", "correct"], workflow.List("actions").Select(action => action.Text("kind")), StringComparer.Ordinal);
        Assert.Equal("person", Assert.Single(workflow.List("startedBy")).Text("kind"));
    }

    [Fact]
    public async Task List_CountsInstances_ByStatus()
    {
        var before = await RunningAsync();
        await server.StartAsync();
        Assert.Equal(before + 1, await RunningAsync());
    }

    [Theory]
    [InlineData("format=svg", null, "image/svg+xml", "<svg")]
    [InlineData("", null, "image/svg+xml", "编制方案")]
    [InlineData("lang=en", "image/svg+xml", "image/svg+xml", "Plan")]
    [InlineData("", "text/plain", "text/plain", "flowchart")]
    [InlineData("format=mermaid", "image/svg+xml", "text/plain", "flowchart")]
    [InlineData("", "application/xml;q=0.9, text/html;q=0.1", "application/xml", "definitions")]
    public async Task Drawing_ComesInTheFormAskedFor_ByFormatOrAccept(string query, string? accept, string type, string holds)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{WorkflowServer.Workflow}/drawing?{query}");
        request.Headers.Add("Accept", accept ?? "*/*");
        using var response = await server.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(holds, text, StringComparison.Ordinal);
        if (type.Contains("xml", StringComparison.Ordinal))
            Assert.NotNull(XDocument.Parse(text).Root);
    }

    [Fact]
    public async Task Start_GivesTheSameInstance_WhenSentAgainWithItsKey()
    {
        var body = new { by = "王办", byUnit = "bureau", subject = "T-key", lists = new { participants = new[] { "police" } } };
        var first = await server.PostAsync(WorkflowServer.Workflow + "/instances", body, HttpStatusCode.Created, "start-1");
        var again = await server.PostAsync(WorkflowServer.Workflow + "/instances", body, HttpStatusCode.Created, "start-1");
        Assert.Equal(first.Number("instance"), again.Number("instance"));
        Assert.Single((await server.GetAsync("/api/v1/workflow-instances?subject=T-key")).List("items"));
        var other = await server.PostAsync(WorkflowServer.Workflow + "/instances", new { by = "王办", byUnit = "bureau", subject = "T-other" }, HttpStatusCode.UnprocessableEntity, "start-1");
        Assert.Equal(["idempotency-key-reused"], other.Codes());
    }

    [Fact]
    public async Task Start_StartsOnce_WhenTheSameKeyComesEightTimesAtOnce()
    {
        var body = new { by = "王办", byUnit = "bureau", subject = "T-race" };
        var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => server.PostAsync(WorkflowServer.Workflow + "/instances", body, HttpStatusCode.Created, "race-1")));
        Assert.Single(receipts.Select(receipt => receipt.Number("instance")).Distinct());
    }

    [Theory]
    [InlineData("""{"by":"王办","byUnit":"bureau"}""", 400, "key-missing")]
    [InlineData("""{}""", 400, "key-missing,key-missing")]
    [InlineData("""{"by":"王办","byUnit":"bureau","subject":"S","colour":1}""", 400, "key-unknown")]
    [InlineData("""{"by":"王办","byUnit":"bureau","subject":"S","lists":{"participants":["police",null]}}""", 400, "json-wrong")]
    [InlineData("""{"by":"王办","byUnit":"bureau","subject":"S","lists":{"participants":null}}""", 400, "json-wrong")]
    [InlineData("""{"by":"王办","byUnit":"bureau","subject":{}}""", 400, "json-wrong")]
    [InlineData("""{"by":"王办","byUnit":"bureau","subject":"S""", 400, "json-wrong")]
    [InlineData("""{"by":"王办","byUnit":"bureau","subject":"a\u0000b"}""", 400, "text-wrong")]
    [InlineData("""[]""", 400, "body-missing")]
    [InlineData("""{"by":"李警","byUnit":"police","subject":"S"}""", 422, "not-starter")]
    [InlineData("""{"by":"王办","byUnit":"fire","subject":"S"}""", 422, "unit-unknown")]
    [InlineData("""{"byUnit":"bureau","subject":"S"}""", 422, "person-missing")]
    [InlineData("""{"by":"engine","byUnit":"bureau","subject":"S"}""", 422, "person-missing")]
    [InlineData("""{"by":"王办","byUnit":"bureau","subject":" "}""", 422, "no-subject")]
    [InlineData("""{"by":"王办","byUnit":"bureau","subject":"S","lists":{"witnesses":["a"]}}""", 422, "list-not-set-here")]
    [InlineData("""{"by":"王办","byUnit":"bureau","subject":"S","cast":{"lead":["fire"]}}""", 422, "unit-unknown")]
    [InlineData("""{"by":"王办","byUnit":"bureau","subject":"S","cast":{"lead":["police"]}}""", 422, "cast-unknown")]
    public async Task Start_IsRefused_WhenTheRequestIsWrong(string json, int status, string codes)
    {
        var before = await RunningAsync();
        using var response = await server.Client.PostAsync(WorkflowServer.Workflow + "/instances", new StringContent(json, Encoding.UTF8, "application/json"));
        var problem = await ApiServer.BodyAsync(response, (HttpStatusCode)status);
        Assert.Equal(codes, string.Join(',', problem.Codes()));
        Assert.All(problem.List("errors"), error => Assert.NotEmpty(error.GetProperty("remedy").Text("zh") + error.GetProperty("remedy").Text("en")));
        Assert.Equal(before, await RunningAsync());
    }

    [Theory]
    [InlineData("/api/v1/jurisdictions/nowhere/workflows", "jurisdiction-unknown")]
    [InlineData("/api/v1/jurisdictions/sample/workflows/jiont", "workflow-unknown")]
    [InlineData("/api/v1/jurisdictions/sample/workflows/jiont/drawing", "workflow-unknown")]
    public async Task Get_IsNotFound_WhenThereIsNoSuchThing(string address, string code) =>
        Assert.Equal([code], (await server.GetAsync(address, HttpStatusCode.NotFound)).Codes());

    [Fact]
    public async Task Start_IsNotFound_WhenThereIsNoSuchWorkflow()
    {
        var problem = await server.PostAsync("/api/v1/jurisdictions/sample/workflows/jiont/instances", new { by = "王办", byUnit = "bureau", subject = "S" }, HttpStatusCode.NotFound);
        Assert.Equal(["workflow-unknown"], problem.Codes());
        Assert.Contains("joint", problem.List("errors")[0].GetProperty("remedy").Text("en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drawing_IsRefused_WhenTheFormatIsUnknown() =>
        Assert.Equal(["parameter-wrong"], (await server.GetAsync(WorkflowServer.Workflow + "/drawing?format=png", HttpStatusCode.BadRequest)).Codes());

    private async Task<long> RunningAsync()
    {
        using var response = await server.Client.GetAsync("/api/v1/jurisdictions/sample/workflows");
        var joint = (await ApiServer.BodyAsync(response, HttpStatusCode.OK)).EnumerateArray().Single(workflow => workflow.Text("id") is "joint");
        return joint.GetProperty("instances").TryGetProperty("running", out var count) ? count.GetInt64() : 0;
    }
}
