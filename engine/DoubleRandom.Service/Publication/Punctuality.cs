using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Store.Publication;
using Npgsql;

namespace DoubleRandom.Service.Publication;

/// <summary>One publication that was due.</summary>
/// <param name="Duty">What the duty is called.</param>
/// <param name="Unit">Who owed it.</param>
/// <param name="DueOn">When it was due.</param>
/// <param name="PublishedOn">When it was made; null when it is not yet.</param>
/// <param name="Today">The day as of which it is judged.</param>
public sealed record PunctualityLine(Bilingual Duty, Bilingual Unit, DateOnly DueOn, DateOnly? PublishedOn, DateOnly Today)
{
    /// <summary>Days after the due day; negative before it. What is not made yet counts up to today.</summary>
    public int DaysLate => (PublishedOn ?? Today).DayNumber - DueOn.DayNumber;

    /// <summary>Whether it was, or still is, late.</summary>
    public bool IsLate => DaysLate > 0;
}

/// <summary>Holds publications against their due days: computed from the deadlines and the steps of procedures, entered by nobody.</summary>
public sealed class Punctuality(NpgsqlDataSource source, TimeProvider time)
{
    private const int Months = 24;

    /// <summary>The publications that fell due in the last two years, or were made before their due day; newest due day first.</summary>
    public async Task<IReadOnlyList<PunctualityLine>> OfAsync(Pack pack, CancellationToken cancel)
    {
        var (folder, zone) = (pack.Jurisdiction.Folder, JurisdictionZone.Of(pack.Jurisdiction.TimeZone));
        var today = zone.DayOf(time.GetUtcNow());
        var (from, to) = (today.AddMonths(-Months), today.AddMonths(Months));
        var duties = pack.Obligations.Where(IsPublication).ToDictionary(duty => duty.Id, duty => duty.Name, StringComparer.Ordinal);
        await using var connection = await source.OpenConnectionAsync(cancel);
        var rows = await PublicationDuties.OfAsync(connection, folder, duties.Keys, from, to, cancel);
        var steps = await PublicationDuties.StepsAsync(connection, folder, from, to, cancel);
        var lines = rows.Select(row => new PunctualityLine(duties[row.Obligation], Unit(pack, row.Unit), row.DueOn, row.SettledAt is { } settled ? zone.DayOf(settled) : null, today))
            .Concat(steps.Select(step => new PunctualityLine(Name(pack, step), Owner(pack, step), step.DueOn, step.ClosedAt is { } closed ? zone.DayOf(closed) : null, today)));
        return [.. lines.Where(line => line.PublishedOn is not null || line.DueOn < today).OrderByDescending(line => line.DueOn)];
    }

    /// <summary>What is owed to the public, and what a publication meets; the publishing steps of procedures stand beside them.</summary>
    private static bool IsPublication(Obligation duty) => duty.To is Obligation.Public || duty.MetByEvent?.EndsWith(".published", StringComparison.Ordinal) == true;

    private static Bilingual Name(Pack pack, PublishTaskRow task)
    {
        if (pack.Workflows.GetValueOrDefault(task.Workflow) is not { } definition)
            return new(task.Workflow, task.Workflow);
        var step = definition.Step(task.Step)?.Name ?? new(task.Step, task.Step);
        return new($"{definition.Name.Zh}：{step.Zh}", $"{definition.Name.En}: {step.En}");
    }

    private static Bilingual Owner(Pack pack, PublishTaskRow task)
    {
        var units = task.Units.Select(unit => Unit(pack, unit)).ToArray();
        return new(string.Join('、', units.Select(unit => unit.Zh)), string.Join(", ", units.Select(unit => unit.En)));
    }

    private static Bilingual Unit(Pack pack, string id) => pack.Unit(id)?.Name ?? new(id, id);
}
