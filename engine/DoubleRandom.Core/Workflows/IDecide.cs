namespace DoubleRandom.Core.Workflows;

/// <summary>Answers what the rules say, for guards and decisions. Pure, and never throws: what cannot be decided is undetermined.</summary>
public interface IDecide
{
    /// <summary>The answer of a rule set to the facts of a step.</summary>
    Verdict Decide(string ruleSet, WorkflowFacts facts);

    /// <summary>What a called workflow is told of the step that calls it: facts as JSON text; null for nothing.</summary>
    string? Handover(WorkflowFacts facts) => null;
}

/// <summary>What is known at a step.</summary>
/// <param name="Workflow">Id of the definition.</param>
/// <param name="Subject">Id of what the instance is about.</param>
/// <param name="Step">Id of the step that asks.</param>
/// <param name="Items">The items of the enclosing for-each steps, outermost first.</param>
/// <param name="Today">The civil day of the question.</param>
/// <param name="Lists">The instance's lists.</param>
/// <param name="Content">The JSON text handed in by the step of that id, in this item or in what encloses it; null when there is none. The step that asks gives what is being handed in with the command.</param>
public sealed record WorkflowFacts(
    string Workflow, string Subject, string Step, IReadOnlyList<string> Items, DateOnly Today,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Lists, Func<string, string?> Content);

/// <summary>The answer of a rule set: a word, or undetermined.</summary>
/// <param name="Word">The word; <see cref="Yes"/> and <see cref="No"/> for true and false; null when undetermined.</param>
/// <param name="Reasons">Why: the rows or rules that decided, or the fact that is missing.</param>
public sealed record Verdict(string? Word, IReadOnlyList<Bilingual> Reasons)
{
    /// <summary>True, as a word.</summary>
    public const string Yes = "yes";

    /// <summary>False, as a word.</summary>
    public const string No = "no";

    /// <summary>The words of what is decided by yes and no alone.</summary>
    public static IReadOnlyList<string> Both { get; } = [Yes, No];

    /// <summary>True or false.</summary>
    public static Verdict Of(bool outcome, params IReadOnlyList<Bilingual> reasons) => new(outcome ? Yes : No, reasons);

    /// <summary>A word of a decision table.</summary>
    public static Verdict Of(string word, params IReadOnlyList<Bilingual> reasons) => new(word, reasons);

    /// <summary>It cannot be decided, and why.</summary>
    public static Verdict Undetermined(params IReadOnlyList<Bilingual> reasons) => new(null, reasons);
}
