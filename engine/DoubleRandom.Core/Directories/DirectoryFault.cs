namespace DoubleRandom.Core.Directories;

/// <summary>Something wrong in a directory file, for the one who keeps it.</summary>
/// <param name="Code">Stable word for the kind of fault, such as <c>directory-unit-unknown</c>.</param>
/// <param name="Line">Line of the file, from 1; 0 when the file as a whole is meant.</param>
/// <param name="Column">English name of the column, such as <c>email</c>; null when the whole line is meant.</param>
/// <param name="Value">What stands there, shortened; null when nothing does.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Remedy">How to mend it.</param>
public sealed record DirectoryFault(string Code, int Line, string? Column, string? Value, Bilingual Problem, Bilingual Remedy);
