using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;

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

    /// <summary>Whose a step or action is, as the pack calls them; the engine's own for nobody's.</summary>
    public static Bilingual Of(Pack pack, Owner? owner)
    {
        var place = owner switch
        {
            null => new Bilingual("系统", "the engine"),
            { Role: { } role } => pack.Roles.GetValueOrDefault(role)?.Name ?? new(role, role),
            { Unit: { } unit } => pack.Unit(unit)?.Name ?? new(unit, unit),
            { ItemOf: { } list } => new($"“{ListNames.Of(list, pack).Zh}”中的该单位", $"that unit of \"{ListNames.Of(list, pack).En}\""),
            _ => new("启动单位", "the unit that started it"),
        };
        return owner?.Function is { } function && Audience(pack, function) is var name ? new($"{place.Zh}（{name.Zh}）", $"{place.En} ({name.En})") : place;
    }

    /// <summary>What starts a workflow.</summary>
    public static Bilingual Of(Pack pack, Starter starter) => starter switch
    {
        Starter.ByPerson person => Of(pack, person.Owner),
        Starter.ByEvent e => pack.Events.GetValueOrDefault(e.Event)?.Name ?? new(e.Event, e.Event),
        Starter.ByWorkflow workflow => pack.Workflows.GetValueOrDefault(workflow.Workflow)?.Name ?? new(workflow.Workflow, workflow.Workflow),
        _ => new("按日期", "by date"),
    };

    /// <summary>Document and article, or why it is local.</summary>
    public static Bilingual InFull(Basis basis) => basis.Local is { } local ? new($"本地：{local.Zh}", $"local: {local.En}") : new($"{basis.Document} {basis.Article}", $"{basis.Document} {basis.Article}");

    /// <summary>The article, with its document unless only one is in question; or that it is local.</summary>
    public static Bilingual Of(Basis basis, bool oneDocument)
    {
        var article = oneDocument ? basis.Article ?? "" : $"{basis.Document} {basis.Article}";
        return basis.IsLocal ? new("本地规定", "local rule") : new(article, article);
    }
}
