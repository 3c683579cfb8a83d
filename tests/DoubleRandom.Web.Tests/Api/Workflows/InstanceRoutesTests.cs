using System.Net;

namespace DoubleRandom.Web.Tests.Api.Workflows;

public class InstanceRoutesTests(WorkflowServer server) : IClassFixture<WorkflowServer>
{
    [Fact]
    public async Task Get_TellsTasksBatchesActionsAndJournal_OfAnInstance()
    {
        var receipt = await server.DispatchedAsync();
        var detail = await server.GetAsync(WorkflowServer.Instance(receipt));
        var instance = detail.GetProperty("instance");
        Assert.Equal(("running", "bureau", receipt.Number("version")), (instance.Text("status"), instance.Text("starterUnit"), instance.Number("version")));
        Assert.Equal("accept", Assert.Single(instance.List("openSteps")).Text("step"));
        Assert.Equal(["accept police", "plan "], detail.List("tasks").Select(task => $"{task.Text("step")} {task.Text("item")}"), StringComparer.Ordinal);
        var batch = Assert.Single(detail.List("batches"));
        Assert.Equal(("dispatch", 1L, 1L), (batch.Text("step"), batch.Number("total"), batch.Number("live")));
        Assert.Equal("police", detail.GetProperty("lists").List("participants")[0].GetString());
        Assert.Contains("“编制方案”办结：", string.Join('\n', detail.List("journal").Select(line => line.GetProperty("text").Text("zh"))), StringComparison.Ordinal);
        Assert.Equal(7, detail.List("actions").Count);

        var short3 = await server.GetAsync(WorkflowServer.Instance(receipt) + "?lines=3");
        Assert.Equal((3, receipt.Number("version") - 3), (short3.List("journal").Count, short3.Number("earlier")));
    }

