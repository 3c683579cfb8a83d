using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Time;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store;
using DoubleRandom.Store.Deadlines;
using DoubleRandom.Store.Notices;
using DoubleRandom.Store.Packs;
using DoubleRandom.Web.Pages.Wording;
using Npgsql;

namespace DoubleRandom.Web.Pages.Home;

/// <summary>Gathers the first page: a dozen bounded queries, whatever is shown.</summary>
internal sealed class HomeReader(NpgsqlDataSource source, RunningPacks packs, AtHandReader atHand, TimeProvider time)
{
    private const int MostRows = 400;
    private const int MostLines = 200;
    private const int MostLetters = 20;
    private const int MostInstances = 6;
    public const string UsualZone = "Asia/Shanghai";

    public async Task<HomeView> ReadAsync(string? jurisdiction, string? unit, CancellationToken cancel)
    {
        var choice = Choose(jurisdiction, unit);
        var running = await atHand.ReadAsync(new(choice.Jurisdiction, choice.Unit, Status: "running", Limit: MostInstances + 1), cancel);
        return await source.ReadAsync(connection => ReadAsync(connection, choice, running, cancel), cancel);
    }

    /// <summary>What the filter can be set to, and to what it is set; unknown names choose all.</summary>
    public HomeChoice Choose(string? jurisdiction, string? unit)
    {
        var pack = string.IsNullOrEmpty(jurisdiction) ? null : packs.Named(jurisdiction);
        var known = pack?.Units.Select(one => new Option(one.Id, one.Name)).ToArray() ?? [];
        var all = packs.All.Values.OrderBy(one => one.Jurisdiction.Folder, StringComparer.Ordinal).Select(one => new Option(one.Jurisdiction.Folder, one.Jurisdiction.Name));
        return new(pack?.Jurisdiction.Folder, known.FirstOrDefault(one => string.Equals(one.Id, unit, StringComparison.Ordinal))?.Id, [.. all], known);
    }

    private async Task<HomeView> ReadAsync(NpgsqlConnection connection, HomeChoice choice, IReadOnlyList<RunningInstance> running, CancellationToken cancel)
    {
        var pack = choice.Jurisdiction is { } folder ? packs.Of(folder) : packs.All.Values.FirstOrDefault();
        var (zone, now) = (JurisdictionZone.Of(pack?.Jurisdiction.TimeZone ?? UsualZone), time.GetUtcNow());
        var today = zone.DayOf(now);
        var filter = OutlookFilter.At(choice.Jurisdiction, choice.Unit, now, today, zone.At);
        var tally = await Outlook.TallyAsync(connection, filter, cancel);
        var coming = await Outlook.ComingAsync(connection, filter, MostRows, cancel);
        var groups = new DueGroups(packs);
        return new(
            choice,
            Describe(pack, today),
            tally,
            groups.Of(await Outlook.OverdueAsync(connection, filter, MostRows, cancel)),
            groups.Of(coming.Where(due => due.DueOn == today)),
            DueGroups.ByWeek(groups.Of(coming.Where(due => due.DueOn > today))),
            Days(pack, today, await Outlook.LoadAsync(connection, filter, cancel)),
            [.. (await Outlook.StandingAsync(connection, filter, MostLines, cancel)).Select(Line)],
            [.. await RefusedAsync(connection, cancel), .. await LettersAsync(connection, cancel), .. Documents(choice, today), .. Provisional(tally)],
            new(choice.Jurisdiction, choice.Unit, [.. running.Take(MostInstances)], running.Count > MostInstances ? $"{MostInstances}+" : $"{running.Count}", today, pack?.Jurisdiction.TimeZone ?? UsualZone));
    }

    private static CalendarDay Describe(Pack? pack, DateOnly on) => pack?.Calendar.Describe(on) ?? new CalendarDay(on, DayKind.WorkingDay, null, null, true);

    private static (CalendarDay Day, int Count)[] Days(Pack? pack, DateOnly today, IReadOnlyList<DayLoad> load)
    {
        var byDay = load.ToDictionary(day => day.DueOn, day => day.Count);
        return [.. Enumerable.Range(0, 31).Select(today.AddDays).Select(on => (Describe(pack, on), byDay.GetValueOrDefault(on)))];
    }

    private StandingLine Line(UnitStanding counts)
    {
        var pack = packs.Of(counts.Jurisdiction);
        return counts.Unit.Length == 0
            ? new(pack?.Jurisdiction.Name ?? new(counts.Jurisdiction, counts.Jurisdiction), $"/?jurisdiction={counts.Jurisdiction}", counts)
            : new(pack?.Unit(counts.Unit)?.Name ?? new(counts.Unit, counts.Unit), $"/?jurisdiction={counts.Jurisdiction}&unit={counts.Unit}", counts);
    }

    private static async Task<IEnumerable<HomeWarning>> RefusedAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var refused = await PackVersions.RejectionsAsync(connection, cancel);
        return refused.Select(row => new HomeWarning("danger", HomeWords.Rejected(row.Jurisdiction, Faults(row.Diagnostics)), "/packs", HomeWords.SeePacks));
    }

    private static int Faults(string diagnostics)
    {
        using var faults = JsonDocument.Parse(diagnostics);
        return faults.RootElement.GetArrayLength();
    }

    private static async Task<IEnumerable<HomeWarning>> LettersAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var dead = await Deliveries.DeadAsync(connection, MostLetters, cancel);
        return dead.Count == 0 ? [] : [new("danger", HomeWords.Dead(dead.Count, dead.Count == MostLetters), "/notices", HomeWords.SeeLetters)];
    }

    private IEnumerable<HomeWarning> Documents(HomeChoice choice, DateOnly today) =>
        from pack in packs.All.Values.OrderBy(pack => pack.Jurisdiction.Folder, StringComparer.Ordinal)
        where choice.Jurisdiction is null || string.Equals(choice.Jurisdiction, pack.Jurisdiction.Folder, StringComparison.Ordinal)
        from document in pack.Documents.Values
        where string.Equals(document.Place.Layer, pack.Jurisdiction.Folder, StringComparison.Ordinal) && document.InForceTo <= today.AddDays(180)
        let last = document.InForceTo!.Value
        let text = last < today ? HomeWords.Lapsed(document.Title, last) : HomeWords.Lapses(document.Title, last, last.DayNumber - today.DayNumber)
        select new HomeWarning("warning", Named(pack, text), Shared.Places.Pack(pack.Jurisdiction.Folder), pack.Jurisdiction.Name);

    private static Bilingual Named(Pack pack, Bilingual text) => new($"{pack.Jurisdiction.Name.Zh}：{text.Zh}", $"{pack.Jurisdiction.Name.En}: {text.En}");

    private static IEnumerable<HomeWarning> Provisional(OutlookTally tally) =>
        tally.Provisional == 0 ? [] : [new("info", HomeWords.ProvisionalDates(tally.Provisional), null, null)];
}
