using DoubleRandom.Core.Packs;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.Packs;

namespace DoubleRandom.Service.Tests.Engine;

public sealed class PackIntakeTests
{
    private const string Obligations = "obligations.json";

    [Fact]
    public async Task TakeIn_AdoptsEveryJurisdiction_WhenDatabaseIsNew()
    {
        await using var engine = await TestEngine.EmptyAsync();

        var outcomes = await engine.TakeInAsync(TestPacks.Five);

        Assert.Equal(["140827-yuanqu", "445200-jieyang", "532323-mouding", "640221-pingluo", "640425-pengyang"], outcomes.Select(outcome => outcome.Folder), StringComparer.Ordinal);
        Assert.All(outcomes, outcome => Assert.Equal("adopted", outcome.Outcome));
        Assert.Equal(5, engine.Packs.All.Count);
        Assert.True(await engine.AskAsync<long>("select count(*) from deadline where status = 'open'") > 100);
        Assert.Equal("pack.adopted", await engine.AskAsync<string>("select action from audit_entry where jurisdiction = '640425-pengyang' and action like 'pack%'"));
    }

    [Fact]
    public async Task TakeIn_ChangesNothing_WhenFolderIsTheSame()
    {
        await using var engine = await TestEngine.TinyAsync();
        var before = await engine.DeadlinesAsync();

        var again = Assert.Single(await engine.TakeInAsync(TestPacks.OneTiny));

        Assert.Equal("unchanged", again.Outcome);
        Assert.Equal([1], (await VersionsAsync(engine)).Select(version => version.Number));
        Assert.Equivalent(before, await engine.DeadlinesAsync(), strict: true);
    }

    [Fact]
    public async Task TakeIn_AddsVersion_WhenFolderChanged()
    {
        await using var engine = await TestEngine.TinyAsync();

        var changed = Assert.Single(await engine.TakeInAsync(TestPacks.TinyWith(Obligations, "06-15", "06-16")));
        var back = Assert.Single(await engine.TakeInAsync(TestPacks.OneTiny));

        Assert.Equal("adopted", changed.Outcome);
        Assert.True(changed.Reconciled!.Moved > 0);
        Assert.Equal(changed.Reconciled.Moved, back.Reconciled!.Moved);
        Assert.Equal([2, 1], (await VersionsAsync(engine)).Select(version => version.Number)); // The way back is the first version again, not a third.
        Assert.Equal("06-15", (await engine.DeadlineAsync(TestEngine.Key("accepted", "alpha", "2026"))).DueOn.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("\"must\"", "\"moost\"")]
    [InlineData("\"obligations\": [", "\"obligations\": [[")]
    [InlineData("\"06-15\"", "\"06-31\"")]
    public async Task TakeIn_LeavesEverythingAndSaysWhy_WhenFolderIsBroken(string old, string @new)
    {
        await using var engine = await TestEngine.TinyAsync();
        var before = await engine.DeadlinesAsync();
        var hash = engine.Tiny.ContentHash;

        var refused = Assert.Single(await engine.TakeInAsync(TestPacks.TinyWith(Obligations, old, @new)));

        Assert.Equal("refused", refused.Outcome);
        Assert.Equal(hash, engine.Tiny.ContentHash);
        Assert.Equivalent(before, await engine.DeadlinesAsync(), strict: true);
        var rejection = Assert.Single(await RejectionsAsync(engine));
        Assert.Contains(Obligations, rejection.Diagnostics, StringComparison.Ordinal);
        Assert.Contains("\"remedy\"", rejection.Diagnostics, StringComparison.Ordinal);

        Assert.Equal("unchanged", Assert.Single(await engine.TakeInAsync(TestPacks.OneTiny)).Outcome);
        Assert.Empty(await RejectionsAsync(engine));
    }

    [Fact]
    public async Task TakeIn_AdoptsTheOthers_WhenOneFolderIsBroken()
    {
        await using var engine = await TestEngine.EmptyAsync();

        var outcomes = await engine.TakeInAsync(TestPacks.Five.With("workflows/640425-pengyang/forms.json", "\"forms\"", "\"froms\""));

        Assert.Equal("refused", outcomes.Single(outcome => outcome.Folder is "640425-pengyang").Outcome);
        Assert.Equal(4, outcomes.Count(outcome => outcome.Outcome is "adopted"));
        Assert.Null(engine.Packs.Of("640425-pengyang"));
    }

    [Fact]
    public async Task Files_GiveTheSameHash_WhenReadBack()
    {
        await using var engine = await TestEngine.EmptyAsync();
        await engine.TakeInAsync(TestPacks.Five);

        foreach (var (folder, pack) in engine.Packs.All)
        {
            var stored = await engine.Database.Source.ReadAsync(connection => PackVersions.FilesAsync(connection, folder, pack.ContentHash, default), default);
            Assert.Equal(pack.ContentHash, PackCompiler.Compile(stored, folder).Pack!.ContentHash);
        }
    }

    [Fact]
    public async Task Refresh_RunsTheLastGoodVersion_WhenProgramRestartsOverABrokenFolder()
    {
        await using var engine = await TestEngine.TinyAsync();
        await using var restarted = await TestEngine.OnAsync(engine.ConnectionString, new SettableClock("2026-03-13 09:00"));

        await restarted.TakeInAsync(TestPacks.TinyWith(Obligations, "\"must\"", "\"moost\""));

        Assert.Equal(engine.Tiny.ContentHash, restarted.Tiny.ContentHash);
        Assert.True(await restarted.Sweep.RunAsync(default) > 0); // It reminds of 20 March as if nothing had happened.
    }

    [Fact]
    public async Task TakeIn_LeavesItRunning_WhenTheFolderIsGone()
    {
        await using var engine = await TestEngine.TinyAsync();

        Assert.Empty(await engine.TakeInAsync(new PackLibrary([])));

        Assert.Equal(4, await engine.SweepAtAsync("2026-03-13 09:00"));
    }

    [Fact]
    public async Task TakeIn_AdoptsOnce_WhenTwoNodesStartAtOnce()
    {
        await using var engine = await TestEngine.EmptyAsync();
        await using var other = await engine.AnotherNodeAsync();

        await Task.WhenAll(engine.TakeInAsync(TestPacks.OneTiny), other.TakeInAsync(TestPacks.OneTiny));

        Assert.Equal([1], (await VersionsAsync(engine)).Select(version => version.Number));
        Assert.Equal(1, await engine.AskAsync<long>("select count(*) from audit_entry where action = 'pack.adopted'"));
    }

    private static Task<IReadOnlyList<PackVersionRow>> VersionsAsync(TestEngine engine) =>
        engine.Database.Source.ReadAsync(connection => PackVersions.OfAsync(connection, TestPacks.Tiny, default), default);

    private static Task<IReadOnlyList<PackRejectionRow>> RejectionsAsync(TestEngine engine) =>
        engine.Database.Source.ReadAsync(connection => PackVersions.RejectionsAsync(connection, default), default);
}