    [Fact]
    public async Task Drawing_MarksWhatIsOpenAndDone_OfAnInstance()
    {
        var receipt = await server.DispatchedAsync();
        var bare = await server.Client.GetStringAsync(WorkflowServer.Workflow + "/drawing");
        var drawn = await server.Client.GetStringAsync(WorkflowServer.Instance(receipt) + "/drawing");
        Assert.DoesNotContain("0/1", bare, StringComparison.Ordinal);
        Assert.Contains("0/1", drawn, StringComparison.Ordinal);
        Assert.Matches("class=\"[^\"]*done", drawn);
        Assert.Matches("class=\"[^\"]*open", drawn);
        Assert.NotEqual(
            await server.Client.GetStringAsync(WorkflowServer.Workflow + "/drawing?format=mermaid"), await server.Client.GetStringAsync(WorkflowServer.Instance(receipt) + "/drawing?format=mermaid"),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task List_FiltersAndPages_ByNumber()
    {
        var subject = $"P-{Guid.NewGuid():N}";
        for (var i = 0; i < 3; i++)
            await server.StartAsync(subject);
        var first = await server.GetAsync($"/api/v1/workflow-instances?jurisdiction=sample&subject={subject}&limit=2");
        Assert.Equal(2, first.List("items").Count);
        var second = await server.GetAsync($"/api/v1/workflow-instances?subject={subject}&limit=2&beforeId={first.Number("nextBeforeId")}");
        Assert.Single(second.List("items"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, second.GetProperty("nextBeforeId").ValueKind);
        Assert.Empty((await server.GetAsync($"/api/v1/workflow-instances?subject={subject}&status=ended")).List("items"));
        Assert.Equal(3, (await server.GetAsync($"/api/v1/workflow-instances?jurisdiction=640499&unit=bureau&workflow=joint&status=running&subject={subject}")).List("items").Count);
    }

    [Theory]
    [InlineData("/api/v1/workflow-instances?jurisdiction=nowhere", "jurisdiction-unknown")]
    [InlineData("/api/v1/workflow-instances?status=late", "parameter-wrong")]
    [InlineData("/api/v1/workflow-instances?limit=501", "parameter-wrong")]
    [InlineData("/api/v1/workflow-instances?colour=red", "parameter-unknown")]
    [InlineData("/api/v1/tasks?unit=police", "parameter-missing")]
    [InlineData("/api/v1/tasks?state=closed", "parameter-wrong")]
    public async Task List_IsRefused_WhenTheQuestionIsWrong(string address, string code) =>
        Assert.Equal([code], (await server.GetAsync(address, HttpStatusCode.BadRequest)).Codes());

    [Theory]
    [InlineData("/api/v1/workflow-instances/999999")]
    [InlineData("/api/v1/workflow-instances/999999/definition")]
    [InlineData("/api/v1/workflow-instances/999999/drawing")]
    [InlineData("/api/v1/workflow-instances/999999/tasks/1")]
    [InlineData("/api/v1/workflow-instances/999999/files/1")]
    [InlineData("/api/v1/workflow-instances/first")]
    public async Task Get_IsNotFound_WhenThereIsNoSuchInstance(string address) => await server.GetAsync(address, HttpStatusCode.NotFound);

    [Fact]
    public async Task Task_NamesThePeopleWhoMayDoIt_AsTheDirectoryDoes()
    {
        using var file = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes("unit,name,function\npolice,李警,liaison\npolice,赵长,leader\nbureau,王办,liaison\n"));
        file.Headers.ContentType = new("text/csv");
        file.Headers.Add("Acting-Person", Uri.EscapeDataString("王办"));
        using var imported = await server.Client.PostAsync("/api/v1/directory?jurisdiction=sample", file);
        Assert.Equal(HttpStatusCode.OK, imported.StatusCode);
        var receipt = await server.DispatchedAsync();
        var tasks = (await server.GetAsync($"/api/v1/tasks?instance={receipt.Number("instance")}&state=all")).List("items").ToDictionary(task => task.Text("step"), StringComparer.Ordinal);
        Assert.Equal(["李警", "赵长"], tasks["accept"].List("people").Select(name => name.GetString()!), StringComparer.Ordinal);
        Assert.Empty(tasks["plan"].List("people")); // over, and nobody's turn
    }

    [Fact]
    public async Task Tasks_AreFound_ByUnitRoleAndPerson()
    {
        var receipt = await server.DispatchedAsync();
        var mine = $"&instance={receipt.Number("instance")}";
        Assert.Equal("accept", Assert.Single((await server.GetAsync($"/api/v1/tasks?jurisdiction=sample&unit=police{mine}")).List("items")).Text("step"));
        Assert.Empty((await server.GetAsync($"/api/v1/tasks?jurisdiction=sample&unit=bureau{mine}")).List("items"));
        Assert.Equal(2, (await server.GetAsync($"/api/v1/tasks?state=all{mine}")).List("items").Count);
        var claimed = await server.FinishAsync(receipt, "accept", null, "claim", "police");
        Assert.Single((await server.GetAsync($"/api/v1/tasks?person={Uri.EscapeDataString("李警")}{mine}")).List("items"));

        var drawn = await server.FinishAsync(await server.FinishAsync(claimed, "accept", new { outcome = "accepted" }, unit: "police"), "draw", new { record = "D-1", items = new[] { "E-1" } }, "drawn");
        await server.FinishAsync(drawn, "public", new { record = "https://sample.test/1" }, "published");
        Assert.Equal("file", Assert.Single((await server.GetAsync($"/api/v1/tasks?role=member{mine}")).List("items")).Text("step"));
        Assert.Single((await server.GetAsync($"/api/v1/tasks?jurisdiction=sample&unit=police{mine}")).List("items"));
    }

    [Fact]
    public async Task Task_TellsOutcomesAndForm_ThenWhatWasHandedIn()
    {
        var receipt = await server.StartAsync();
        var address = await server.TaskAsync(receipt, "plan");
        var open = await server.GetAsync(address);
        Assert.Equal("done", Assert.Single(open.List("outcomes")).Text("id"));
        Assert.Equal("plan-form", open.GetProperty("form").Text("id"));
        Assert.Equal("participants", open.List("sets")[0].GetString());
        await server.PostAsync(address + "/complete", WorkflowServer.Said(receipt, new { content = new { title = "方案", targets = 7 } }));
        var over = await server.GetAsync(address);
        Assert.Equal(("done", "王办", 7L), (over.Text("outcome"), over.Text("by"), over.GetProperty("content").Number("targets")));
        await server.GetAsync(WorkflowServer.Instance(receipt) + "/tasks/77", HttpStatusCode.NotFound);
    }
}
