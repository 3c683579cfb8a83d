using DoubleRandom.Core;
using DoubleRandom.Service.Workflows;

namespace DoubleRandom.Web.Api.Workflows;

/// <summary>An open step of an instance.</summary>
/// <param name="Step">Id of the step.</param>
/// <param name="Name">Its name.</param>
/// <param name="Times">How often it is open: once for each item of a for-each.</param>
public sealed record OpenStepView(string Step, Bilingual Name, int Times);

/// <summary>A procedure that runs or ran.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Jurisdiction">The jurisdiction's folder.</param>
/// <param name="Workflow">Id of the workflow.</param>
/// <param name="Name">What the workflow is called.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Version">How many entries its journal has; every command says which version it has seen.</param>
/// <param name="Status">running, ended or cancelled.</param>
/// <param name="Outcome">The result; null unless it ended.</param>
/// <param name="OpenSteps">Its open steps.</param>
/// <param name="StarterUnit">Id of the unit that started it; empty when the engine did.</param>
/// <param name="Parent">Number of the instance that called it; null for none.</param>
/// <param name="PackVersion">Content hash of the pack version that it runs on.</param>
/// <param name="Trouble">Why the engine could not carry it on; none when it could.</param>
/// <param name="TimeZone">The jurisdiction's zone (IANA), in which people read its times.</param>
/// <param name="StartedAt">When it was started (UTC).</param>
/// <param name="ChangedAt">When it last changed (UTC).</param>
/// <param name="EndedAt">When it ended or was cancelled (UTC); null while it runs.</param>
public sealed record InstanceView(
    long Id, string Jurisdiction, string Workflow, Bilingual Name, string Subject, long Version, string Status, string? Outcome, IReadOnlyList<OpenStepView> OpenSteps, string StarterUnit,
    long? Parent, string PackVersion, IReadOnlyList<Refusal> Trouble, string TimeZone, DateTimeOffset StartedAt, DateTimeOffset ChangedAt, DateTimeOffset? EndedAt)
{
    /// <summary>A line of a list of instances.</summary>
    public static InstanceView Of(InstanceLine line) => new(
        line.Row.Id, line.Row.Jurisdiction, line.Row.Workflow, line.Name, line.Row.Subject, line.Row.Version, line.Row.Status, line.Row.Outcome,
        [.. line.OpenSteps.Select(step => new OpenStepView(step.Step, step.Name, step.Times))], line.Row.StarterUnit, line.Row.Parent, line.Row.PackHash, line.Trouble, line.TimeZone,
        line.Row.StartedAt, line.Row.ChangedAt, line.Row.EndedAt);
}

/// <summary>Instances, the newest first.</summary>
/// <param name="Items">The page.</param>
/// <param name="NextBeforeId">Ask with this beforeId for the next page; null when there may be none.</param>
public sealed record InstancePage(IReadOnlyList<InstanceView> Items, long? NextBeforeId);
