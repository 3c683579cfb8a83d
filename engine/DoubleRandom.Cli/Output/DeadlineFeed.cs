using DoubleRandom.Cli.Line;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Service.Feeds;

namespace DoubleRandom.Cli.Output;

/// <summary>Planned deadlines as an iCalendar file.</summary>
internal static class DeadlineFeed
{
    public static void Write(Call call, Pack pack, IEnumerable<Deadline> deadlines)
    {
        var stampAt = call.Terminal.Clock.GetUtcNow();
        var name = $"{call.Say(pack.Jurisdiction.Name)} · {call.Say("双随机时限", "deadlines")}";
        call.Terminal.Out.Write(CalendarFeed.Write(name, pack.Jurisdiction.TimeZone, deadlines.Select(deadline => Entry(call, pack, deadline, stampAt))));
    }

    private static CalendarEntry Entry(Call call, Pack pack, Deadline deadline, DateTimeOffset stampAt) => new(
        deadline.Key.ToString(), 0, deadline.DueOn, deadline.OpensOn < deadline.DueOn ? deadline.OpensOn : null,
        $"{call.Say(deadline.Obligation.Name)} · {call.Say(deadline.Unit.Name)}",
        string.Join('\n', Explanation.Of(deadline, pack).Select(line => call.Say(line.Text))),
        null, CalendarEntryStatus.Confirmed, stampAt,
        [.. deadline.Ladder.Where(rung => rung.Rung.Kind == RungKind.Reminder).Select(rung => Before(deadline.DueOn, rung))]);

    /// <summary>How long before the beginning of the due day; negative for a reminder on the day itself.</summary>
    private static TimeSpan Before(DateOnly dueOn, RungDate rung) => TimeSpan.FromDays(dueOn.DayNumber - rung.On.DayNumber) - rung.At.ToTimeSpan();
}
