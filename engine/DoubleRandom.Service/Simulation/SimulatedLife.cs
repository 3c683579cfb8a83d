using DoubleRandom.Service.Events;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Scheduling;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Service.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Service.Simulation;

/// <summary>The days of a simulation: when the engine wakes, and when people work.</summary>
internal sealed class SimulatedLife(SimulatedCounty county, ServiceProvider services, EngineComplaints complaints)
{
    private static readonly TimeSpan PeopleStart = TimeSpan.FromMinutes(30);

    private readonly HashSet<string> _heard = new(StringComparer.Ordinal);
    private readonly Pulse _pulse = services.GetRequiredService<Pulse>();
    private readonly ModelledHandIns _handIns = new(county, services.GetRequiredService<HandIn>());
    private readonly ModelledStarts _starts = new(county, services.GetRequiredService<Turns>(), services.GetRequiredService<WorkflowDesk>(), services.GetRequiredService<EventRecorder>());
    private readonly TimeOnly[] _rungs = [.. county.Pack.Ladders.Values.SelectMany(ladder => ladder.Rungs).Select(rung => rung.At ?? county.Pack.OfficeHours.From).Append(county.Pack.OfficeHours.From).Distinct().Order()];

    private readonly ModelledInterventions _interventions = new(county, services.GetRequiredService<Turns>(), services.GetRequiredService<WorkflowDesk>());

    public ModelledTasks Tasks { get; } = new(county, services.GetRequiredService<Turns>(), services.GetRequiredService<WorkflowDesk>());

    /// <summary>The engine wakes whenever a rung can fall; people work once the office is open, on working days.</summary>
    public async Task LiveAsync(DateOnly day, CancellationToken cancel)
    {
        await BeatAsync(county.Zone.At(day, _rungs[0]), cancel);
        if (county.Pack.Calendar.IsWorkingDay(day))
            await WorkAsync(county.Zone.At(day, county.Pack.OfficeHours.From) + PeopleStart, cancel);
        foreach (var at in _rungs.Skip(1))
            await BeatAsync(county.Zone.At(day, at), cancel);
        foreach (var complaint in complaints.Take().Where(_heard.Add)) // The self-audit says the same thing every day.
            county.Found("log", county.Folder, new(complaint, complaint));
    }

    public async Task EndAsync(CancellationToken cancel)
    {
        await BeatAsync(county.Zone.At(county.Order.To, new(23, 59)), cancel);
        foreach (var report in (await services.GetRequiredService<SelfAudit>().RunAsync(cancel)).Where(report => !report.IsClean))
            county.Found("self-audit", report.Jurisdiction, new(
                $"漏告 {report.Missing.Count} 级：{report.Missing.FirstOrDefault()}；断链 {report.BrokenLink}；公示链 {report.PublicFault?.Problem.Zh}",
                $"{report.Missing.Count} rungs without a notice: {report.Missing.FirstOrDefault()}; broken link {report.BrokenLink}; public chain {report.PublicFault?.Problem.En}"));
    }

    private async Task BeatAsync(DateTimeOffset at, CancellationToken cancel)
    {
        county.Clock.Reach(at);
        await _pulse.BeatAsync(cancel);
    }

    private async Task WorkAsync(DateTimeOffset at, CancellationToken cancel)
    {
        county.Clock.Reach(at);
        await _starts.WorkAsync(cancel);
        await _handIns.WorkAsync(cancel);
        await _interventions.WorkAsync(cancel);
        await Tasks.WorkAsync(cancel);
    }
}
