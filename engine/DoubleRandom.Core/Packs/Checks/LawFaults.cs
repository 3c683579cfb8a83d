namespace DoubleRandom.Core.Packs.Checks;

/// <summary>The words for law without basis, and for local values dressed as law.</summary>
internal static class LawFaults
{
    public static Diagnostic NoBasis(Place place, string element) => Diagnostic.Error("LW001", place,
        new($"{element} 没有依据", $"{element} has no basis"),
        new("写明 basis（文件 document 和条款 article），或用 local 说明这是本地规定及原因", "give basis (document and article), or local with the reason for a local rule"));

    public static Diagnostic BothLawAndLocal(Place place, string element) => Diagnostic.Error("LW002", place,
        new($"{element} 同时写了 basis 和 local", $"{element} says both basis and local"),
        new("法定的只留 basis，本地规定只留 local", "keep basis for law, or local for a local rule"));

    public static Diagnostic VagueWithoutLocal(Place place, string word) => Diagnostic.Error("LW003", place,
        new($"原文“{word}”没有数字，又没有本地规定的时限", $"the text says \"{word}\" without a number, and no local period is given"),
        new("加上 \"as\"（本地时限）和 \"local\"（原因）；程序不会自行编造数字", "add \"as\" (the local period) and \"local\" (the reason); the program never invents a number"));

    public static Diagnostic VagueInHistory(Place place, string word) => Diagnostic.Error("LW006", place,
        new($"原文“{word}”写在历次规定之内", $"\"{word}\" stands inside a history of rules"),
        new("写成 { \"vague\": 原文用词, \"local\": 原因, \"as\": [历次规定] }，或分成两项义务", "write { \"vague\": the word, \"local\": the reason, \"as\": [the history] }, or make two obligations of it"));

    public static Diagnostic LocalDressedAsLaw(Place place, string quote) => Diagnostic.Error("LW004", place,
        new($"引用的原文“{quote}”没有数字，这里的时限却按法定写出", $"the quoted text \"{quote}\" has no number, but the period is presented as law"),
        new("改为 { \"vague\": 原文用词, \"local\": 原因, \"as\": 时限 }", "write { \"vague\": the word, \"local\": the reason, \"as\": the period }"));

    public static Diagnostic NotVague(Place place, string word) => Diagnostic.Error("LW005", place,
        new($"“{word}”有明确的数字，不是模糊用词", $"\"{word}\" gives a number: it is not vague"),
        new("去掉 vague，直接写时限", "drop \"vague\" and state the period itself"));
}
