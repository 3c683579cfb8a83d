using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store;
using DoubleRandom.Store.Events;
using Npgsql;

namespace DoubleRandom.Web.Pages.Events;

/// <summary>Gathers the page of a jurisdiction's events.</summary>
internal sealed class EventPageReader(NpgsqlDataSource source, RunningPacks packs, WorkflowReader workflows, TimeProvider time)
{
    private const int MostEvents = 50;
    private const int MostMissed = 20;

    /// <summary>The page; null when no such pack runs. Without an attempt the form begins with today.</summary>
    public async Task<EventPageView?> ReadAsync(string name, EventAttempt? attempt, Bilingual? done, CancellationToken cancel)
    {
        if (packs.Named(name) is not { } pack)
            return null;
        var today = JurisdictionZone.Of(pack.Jurisdiction.TimeZone).DayOf(time.GetUtcNow());
        var recent = await source.ReadAsync(connection => EventLog.NewestAsync(connection, pack.Jurisdiction.Folder, null, MostEvents, cancel), cancel);
        var missed = await workflows.MissedAsync(pack.Jurisdiction.Folder, MostMissed, cancel);
        return new(pack, [.. pack.Events.Values.Select(known => new EventEffects(known, Duties(pack, known.Id)))], recent, missed, attempt ?? new("", today.Iso(), "", "", "", []), done);
    }

    private static Obligation[] Duties(Pack pack, string id) => [.. pack.Obligations.Where(duty => HangsOn(duty, id))];

    private static bool HangsOn(Obligation duty, string id) =>
        string.Equals(duty.MetByEvent, id, StringComparison.Ordinal)
        || duty.When.Entries.Any(entry => entry.Value.Events.Contains(id, StringComparer.Ordinal) || (entry.Value is When.Quota quota && string.Equals(quota.Event, id, StringComparison.Ordinal)));
}
