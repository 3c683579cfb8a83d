using DoubleRandom.Core.Packs;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store;
using DoubleRandom.Store.People;

namespace DoubleRandom.Web.Tests.Pages;

/// <summary>The pages over the tiny county with the sample workflows of tests/cases: nothing in them follows from what a real county writes.</summary>
/// <remarks>It is 2026-04-02, ten in the morning.</remarks>
public sealed class ProcedurePagesFixture : PagesFixture
{
    public const string Tiny = "990001-tiny";

    private static readonly string[] Workflows = ["check", "visits", "caller", "called", "follow", "summoned"];

    /// <summary>Starts an instance as Bureau A.</summary>
    public async Task<long> StartAsync(string workflow, string subject, params (string List, string[] Items)[] lists)
    {
        var given = lists.ToDictionary(list => list.List, list => (IReadOnlyList<string>)list.Items, StringComparer.Ordinal);
        var answer = await Service<WorkflowDesk>().StartAsync(new(Tiny, workflow, subject, Lists: given), new("alpha", "甲联"), default);
        Assert.Empty(answer.Refusals);
        return answer.Value!.Instance;
    }

    protected override async Task PrepareAsync()
    {
        Clock.Now = new(2026, 4, 2, 2, 0, 0, TimeSpan.Zero);
        var outcomes = await Service<PackIntake>().TakeInAsync(Library(), default);
        Assert.All(outcomes, outcome => Assert.True(outcome.Compiled.IsValid, string.Join('\n', outcome.Compiled.Diagnostics)));
        await Postgres.Source.ReadAsync(
            async connection =>
            {
                await PersonTable.ReplaceAsync(connection, Tiny, [new(Tiny, "alpha", "leader", "甲长", null, null, null, "zh")], default);
                return 0;
            },
            default);
    }

    private static PackLibrary Library()
    {
        var borrowed = PackFolder.Read(Repository.Root).Files.Where(file => file.Folder is "_base-national" || file.Path.StartsWith("rules/calendars/", StringComparison.Ordinal));
        var cases = Path.Combine(Repository.Root, "tests", "cases", "service");
        var samples = Workflows.Select(name => new PackFile($"workflows/{Tiny}/{name}.workflow.json", File.ReadAllBytes(Path.Combine(cases, "_workflows", $"{name}.workflow.json"))));
        return new(PackFolder.Read(Path.Combine(cases, "_packs")).Files.Concat(borrowed).Concat(samples));
    }
}

/// <summary>All tests of the pages of procedures share one server and one browser.</summary>
[CollectionDefinition(Name)]
public sealed class ProcedurePagesCollection : ICollectionFixture<ProcedurePagesFixture>
{
    public const string Name = "procedure pages";
}
