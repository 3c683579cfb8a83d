using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Service.Draws;
using static DoubleRandom.Service.Tests.Draws.DispatchTests;
using static DoubleRandom.Service.Tests.Draws.DrawingCounty;

namespace DoubleRandom.Service.Tests.Draws;

/// <summary>What becomes of an order: who may give it, what the pack's scheme adds, whom earlier draws leave out.</summary>
public sealed class DrawPreparationTests
{
    [Fact]
    public async Task Prepare_TakesStrataAndTeamsFromThePacksScheme_WhenTheStepNamesOne()
    {
        await using var county = await OpenAsync();
        var instance = await county.PlannedAsync();
        var targets = new DrawOrder { Jurisdiction = Folder, What = DrawOrder.Targets, Instance = instance, Scope = new(), Rules = """{"each":{"number":2}}""", Witnesses = ["甲", "乙"] };

        var prepared = Done(await county.Desk.PrepareAsync(targets, Clerk, default));
        Assert.Equal(["UNKNOWN"], prepared.Strata.Select(stratum => stratum.Stratum), StringComparer.Ordinal); // The rules of ratio ask for the hazard, which this directory does not tell.
        await county.DrawAsync(targets, CeremonyStage.Dispatched);

        var inspectors = targets with { What = DrawOrder.Inspectors, Rules = "{}" };
        Assert.Equal("draw-assignment-missing, draw-days-missing", Codes(await county.Desk.PrepareAsync(inspectors, Clerk, default)));
        Assert.Equal("draw-scheme-unknown", Codes(await county.Desk.PrepareAsync(inspectors with { Scheme = "no-such" }, Clerk, default)));
        var drawn = await county.DrawAsync(inspectors with { Days = (new(2026, 9, 10), new(2026, 9, 20)) }, CeremonyStage.Dispatched);

        Assert.Equal(1, drawn.Told);
        Assert.Equal(4, await county.Engine.AskAsync<int>("select count(*)::int from draw_assignment where unit = 'transport'")); // Two of its own for each of the two targets.
        Assert.Equal(["confirm-lead-inspectors"], await county.OpenStepsAsync(instance), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Prepare_IsDoneOnce_WhenItIsSentAgainWithItsKey()
    {
        await using var county = await OpenAsync();

        var first = Done(await county.Desk.PrepareAsync(Order(), Office, default, "k-1"));
        var second = Done(await county.Desk.PrepareAsync(Order(), Office, default, "k-1"));

        Assert.Equal(first.Draw.ManifestSha256, second.Draw.ManifestSha256);
        Assert.Equal("idempotency-key-reused", Codes(await county.Desk.PrepareAsync(Order() with { Stratum = null }, Office, default, "k-1")));
        Assert.Equal(1, await county.Engine.AskAsync<int>("select count(*)::int from draw"));
    }

    [Fact]
    public async Task Prepare_IsForTheStepsOwner_WhenAnInstanceWaits()
    {
        await using var county = await OpenAsync();
        var instance = await county.PlannedAsync();

        Assert.Equal("not-yours", Codes(await county.Desk.PrepareAsync(Order(instance: instance), Emergency, default)));
        Assert.Equal("draw-not-awaited", Codes(await county.Desk.PrepareAsync(Order(WithTeams, instance) with { What = DrawOrder.Inspectors }, Clerk, default)));
        Assert.Equal("instance-unknown", Codes(await county.Desk.PrepareAsync(Order(instance: 99), Clerk, default)));
    }

    [Fact]
    public async Task Prepare_ExcludesWhoeverWasDrawn_UntilTheMonthsAreOver()
    {
        await using var county = await OpenAsync();
        const string rules = """{"method":"srs","each":{"atLeast":"10"},"repeat":[{"kind":"exclude","months":6}]}""";
        var first = await county.DrawAsync(Order(rules), CeremonyStage.Dispatched);

        var second = Done(await county.Desk.PrepareAsync(Order(rules), Office, default));

        Assert.Equal(12, second.Strata.Sum(stratum => stratum.Excluded.GetValueOrDefault("REPEAT-6M")));
        county.Engine.Clock.Set("2027-03-01 09:00");
        Assert.Equal(0, Done(await county.Desk.PrepareAsync(Order(rules), Office, default)).Strata.Sum(stratum => stratum.Excluded.GetValueOrDefault("REPEAT-6M")));
        Assert.Equal(12, (await county.PicksAsync(first.Number)).Length);
    }

    [Fact]
    public async Task Prepare_DrawsWhatTheYearStillOwes_WhenBatchesFillAQuotaTogether()
    {
        await using var county = await OpenAsync();
        const string rules = """{"method":"srs","repeat":[{"kind":"cycle","startedOn":"2026-01-01"}]}""";
        DrawOrder Batch(long? most) => Order(rules) with { Yearly = new("2026-bus", new(2026, 1, 1), "20", null, null, most) };

        var first = await county.DrawAsync(Batch(2)); // 20 % of 25 a class is 5; two now.
        var second = Done(await county.Desk.PrepareAsync(Batch(2), Office, default));
        Assert.All(second.Strata, stratum => Assert.Equal((23, 2L), ((int)stratum.Eligible, stratum.Number)));
        await county.DrawAsync(Batch(2));
        var last = Done(await county.Desk.PrepareAsync(Batch(null), Office, default));

        Assert.Equal(8, (await county.PicksAsync(first.Number)).Length);
        Assert.All(last.Strata, stratum => Assert.Equal(1, stratum.Number));
    }
}
