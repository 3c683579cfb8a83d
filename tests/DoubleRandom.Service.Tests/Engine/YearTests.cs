using System.Globalization;
using DoubleRandom.Service.Notices;
using DoubleRandom.Store.Deadlines;
using DoubleRandom.Store.Notices;

namespace DoubleRandom.Service.Tests.Engine;

/// <summary>A year of the five counties, day by day, and the same year once more in another database.</summary>
public sealed class YearTests
{
    private static readonly DateOnly FirstDay = new(2026, 1, 5);
    private static readonly DateOnly LastDay = new(2027, 1, 8);

    [Fact]
    public async Task Year_AccountsForEveryRungOnce_AndIsTheSameWhenLivedAgain()
    {
        var lives = await Task.WhenAll(Task.Run(LiveAsync), Task.Run(LiveAsync));

        AssertEveryRungIsAccountedFor(lives[0]);
        Assert.Equal(lives[0].Notices, lives[1].Notices);
        Assert.Equal(lives[0].Deadlines.Select(Text), lives[1].Deadlines.Select(Text), StringComparer.Ordinal);
    }

    private static async Task<Life> LiveAsync()
    {
        await using var engine = await TestEngine.EmptyAsync("2026-01-05 08:00");
        await engine.TakeInAsync(TestPacks.Five);
        var counties = new FiveCounties(engine);
        for (var day = FirstDay; day <= LastDay; day = day.AddDays(1))
        {
            if (FiveCounties.IsDown(day))
                continue;
            engine.Clock.Set($"{day:yyyy-MM-dd} 08:30");
            await counties.MorningAsync(day);
            await engine.SweepAtAsync($"{day:yyyy-MM-dd} 09:00");
            if (day.Day is 28)
            {
                await engine.Reconciler.AllAsync(default);
                Assert.All(await engine.Get<SelfAudit>().RunAsync(default), report => Assert.True(report.IsClean, $"{day:O}: {string.Join(", ", report.Missing)}"));
            }
        }

        var notices = await engine.NoticesAsync();
        return new(notices, [.. notices.Select(notice => $"{notice.CreatedAt:O} {notice.Key} {notice.Subject}").Order(StringComparer.Ordinal)], await engine.DeadlinesAsync());
    }

    private static void AssertEveryRungIsAccountedFor(Life life)
    {
        var end = SettableClock.At($"{LastDay:yyyy-MM-dd} 09:00");
        Assert.Equal(life.Rows.Count, life.Rows.DistinctBy(notice => notice.Key, StringComparer.Ordinal).Count());
        var told = life.Rows.Where(notice => notice.Kind is not "correction").SelectMany(notice => notice.Covers.Select(cover => $"{notice.Jurisdiction}/{cover}>{notice.RecipientUnit}/{notice.Function}/{notice.Language}")).ToArray();
        Assert.Equal(told.Length, told.Distinct(StringComparer.Ordinal).Count()); // Nobody heard of one rung twice.
        var covers = life.Rows.SelectMany(notice => notice.Covers.Select(cover => $"{notice.Jurisdiction}/{cover}")).ToHashSet(StringComparer.Ordinal);

        var expected = life.Deadlines.Where(deadline => deadline.Status is "open" or "met" or "met-late").SelectMany(deadline => Rungs(deadline, end)).ToHashSet(StringComparer.Ordinal);
        Assert.True(expected.Count > 1000, $"{expected.Count} rungs are too few for a year of five counties.");
        Assert.Empty(expected.Except(covers, StringComparer.Ordinal));
        var withdrawn = life.Deadlines.Where(deadline => deadline.Status is "withdrawn").Select(deadline => deadline.Key.ToString()).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(covers.Except(expected, StringComparer.Ordinal), cover => !withdrawn.Contains(cover[..cover.LastIndexOf('#')]));
        Assert.Contains(life.Rows, notice => notice.Late && notice.CreatedAt == SettableClock.At("2026-04-14 09:00")); // The first morning after the outage.
        Assert.Contains(life.Deadlines, deadline => deadline.Status is "met-late");
    }

    /// <summary>The rungs that fell while a deadline stood open.</summary>
    private static IEnumerable<string> Rungs(DeadlineRow deadline, DateTimeOffset end)
    {
        for (var i = (int)deadline.FirstRung; i < deadline.RungIds.Length; i++)
            if (deadline.RungAt[i] <= end.UtcDateTime && (deadline.SettledAt is not { } settled || HeardBefore(deadline.RungAt[i], settled.UtcDateTime)))
                yield return string.Create(CultureInfo.InvariantCulture, $"{deadline.Key}#{deadline.RungIds[i]}@{deadline.DueOn:yyyy-MM-dd}");
    }

    /// <summary>A rung that fell in the outage was heard of after it, unless the deadline had been settled by then.</summary>
    private static bool HeardBefore(DateTime rung, DateTime settled)
    {
        var day = DateOnly.FromDateTime(rung.AddHours(8));
        while (FiveCounties.IsDown(day))
            day = day.AddDays(1);
        return SettableClock.At($"{day:yyyy-MM-dd} 09:00").UtcDateTime < settled;
    }

    private static string Text(DeadlineRow deadline) =>
        $"{deadline.Key} {deadline.DueOn:O} {deadline.Status} {deadline.SettledAt:O} {deadline.NextRung} {deadline.Revision} {string.Join(',', deadline.RungIds)} {string.Join(',', deadline.RungAt.Select(at => at.Ticks))}";

    private sealed record Life(IReadOnlyList<NoticeRow> Rows, IReadOnlyList<string> Notices, IReadOnlyList<DeadlineRow> Deadlines);
}
