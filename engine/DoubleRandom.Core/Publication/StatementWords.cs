using System.Diagnostics.CodeAnalysis;

namespace DoubleRandom.Core.Publication;

/// <summary>The one word that each kind, act and state has in JSON, addresses, tables and files.</summary>
public static class StatementWords
{
    private static readonly string[] Kinds = ["item-list", "annual-plan", "plan-change", "working-rules", "draw", "result", "circular"];
    private static readonly string[] Acts = ["publish", "correct", "withdraw", "withhold"];
    private static readonly string[] States = ["published", "corrected", "withdrawn", "withheld"];

    /// <summary>Every kind, in the order in which lists show them.</summary>
    public static IReadOnlyList<StatementKind> AllKinds { get; } = Enum.GetValues<StatementKind>();

    /// <summary>The word of a kind, such as <c>annual-plan</c>.</summary>
    public static string Word(this StatementKind kind) => Kinds[(int)kind];

    /// <summary>The word of an act, such as <c>withhold</c>.</summary>
    public static string Word(this StatementAct act) => Acts[(int)act];

    /// <summary>The word of a state, such as <c>withheld</c>.</summary>
    public static string Word(this PublicState state) => States[(int)state];

    /// <summary>The state in which an act leaves a record.</summary>
    public static PublicState State(this StatementAct act) => (PublicState)(int)act;

    /// <summary>The kind of a word; false when there is none.</summary>
    public static bool TryKind(string? word, [NotNullWhen(true)] out StatementKind? kind)
    {
        var at = Array.IndexOf(Kinds, word);
        kind = at < 0 ? null : (StatementKind)at;
        return at >= 0;
    }

    /// <summary>The act of a word; false when there is none.</summary>
    public static bool TryAct(string? word, [NotNullWhen(true)] out StatementAct? act)
    {
        var at = Array.IndexOf(Acts, word);
        act = at < 0 ? null : (StatementAct)at;
        return at >= 0;
    }

    /// <summary>The state of a word that this program wrote.</summary>
    /// <exception cref="ArgumentException">There is no such state: the table was written by something else.</exception>
    public static PublicState StateOf(string word) =>
        Array.IndexOf(States, word) is var at and >= 0 ? (PublicState)at : throw new ArgumentException($"'{word}' is no state of a public record.", nameof(word));
}
