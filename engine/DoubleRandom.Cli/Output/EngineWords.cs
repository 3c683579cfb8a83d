using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Cli.Output;

/// <summary>Words of the engine for programs (as in packs) and for people.</summary>
internal static class EngineWords
{
    public static string Word(this Strength strength) => strength == Strength.Should ? "should" : "must";

    public static string Word(this RungKind kind) => kind switch
    {
        RungKind.Escalation => "escalation",
        RungKind.Behind => "behind",
        _ => "reminder",
    };

    public static Bilingual Name(this Strength strength) => strength == Strength.Should ? new("倡导", "should") : new("应当", "must");

    public static Bilingual Name(this RungKind kind) => kind switch
    {
        RungKind.Escalation => new("督办", "escalation"),
        RungKind.Behind => new("进度提醒", "behind"),
        _ => new("提醒", "reminder"),
    };

    /// <summary>Who is told, as the pack calls them.</summary>
    public static Bilingual Audience(Pack pack, string audience) => audience.Split(':') switch
    {
        ["role", var role] => pack.Roles.GetValueOrDefault(role)?.Name ?? new(role, role),
        ["unit", var unit] => pack.Unit(unit)?.Name ?? new(unit, unit),
        ["liaison"] => new("联络员", "liaison"),
        ["leader"] => new("分管领导", "leader"),
        ["office"] => new("办公室", "office"),
        ["superior"] => new("上级单位", "superior"),
        ["convener"] => new("召集人", "convener"),
        _ => new(audience, audience),
    };

    /// <summary>The article, with its document unless only one is in question; or that it is local.</summary>
    public static Bilingual Of(Basis basis, bool oneDocument)
    {
        var article = oneDocument ? basis.Article ?? "" : $"{basis.Document} {basis.Article}";
        return basis.IsLocal ? new("本地规定", "local rule") : new(article, article);
    }
}
