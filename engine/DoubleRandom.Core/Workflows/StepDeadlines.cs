using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows;

/// <summary>Makes ordinary deadlines of the due days of steps: the same key, ladder, reading and explanation as those of obligations.</summary>
public static class StepDeadlines
{
    /// <summary>The deadline of a step for each unit of the pack that owes it; none when no unit of the pack does, or the step is gone.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="definition">The definition that the instance runs on.</param>
    /// <param name="instance">Id of the instance.</param>
    /// <param name="effect">What the transition asks for.</param>
    public static IReadOnlyList<Deadline> Of(Pack pack, WorkflowDefinition definition, string instance, Effect.SetDeadline effect)
    {
        if (definition.Step(effect.Step) is not { } step)
            return [];
        var duty = Duty(pack, definition, step, effect);
        var ladder = new LadderDates(duty, pack.Calendar, pack.OfficeHours).Of(effect.Occurrence, null);
        return
        [
            .. pack.Units.Where(unit => Owes(unit, effect)).Select(unit => new Deadline
            {
                Key = new(pack.Jurisdiction.Folder, duty.Id, unit.Id, $"{instance}#{effect.Run}"),
                Obligation = duty,
                Unit = unit,
                Occurrence = effect.Occurrence,
                Ladder = ladder,
            }),
        ];
    }

    private static string DefaultLadder(Pack pack) => pack.Effective.GetValueOrDefault("jurisdiction")?["defaultLadder"]?.Text ?? "standard";

    private static bool Owes(Unit unit, Effect.SetDeadline effect) => effect.Assignment.Units.Count > 0
        ? effect.Assignment.Units.Contains(unit.Id, StringComparer.Ordinal)
        : effect.Assignment.Role is { } role && unit.Holds(role, effect.Occurrence.OpensOn);

    /// <summary>The duty to do a step in time. Its id tells it from the pack's own obligations, which have no dot.</summary>
    private static Obligation Duty(Pack pack, WorkflowDefinition definition, Step step, Effect.SetDeadline effect)
    {
        var basis = step.Basis ?? definition.Basis;
        var period = step.Due?.Local is { } local ? Basis.OfLocal(local) : basis;
        var ladder = pack.Ladders.GetValueOrDefault(effect.Ladder ?? DefaultLadder(pack));
        return new(
            $"{definition.Id}.{step.Id}", step.Name, Dated<Who>.Always(new(effect.Assignment.Role, effect.Assignment.Units, [], false)), step.Form, null,
            step.Due is { Field: null } due ? due.When : Dated<When>.Always(effect.Occurrence.Rule ?? new When.Once([])), Strength.Must, MetBy.Submission, null, basis,
            step.Due?.Vague, period, pack.Readings, ladder ?? new("", new("", ""), basis, [], step.Place), null, step.Place);
    }
}
