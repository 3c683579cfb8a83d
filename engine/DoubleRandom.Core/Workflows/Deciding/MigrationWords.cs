using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows.Deciding;

/// <summary>The words of a migration plan.</summary>
internal static class MigrationWords
{
    public static readonly Bilingual Over = new("流程已结束或尚未启动，保持原样", "it is over or has not started, and stays as it is");

    public static readonly Bilingual AlreadyThere = new("已在新版本上运行", "it runs on the new version already");

    public static readonly Bilingual OtherVersion = new("它运行在别的版本上，与此次变更无关", "it runs on another version, which this change does not concern");

    public static readonly Bilingual Fits = new("每个在办环节都有对应环节", "every open step has its counterpart");

    public static Bilingual Gone(Bilingual step) => new($"“{step.Zh}”正在办理，新版本中没有对应环节", $"\"{step.En}\" is open and has no counterpart in the new version");

    public static Bilingual OtherKind(string from, Step to) => new($"“{from}”正在进行，新版本中的“{to.Name.Zh}”是另一类环节", $"\"{from}\" is going on, and \"{to.Name.En}\" is a step of another kind in the new version");

    public static Bilingual OtherJoin(Step to) => new($"“{to.Name.Zh}”的分支在新版本中汇合到别处", $"the branches of \"{to.Name.En}\" are gathered elsewhere in the new version");

    public static Bilingual Elsewhere(Step to) => new($"“{to.Name.Zh}”在新版本中处于别的分支或对象之内", $"\"{to.Name.En}\" lies in other branches or items in the new version");

    public static Bilingual Finished(string from, Step to, string finished) => new($"“{from}”若改为“{to.Name.Zh}”，已完成的“{finished}”会再办一次", $"if \"{from}\" became \"{to.Name.En}\", the finished step \"{finished}\" would run again");

    public static Bilingual WaitsForOther(Step to) => new($"“{to.Name.Zh}”在新版本中等待别的事件", $"\"{to.Name.En}\" waits for other events in the new version");

    public static Bilingual NotCast(string role) => new($"新版本须在启动时指定“{role}”，此流程没有指定", $"the new version casts the role \"{role}\" at the start, and this instance did not");

    public static Refusal Refused(string instance, Bilingual reason) => new("not-movable", instance, reason,
        new("改写对应关系，或让它在原版本上办完", "change the mapping, or let it finish on its own version"));
}
