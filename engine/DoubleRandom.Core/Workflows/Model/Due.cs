using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Workflows.Model;

/// <summary>When a step or a whole workflow is due, in the time language of obligations.</summary>
/// <param name="When">The rule, with its history. A length after no named event counts from the day on which the step opens.</param>
/// <param name="Vague">The text's word without a number (及时), when the period is a local value; null otherwise.</param>
/// <param name="Local">Why the local period was chosen; null when the text itself gives it.</param>
/// <param name="Place">Where the pack says so.</param>
public sealed record Due(Dated<When> When, string? Vague, Bilingual? Local, Place Place)
{
    /// <summary>The date that somebody filled in, in place of a rule (限期); null otherwise.</summary>
    public DueField? Field { get; init; }

    /// <summary>The name under which the opening of a step stands among the events that a rule counts from.</summary>
    public const string Opening = "step.opened";
}

/// <summary>Where a due day was filled in.</summary>
/// <param name="Step">Id of the step whose form has the field.</param>
/// <param name="Name">Id of the field, a date.</param>
public sealed record DueField(string Step, string Name);
