using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Rules;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Draws.Ceremonies;

/// <summary>Makes rows of a frame out of targets: the pack's rules say who is eligible, in which stratum and with which weight; repeat rules come last.</summary>
/// <param name="rules">The rule sets of the pack, by id.</param>
/// <param name="facts">The facts that they may be asked with.</param>
/// <param name="stratum">Id of the rule set whose answer is the stratum, or one of <see cref="Columns"/>; null for one stratum.</param>
/// <param name="weight">Id of the rule set whose first number is the weight; null for weight 1.</param>
/// <param name="repeats">What becomes of targets drawn before, in this order.</param>
/// <param name="on">The civil day of the draw.</param>
public sealed class TargetRows(IReadOnlyDictionary<string, RuleSet> rules, FactSchema facts, string? stratum, string? weight, IReadOnlyList<RepeatRule> repeats, DateOnly on)
{
    /// <summary>The rule set that says who is eligible; without it everybody in business is.</summary>
    public const string Eligibility = "eligibility";

    /// <summary>The stratum of all when nothing divides them.</summary>
    public const string One = "ALL";

    /// <summary>The stratum of those of whom the rules cannot say one; they can be drawn, and are seen to be there.</summary>
    public const string Unknown = "UNKNOWN";

    private const string NotInBusiness = "NOT-ACTIVE";
    private const string NotEligible = "NOT-ELIGIBLE";
    private const int LongestCode = 32;
    private const int HeaviestWeight = 65535;

    /// <summary>What divides a frame without any rule: the class as graded, the whole division code, or the division of the industry (its first two digits).</summary>
    public static IReadOnlyList<string> Columns { get; } = ["creditRiskClass", "area", "industry"];

    /// <summary>The target's row.</summary>
    /// <param name="target">As the directory has it on the day.</param>
    /// <param name="lastOn">When it was last drawn or inspected; null when never.</param>
    public FrameRow Of(Target target, DateOnly? lastOn)
    {
        var known = target.Facts(facts, on);
        var reason = Excluded(target, known);
        var row = new FrameRow(target.Code, Stratum(target, known), Weight(known), reason is null, reason ?? "-");
        return repeats.Aggregate(row, (before, rule) => rule.Apply(before, lastOn, on));
    }

    /// <summary>Why a target cannot be drawn, as a code: the row of the rules that says so; null when it can.</summary>
    private string? Excluded(Target target, FactSet known)
    {
        if (!rules.TryGetValue(Eligibility, out var set))
            return target.Status is "active" ? null : NotInBusiness;
        var decision = set.Decide(known);
        if (decision.Outcome == Outcome.Undetermined)
            return Unknown;
        var isEligible = decision.Outputs.FirstOrDefault(output => output.Value?.Type.Kind == FactKind.Boolean)?.Value?.AsBoolean ?? decision.Outcome == Outcome.True;
        return isEligible ? null : Code(decision.Reasons.FirstOrDefault(reason => reason.Outcome == Outcome.True).Rule?.Id) ?? NotEligible;
    }

    private string Stratum(Target target, FactSet known) => stratum switch
    {
        null => One,
        "creditRiskClass" => target.CreditRiskClass ?? Unknown,
        "area" => target.Area ?? Unknown,
        "industry" => target.Industry is { Length: > 0 } industry ? industry[..Math.Min(2, industry.Length)] : Unknown,
        _ => rules[stratum].Decide(known).Outputs.FirstOrDefault(output => output.Value?.Type.Kind is FactKind.Choice or FactKind.Text)?.Value?.ToString() is { } word && IsStratum(word) ? word : Unknown,
    };

    private int Weight(FactSet known) => weight is null || rules[weight].Decide(known).Outputs.FirstOrDefault(output => output.Value?.Type.Kind == FactKind.Number)?.Value?.AsNumber is not { } number
        ? 1
        : (int)Math.Clamp(decimal.Floor(number), 1, HeaviestWeight);

    private static bool IsStratum(string word) => word.Length is > 0 and <= LongestCode && word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or '-');

    /// <summary>A rule's id as a reason; null when none can be made of it.</summary>
    private static string? Code(string? id) =>
        id?.ToUpperInvariant() is { Length: > 0 and <= LongestCode } code && code[0] != '-' && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? code : null;
}
