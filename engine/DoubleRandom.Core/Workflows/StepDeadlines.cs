using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Workflows.Deciding;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Core.Workflows;

/// <summary>Makes ordinary deadlines of the due days of steps: the same key, ladder, reading and explanation as those of obligations.</summary>
public static class StepDeadlines
{
    /// <summary>The duties to do the steps of a definition in time, for looking them up by their id.</summary>
    public static IEnumerable<Obligation> Duties(Pack pack, WorkflowDefinition definition) => definition.Steps.Where(step => step.Due is not null).Select(step => Duty(pack, definition, step));

    /// <summary>The deadline of a step for each unit of the pack that owes it; none when no unit of the pack does, or the step is gone.</summary>
    /// <param name="pack">The pack that runs, whose units, ladders and calendar hold whatever the definition's version.</param>
    /// <param name="definition">The definition that the instance runs on.</param>
    /// <param name="instance">Id of the instance.</param>
    /// <param name="effect">What the transition asks for.</param>
    public static IReadOnlyList<Deadline> Of(Pack pack, WorkflowDefinition definition, string instance, Effect.SetDeadline effect)
    {
        if (definition.Step(effect.Step) is not { } step)
            return [];
        var named = Duty(pack, definition, step);
        var duty = named with
        {
            Who = Dated<Who>.Always(new(effect.Assignment.Role, effect.Assignment.Units, [], false)),
            When = step.Due is { Field: null } ? named.When : Dated<When>.Always(effect.Occurrence.Rule ?? new When.Once([])),
        };
        var ladder = new LadderDates(duty, pack).Of(effect.Occurrence, null);
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

    /// <summary>The deadlines of a run as they stand, made again from the state: for telling how they came about.</summary>
    public static IReadOnlyList<Deadline> Of(Pack pack, WorkflowDefinition definition, WorkflowInstance instance, int run)
    {
        if (!instance.Runs.TryGetValue(run, out var opened) || opened.DueOn is not { } dueOn || definition.Step(opened.Step) is not { } step)
            return [];
        var openings = new Openings(new Course(definition, instance, new(default, opened.OpenedOn, Actor.Engine, NoRules, DueDates.Of(pack))));
        var effect = new Effect.SetDeadline(run, opened.Step, instance.Frames[opened.Frame].Path, openings.Assigned(step, opened), openings.Granted(opened, step, dueOn), step.Ladder);
        return Of(pack, definition, instance.Id, effect);
    }

    /// <summary>A deadline whose dates stand, with the ladder of the pack that runs; null when the pack has no such unit.</summary>
    /// <param name="pack">The pack that runs.</param>
    /// <param name="duty">The duty to do the step in time, of the version that the instance runs on.</param>
    /// <param name="key">The deadline.</param>
    /// <param name="occurrence">Its dates.</param>
    public static Deadline? Relaid(Pack pack, Obligation duty, DeadlineKey key, Occurrence occurrence)
    {
        if (pack.Unit(key.Unit) is not { } unit)
            return null;
        var ruled = occurrence with { Rule = duty.When.At(occurrence.OpensOn)?.Value };
        return new() { Key = key, Obligation = duty, Unit = unit, Occurrence = ruled, Ladder = new LadderDates(duty, pack).Of(ruled, null) };
    }

    private static IDecide NoRules { get; } = new Undecided();

    private static string DefaultLadder(Pack pack) => pack.Effective.GetValueOrDefault("jurisdiction")?["defaultLadder"]?.Text ?? "standard";

    private static bool Owes(Unit unit, Effect.SetDeadline effect) => effect.Assignment.Units.Count > 0
        ? effect.Assignment.Units.Contains(unit.Id, StringComparer.Ordinal)
        : effect.Assignment.Role is { } role && unit.Holds(role, effect.Occurrence.OpensOn);

    /// <summary>The duty to do a step in time. Its id tells it from the pack's own obligations, which have no dot.</summary>
    private static Obligation Duty(Pack pack, WorkflowDefinition definition, Step step)
    {
        var basis = step.Basis ?? definition.Basis;
        var period = step.Due?.Local is { } local ? Basis.OfLocal(local) : basis;
        // A ladder that an earlier version named and the running one dropped gives way to the default: its templates are there.
        var ladder = pack.Ladders.GetValueOrDefault(step.Ladder ?? "") ?? pack.Ladders.GetValueOrDefault(DefaultLadder(pack));
        return new(
            $"{definition.Id}.{step.Id}", step.Name, Dated<Who>.Always(new(step.Owner?.Role, step.Owner?.Unit is { } unit ? [unit] : [], [], false)), step.Form, null,
            step.Due?.When ?? Dated<When>.Always(new When.Once([])), Strength.Must, MetBy.Submission, null, basis,
            step.Due?.Vague, period, pack.Readings, ladder ?? new("", new("", ""), basis, [], step.Place), null, step.Place);
    }

    /// <summary>Due days ask no rules.</summary>
    private sealed class Undecided : IDecide
    {
        public Verdict Decide(string ruleSet, WorkflowFacts facts) => Verdict.Undetermined();
    }
}
