using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DoubleRandom.Service.Telemetry;

/// <summary>What the engine counts and traces while it works. Nothing is kept unless somebody listens.</summary>
public static class EngineMeter
{
    /// <summary>The name under which meters and traces are subscribed to.</summary>
    public const string Name = "DoubleRandom";

    private static readonly Meter Meter = new(Name);

    /// <summary>Traces of sweeps, reconciliations, deliveries and adoptions.</summary>
    public static ActivitySource Traces { get; } = new(Name);

    /// <summary>Notices written to the outbox.</summary>
    public static Counter<long> NoticesWritten { get; } = Meter.CreateCounter<long>("doublerandom.notices.written", "{notice}", "Notices written to the outbox");

    /// <summary>How long a sweep took, in seconds.</summary>
    public static Histogram<double> SweepDuration { get; } = Meter.CreateHistogram<double>("doublerandom.sweep.duration", "s", "How long a sweep took");

    /// <summary>Attempts to deliver, by <c>channel</c> and <c>outcome</c> (delivered, retry, dead).</summary>
    public static Counter<long> Deliveries { get; } = Meter.CreateCounter<long>("doublerandom.deliveries", "{attempt}", "Attempts to deliver, by channel and outcome");

    /// <summary>Deadlines changed by reconciliation, by <c>jurisdiction</c> and <c>change</c> (added, changed, moved, withdrawn).</summary>
    public static Counter<long> ReconcileChanges { get; } = Meter.CreateCounter<long>("doublerandom.reconcile.changes", "{deadline}", "Deadlines changed by reconciliation");

    /// <summary>Pack folders taken in, by <c>outcome</c> (adopted, refused).</summary>
    public static Counter<long> PacksTakenIn { get; } = Meter.CreateCounter<long>("doublerandom.packs.taken_in", "{pack}", "Pack folders taken in, by outcome");

    /// <summary>Counts one reconciliation.</summary>
    internal static void Reconciled(Deadlines.ReconcileReport report)
    {
        Count(report, "added", report.Added);
        Count(report, "changed", report.Changed);
        Count(report, "moved", report.Moved);
        Count(report, "withdrawn", report.Withdrawn);
    }

    private static void Count(Deadlines.ReconcileReport report, string change, int deadlines)
    {
        if (deadlines > 0)
            ReconcileChanges.Add(deadlines, new("jurisdiction", report.Jurisdiction), new("change", change));
    }
}
