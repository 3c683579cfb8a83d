using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core;

/// <summary>Why something was not done, and what to do about it: for the officer who asked for it.</summary>
/// <param name="Code">Stable code, such as <c>field-missing</c> or <c>deadline-settled</c>.</param>
/// <param name="Subject">What it is about: a field's id, a deadline's key.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record Refusal(string Code, string Subject, Bilingual Problem, Bilingual Remedy)
{
    /// <summary>A name that does not exist, with the nearest one that does, or all of them.</summary>
    /// <param name="code">The code, such as <c>workflow-unknown</c>.</param>
    /// <param name="name">The name.</param>
    /// <param name="zh">What it would be the name of, in Chinese.</param>
    /// <param name="en">The same in English.</param>
    /// <param name="known">The names that exist.</param>
    public static Refusal Unknown(string code, string name, string zh, string en, IEnumerable<string> known)
    {
        var names = known.Order(StringComparer.Ordinal).ToArray();
        var near = NearMiss.Of(name, names);
        return new(code, name, new($"{zh}“{name}”不存在", $"there is no {en} \"{name}\""),
            near is null ? new($"可用的有：{string.Join(", ", names)}", $"known are: {string.Join(", ", names)}") : new($"是否应为“{near}”？", $"did you mean \"{near}\"?"));
    }

    /// <summary>A fault of a file, named by its file and pointer.</summary>
    public static Refusal Of(Diagnostic fault) => new(fault.Code, $"{fault.Place.File}{(fault.Place.Pointer.Length > 0 ? "#" + fault.Place.Pointer : "")}", fault.Problem, fault.Remedy);
}
