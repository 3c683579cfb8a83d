using System.Text;
using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Directories;
using DoubleRandom.Service.Draws;
using DoubleRandom.Service.People;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Service.Tests.Directories;
using DoubleRandom.Service.Tests.Engine;
using DoubleRandom.Service.Workflows;

namespace DoubleRandom.Service.Tests.Draws;

/// <summary>Jieyang with a directory of a hundred bus companies and a dozen inspectors, where tests carry out draws.</summary>
internal sealed class DrawingCounty : IAsyncDisposable
{
    public const string Folder = JieyangBuses.Folder;
    public const int Companies = JieyangBuses.Companies;

    public static readonly WorkflowPerson Clerk = JieyangBuses.Clerk;
    public static readonly WorkflowPerson Checker = new("transport", "林复核");
    public static readonly WorkflowPerson Leader = JieyangBuses.Leader;
    public static readonly WorkflowPerson Emergency = new("emergency", "许联络");
    public static readonly WorkflowPerson Office = new("market-regulation", "张主任");

    /// <summary>The rules that most tests draw by: a tenth of each class, at least one.</summary>
    public const string Tenth = """{"method":"srs","each":{"atLeast":"10"},"substitutes":2}""";

    private DrawingCounty(TestEngine engine) => Engine = engine;

    public TestEngine Engine { get; }

    public CeremonyDesk Desk => Engine.Get<CeremonyDesk>();

    public Pack Pack => Engine.Packs.Of(Folder)!;

    public static async Task<DrawingCounty> OpenAsync(string at = "2026-09-01 09:00")
    {
        var engine = await TestEngine.EmptyAsync(at);
        var files = TestPacks.Five.Files.Where(file => file.Folder.StartsWith('_') || file.Folder is Folder || file.Path.StartsWith("rules/calendars/", StringComparison.Ordinal));
        var outcomes = await engine.TakeInAsync(new(files));
        Assert.All(outcomes, outcome => Assert.True(outcome.Compiled.IsValid, string.Join('\n', outcome.Compiled.Diagnostics)));
        var county = new DrawingCounty(engine);
        await county.PeopleAsync();
        await county.ImportAsync(TargetSheet.Id, JieyangBuses.Targets);
        await county.ImportAsync(InspectorSheet.Id, JieyangBuses.Inspectors);
        return county;
    }

    /// <summary>The county on a database where it was opened before, seen by a server that starts now.</summary>
    public static async Task<DrawingCounty> ReopenAsync(string connectionString, string at = "2026-09-01 09:00")
    {
        var engine = await TestEngine.OnAsync(connectionString, new SettableClock(at));
        await engine.Packs.RefreshAsync(default);
        return new(engine);
    }

    /// <summary>The same database, seen by another server.</summary>
    public async Task<DrawingCounty> AnotherServerAsync() => new(await Engine.AnotherNodeAsync());

    public static string CodeOf(int company) => JieyangBuses.CodeOf(company);

    public async Task ImportAsync(string directory, string csv)
    {
        var report = await Engine.Get<DirectoryUpdate>().RunAsync(Pack, new(directory, "测试员"), new MemoryStream(Encoding.UTF8.GetBytes(csv)), null, default);
        Assert.Empty(report.Faults);
    }

    public static DrawOrder Order(string rules = Tenth, long? instance = null, string? stratum = "creditRiskClass") => new()
    {
        Jurisdiction = Folder,
        What = DrawOrder.Targets,
        Instance = instance,
        Scope = new(),
        Stratum = stratum,
        Rules = rules,
        Witnesses = ["公证员甲", "人大代表乙"],
    };

    /// <summary>A draw by itself, which the office makes, up to the stage that is wanted.</summary>
    public async Task<DrawReceipt> DrawAsync(DrawOrder? order = null, CeremonyStage upTo = CeremonyStage.Drawn, WorkflowPerson? by = null)
    {
        order ??= Order();
        var person = by ?? (order.Instance is null ? Office : Clerk);
        var receipt = Done(await Desk.PrepareAsync(order, person, default)).Draw;
        var key = new DrawKey(Folder, receipt.Number);
        if (upTo >= CeremonyStage.Frozen)
            receipt = Done(await Desk.FreezeAsync(key, receipt.ManifestSha256, person with { Name = Checker.Name }, default));
        if (upTo >= CeremonyStage.Seeded)
            foreach (var witness in order.Witnesses)
                receipt = Done(await Desk.WitnessAsync(key, witness, "3141592653", person, default));
        if (upTo >= CeremonyStage.Drawn)
            receipt = Done(await Desk.RunAsync(key, person, default));
        if (upTo >= CeremonyStage.Dispatched)
            receipt = Done(await Desk.DispatchAsync(key, person, default));
        if (upTo >= CeremonyStage.Revealed)
            receipt = Done(await Desk.RevealAsync(key, person, default));
        return receipt;
    }

    /// <summary>A joint inspection whose plan was approved: it waits for the draw of its targets.</summary>
    public Task<long> PlannedAsync() => JieyangBuses.PlannedAsync(Engine.Get<WorkflowDesk>());

    public async Task<string[]> PicksAsync(string number) => [.. await Engine.ListAsync<string>("select code from draw_pick join draw using (jurisdiction, sequence) where number = @number order by stratum, place", new { number })];

    public async Task<byte[]?> PublicFileAsync(string number, string name) => (await Engine.ListAsync<byte[]>(
        """
        select f.content from public_file f where f.sha256 = (
            select file ->> 'sha256' from public_entry e, json_array_elements(e.content::json -> 'files') file
            where e.kind = 'draw' and e.key = @number and file ->> 'name' = @name order by e.sequence desc limit 1)
        """, new { number, name })).FirstOrDefault();

    /// <summary>The steps of an instance that are open.</summary>
    public async Task<IEnumerable<string>> OpenStepsAsync(long instance) => (await Engine.Get<WorkflowReader>().InstanceAsync(instance, 1, default))!.State.OpenRuns.Select(run => run.Step);

    /// <summary>The names of the files that the newest version of a draw's public record hands out.</summary>
    public async Task<string> PublicFilesAsync(string number) => string.Join(' ', await Engine.ListAsync<string>(
        """
        select file ->> 'name' from json_array_elements((
            select content::json -> 'files' from public_entry where kind = 'draw' and key = @number order by sequence desc limit 1)) file order by 1
        """, new { number }));

    public static T Done<T>(Answer<T> answer)
    {
        Assert.True(answer.IsDone, string.Join('\n', answer.Refusals.Select(refusal => $"{refusal.Code} {refusal.Subject}: {refusal.Problem}")));
        return answer.Value!;
    }

    public static string Codes<T>(Answer<T> answer) => string.Join(", ", answer.Refusals.Select(refusal => refusal.Code).Order(StringComparer.Ordinal));

    public ValueTask DisposeAsync() => Engine.DisposeAsync();

    private async Task PeopleAsync() =>
        Assert.Empty((await Engine.Get<DirectoryImport>().ImportAsync(Pack, Encoding.UTF8.GetBytes(JieyangBuses.People), "测试员", default)).Faults);
}
