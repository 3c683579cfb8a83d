namespace DoubleRandom.Core.Packs;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>Worth a look; the pack can be adopted.</summary>
    Warning,

    /// <summary>The pack cannot be adopted until this is mended.</summary>
    Error,
}

/// <summary>One fault of a pack, as data: a page, a terminal and a program can each show it in their own way.</summary>
/// <param name="Code">Stable code, two letters for the family and three digits: <c>SY</c> syntax, <c>SC</c> schema, <c>LY</c> layers, <c>RF</c> references,
/// <c>LW</c> law and basis, <c>TM</c> time, <c>LD</c> ladders, <c>CV</c> coverage, <c>TS</c> tests, <c>TP</c> templates, <c>RU</c> rules, <c>WF</c> workflows, <c>BL</c> blanks of a draft, <c>BH</c> behaviour files, <c>DR</c> the files of a draw.</param>
/// <param name="Severity">Whether the pack may be adopted all the same.</param>
/// <param name="Place">Where.</param>
/// <param name="Problem">What is wrong with the value.</param>
/// <param name="Remedy">How to mend it.</param>
public sealed record Diagnostic(string Code, Severity Severity, Place Place, Bilingual Problem, Bilingual Remedy)
{
    /// <summary>Whether only a test is missing or fails: the pack itself hangs together, and what it does can be shown.</summary>
    public bool IsAboutTests() => Code.StartsWith("TS", StringComparison.Ordinal) || Code is "RU402" or "RU403" or "WF021" or "WF022" or "WF023" or "WF024" or "WF025" or "WF026";

    /// <summary>An error.</summary>
    public static Diagnostic Error(string code, Place place, Bilingual problem, Bilingual remedy) =>
        new(code, Severity.Error, place, problem, remedy);

    /// <summary>A warning.</summary>
    public static Diagnostic Warning(string code, Place place, Bilingual problem, Bilingual remedy) =>
        new(code, Severity.Warning, place, problem, remedy);

    /// <inheritdoc />
    public override string ToString() => $"{Place}: {Code} {Problem.En}";
}
