using DoubleRandom.Store.Workflows;
using DoubleRandom.Tests.Shared;

namespace DoubleRandom.Store.Tests.Workflows;

public sealed class WorkflowQueriesTests(PostgresFixture database) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        await Instances.AdoptAsync(database);
        if (await Instances.AskAsync<int>(database, "select count(*)::int from workflow_instance") > 0)
            return;
        await Instances.SaveAsync(
            database,
            Instances.New(Instances.Row(1), "alpha"),
            Instances.New(Instances.Row(2, "visits"), "alpha", "beta"),
            Instances.New(Instances.Row(3), "beta"),
            Instances.New(Instances.Row(4, status: "ended"), "alpha"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(null, null, null, "4,3,2,1")]
    [InlineData("alpha", null, null, "4,2,1")]
    [InlineData("alpha", "check", null, "4,1")]
    [InlineData("alpha", null, "running", "2,1")]
    [InlineData("beta", "visits", "running", "2")]
    [InlineData(null, "check", "ended", "4")]
    [InlineData("gamma", null, null, "")]
    public async Task Instances_AreFound_ByUnitWorkflowAndStatus(string? unit, string? workflow, string? status, string found)
    {
        Assert.Equal(found, await FindAsync(new(Instances.Folder, unit, workflow, status)));
        Assert.Equal(found, await FindAsync(new(null, unit, workflow, status)));
    }

    [Fact]
    public async Task Instances_ComeByPage_NewestFirst()
    {
        Assert.Equal("4,3", await FindAsync(new(Instances.Folder, Limit: 2)));
        Assert.Equal("2,1", await FindAsync(new(Instances.Folder, Before: 3, Limit: 2)));
        Assert.Equal("2", await FindAsync(new(Instances.Folder, "alpha", Before: 3, Limit: 1)));
        Assert.Equal("3", await FindAsync(new(Subject: "S-3")));
    }

    [Fact]
    public async Task Tasks_AreFound_ByOwnerAndPerson_DueFirst()
    {
        TaskRow[] tasks = [Row(1, "unit:alpha", new(2026, 3, 9)), Row(2, "role:member", new(2026, 3, 5)), Row(3, "unit:beta", null) with { Person = "Beth" }, Row(4, "unit:alpha", null)];
        await Instances.SaveAsync(database, new InstanceChange(1, Instances.Row(3, version: 2), [Instances.Entry(2)], tasks, [], [], false));
        await Instances.SaveAsync(database, new InstanceChange(2, Instances.Row(3, version: 3), [Instances.Entry(3)], [], [4], [], false));

        Assert.Equal("2,1", await RunsAsync(new(Instances.Folder, ["unit:alpha", "role:member"])));
        Assert.Equal("3", await RunsAsync(new(Instances.Folder, Person: "Beth")));
        Assert.Equal("2,1,3", await RunsAsync(new(Instances.Folder)));
        Assert.Equal("2,1,3,4", await RunsAsync(new(Instance: 3, IsOpen: false)));
        Assert.Equal("1", await RunsAsync(new(Instances.Folder, Offset: 1, Limit: 1)));
    }

    private static TaskRow Row(int run, string owner, DateOnly? dueOn) => new()
    {
        Instance = 3,
        Run = run,
        Jurisdiction = Instances.Folder,
        Workflow = "check",
        Subject = "S-3",
        Step = "plan",
        Item = "",
        Kind = "task",
        Units = [],
        Owners = [owner],
        DueOn = dueOn,
        OpenedAt = Instances.Now,
    };

    private async Task<string> FindAsync(InstanceFilter filter) =>
        string.Join(',', (await database.Source.ReadAsync(connection => WorkflowQueries.InstancesAsync(connection, filter, default), default)).Select(row => row.Id));

    private async Task<string> RunsAsync(TaskFilter filter) =>
        string.Join(',', (await database.Source.ReadAsync(connection => WorkflowQueries.TasksAsync(connection, filter, default), default)).Select(row => row.Run));
}
