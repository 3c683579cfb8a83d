namespace DoubleRandom.Core.Publication;

/// <summary>One statement to the public about one thing. It holds no personal data: no names or numbers of inspectors, no telephone, no identity numbers.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Key">Which one: stable within jurisdiction and kind, part of the record's address.</param>
/// <param name="Act">What it does to what stood there before.</param>
/// <param name="Title">What lists show and searches find. Not kept when it withholds.</param>
/// <param name="Body">A JSON object of strings, integers, objects and arrays. Not kept when it withholds or withdraws.</param>
/// <param name="On">The day of the act in the jurisdiction's zone.</param>
/// <param name="Unit">Id of the unit that answers for it; null when the jurisdiction does.</param>
/// <param name="Reason">Why it is corrected or withdrawn, for everybody to read.</param>
/// <param name="Ground">The legal ground for withholding, with document and article.</param>
public sealed record Statement(StatementKind Kind, string Key, StatementAct Act, string Title, string Body, DateOnly On, string? Unit = null, string? Reason = null, string? Ground = null)
{
    /// <summary>The longest key, in characters.</summary>
    public const int LongestKey = 200;

    /// <summary>What is handed out with it.</summary>
    public IReadOnlyList<StatementFile> Files { get; init; } = [];
}
