using System.CommandLine;

namespace DoubleRandom.Cli.Line;

/// <summary>Options that more than one verb knows.</summary>
internal static class CommonOptions
{
    public const string Help = "--help";
    public const string Version = "--version";
    public const string Language = "--lang";
    public const string Packs = "--packs";
    public const string Format = "--format";
    public const string From = "--from";
    public const string To = "--to";
    public const string Events = "--events";
    public const string Unit = "--unit";

    /// <summary>The languages of the tables.</summary>
    public static readonly IReadOnlyList<string> Languages = ["zh", "en"];

    /// <summary>Those that every verb has.</summary>
    public static IEnumerable<Option> All()
    {
        yield return new Setting(Language, "zh|en", new("表格所用语言；默认 zh，或环境变量 DOUBLERANDOM_LANG", "language of the tables; default zh, or the variable DOUBLERANDOM_LANG")) { Recursive = true };
        yield return new Setting(Packs, "DIR", new("含有 workflows/ 和 rules/ 的文件夹；默认当前文件夹或本程序所在项目", "folder with workflows/ and rules/; default: the current one, or the program's own")) { Recursive = true };
        yield return new Flag(Help, new("显示帮助", "show this help")) { Recursive = true, Aliases = { "-h", "-?" } };
        yield return new Flag(Version, new("显示版本", "show the version"));
    }

    public static Setting FormatOf(params IReadOnlyList<string> words) =>
        new(Format, string.Join('|', words), new("输出格式；默认 table", "form of the output; default table"));

    public static Setting FromOf() => new(From, "D", new("第一个到期日，如 2026-01-01", "first due day, such as 2026-01-01"), needed: true);

    public static Setting ToOf() => new(To, "D", new("最后一个到期日", "last due day"), needed: true);

    public static Setting EventsOf() => new(
        Events, "FILE", new("已发生的事件：JSON 数组，或每行一个 {event,on,subject?,unit?}", "what happened: a JSON array, or one {event,on,subject?,unit?} a line"));
}
