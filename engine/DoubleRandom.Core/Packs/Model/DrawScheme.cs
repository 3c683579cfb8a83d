namespace DoubleRandom.Core.Packs.Model;

/// <summary>Who sends inspectors to every target of a draw.</summary>
/// <param name="From"><see cref="Lead"/>, <see cref="Participants"/>, <see cref="Owner"/>, <see cref="Any"/>, or id of a unit.</param>
/// <param name="Count">How many for every target.</param>
/// <param name="Tags">What they must bring, as the directory writes it.</param>
public sealed record SchemeSlot(string From, int Count, IReadOnlyList<string> Tags)
{
    /// <summary>The unit that leads the instance.</summary>
    public const string Lead = "lead";

    /// <summary>Each unit that takes part in the instance.</summary>
    public const string Participants = "participants";

    /// <summary>The unit that owns the step.</summary>
    public const string Owner = "owner";

    /// <summary>Any unit.</summary>
    public const string Any = "any";

    /// <summary>The words that stand for no certain unit.</summary>
    public static IReadOnlyList<string> Words { get; } = [Lead, Participants, Owner, Any];
}

/// <summary>By which rules a draw step draws (抽取方案). What it leaves open, such as this year's ratio, each draw says.</summary>
/// <param name="Id">Id within the pack.</param>
/// <param name="Name">What staff call it.</param>
/// <param name="Basis">The article, or why it is local.</param>
/// <param name="Stratum">Id of the rule set whose answer is the stratum, or a column of the directory; null for one stratum.</param>
/// <param name="Weight">Id of the rule set whose number is the weight; null for weight 1.</param>
/// <param name="Rules">The rules of the draw as canonical JSON, without roots and assignment; an empty object when it has none.</param>
/// <param name="Slots">Who sends inspectors; none when nobody is assigned.</param>
/// <param name="Witnesses">The fewest witnesses.</param>
/// <param name="IsSealed">Whether who was drawn stays secret until the checks are over.</param>
/// <param name="Place">Where the pack says so.</param>
public sealed record DrawScheme(
    string Id, Bilingual Name, Basis Basis, string? Stratum, string? Weight, string Rules, IReadOnlyList<SchemeSlot> Slots, int Witnesses, bool IsSealed, Place Place);
