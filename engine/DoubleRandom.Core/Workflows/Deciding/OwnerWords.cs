using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows.Deciding;

/// <summary>Owners and starters in words.</summary>
internal static class OwnerWords
{
    private static readonly Bilingual Engine = new("系统", "the engine");

    public static Bilingual Of(Owner? owner)
    {
        if (owner is null)
            return Engine;
        var place = owner switch
        {
            { Role: { } role } => new Bilingual($"角色“{role}”", $"the role \"{role}\""),
            { Unit: { } unit } => new($"单位“{unit}”", $"the unit \"{unit}\""),
            { ItemOf: { } list } => new($"“{list}”中的该单位", $"that unit of \"{list}\""),
            _ => new("启动单位", "the unit that started it"),
        };
        return owner.Function is { } function ? new($"{place.Zh}的“{function}”", $"the {function} of {place.En}") : place;
    }

    public static Bilingual Of(Starter starter) => starter switch
    {
        Starter.ByPerson person => Of(person.Owner),
        Starter.ByEvent e => new($"事件“{e.Event}”", $"the event \"{e.Event}\""),
        Starter.ByWorkflow workflow => new($"流程“{workflow.Workflow}”", $"the workflow \"{workflow.Workflow}\""),
        _ => new("日期", "a date"),
    };
}

/// <summary>Kinds of actions in words.</summary>
internal static class ActionWords
{
    public static Bilingual Of(ActionKind kind) => kind switch
    {
        ActionKind.Adjust => new("调整", "adjusting"),
        ActionKind.Postpone => new("延期", "postponing"),
        ActionKind.Add => new("增加对象", "adding items"),
        ActionKind.Reassign => new("改派", "reassigning"),
        ActionKind.CancelBranch => new("取消环节", "cancelling a branch"),
        ActionKind.Cancel => new("取消流程", "cancelling"),
        _ => new("更正", "correcting"),
    };
}
