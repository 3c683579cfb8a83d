using System.Net;
using static DoubleRandom.Web.Tests.Api.Workflows.WorkflowServer;

namespace DoubleRandom.Web.Tests.Api.Workflows;

public class MoveRoutesTests(WorkflowServer server) : IClassFixture<WorkflowServer>
{
    [Fact]
    public async Task Move_TakesAnInstanceOver_WhenTheOfficeSaysSo()
    {
        var (open, dispatched) = (await server.StartAsync(), await server.DispatchedAsync());
        await server.EditAsync("\"id\": \"plan\", \"kind\"", "\"id\": \"draft\", \"kind\"");
        var held = await PlanAsync(new { });
        Assert.Equal("hold", held[open.Number("instance")].Choice);
        Assert.NotEmpty(held[open.Number("instance")].Reason);
        Assert.Equal("move", held[dispatched.Number("instance")].Choice);

        var mapping = new { plan = "draft" };
        Assert.Equal("move", (await PlanAsync(new { mapping }))[open.Number("instance")].Choice);
        Assert.Equal(["not-office"], (await server.PostAsync(Instance(open) + "/move", new { by = "李警", byUnit = "police", mapping, reason = "新版" }, HttpStatusCode.UnprocessableEntity)).Codes());
        Assert.Equal(["key-missing"], (await server.PostAsync(Instance(open) + "/move", new { by = "王办", byUnit = "bureau" }, HttpStatusCode.BadRequest)).Codes());
        Assert.Equal("plan", (await server.GetAsync(Instance(open) + "/definition")).Text("first"));
        var moved = await server.PostAsync(Instance(open) + "/move", new { by = "王办", byUnit = "bureau", mapping, reason = "新版" });
        Assert.Equal(1, moved.GetProperty("openSteps").Number("draft"));
        Assert.Equal("draft", (await server.GetAsync(Instance(open) + "/definition")).Text("first"));
        Assert.DoesNotContain(open.Number("instance"), (await PlanAsync(new { })).Keys);
        await server.PostAsync("/api/v1/jurisdictions/sample/workflows/jiont/move-plan", new { }, HttpStatusCode.NotFound);
        await server.PostAsync("/api/v1/workflow-instances/999999/move", new { by = "王办", byUnit = "bureau", reason = "x" }, HttpStatusCode.NotFound);
    }

    private async Task<Dictionary<long, (string Choice, string Reason)>> PlanAsync(object body) =>
        (await server.PostAsync(Workflow + "/move-plan", body)).List("items").ToDictionary(item => item.Number("instance"), item => (item.Text("choice"), item.List("reasons")[0].Text("zh")));
}
