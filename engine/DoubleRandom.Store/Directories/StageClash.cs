namespace DoubleRandom.Store.Directories;

/// <summary>A line of a file that speaks of the same thing as another line, or as a row under another code.</summary>
/// <param name="Kind"><c>code</c>: a line before has the code; <c>former</c>: a line before has the old number; <c>number</c>: its code is an old number that another line or row has given up; <c>taken</c>: its old number belongs to a row under another code.</param>
/// <param name="Line">The line.</param>
/// <param name="Code">What stands twice.</param>
/// <param name="First">The other line; 0 when it is a row.</param>
/// <param name="Other">The code of the other line or row.</param>
public sealed record StageClash(string Kind, int Line, string Code, int First, string Other);

/// <summary>What a file would do, or did, to a directory.</summary>
/// <param name="Added">Rows that are new.</param>
/// <param name="Changed">Rows that are different.</param>
/// <param name="Same">Rows that stay as they are.</param>
/// <param name="Missing">Rows of the directory that the file does not have.</param>
public sealed record StageEffect(int Added, int Changed, int Same, int Missing);

/// <summary>One row that a file would add, change or close.</summary>
/// <param name="Kind"><c>added</c>, <c>changed</c>, <c>missing</c>.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Before">Its values now, as JSON; null when it is new.</param>
/// <param name="After">Its values then, as JSON; null when it goes.</param>
public sealed record StageSample(string Kind, string Code, string Name, string? Before, string? After);
