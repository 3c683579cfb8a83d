using System.CommandLine;
using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Core;

namespace DoubleRandom.Cli.Verbs;

/// <summary>Something that somebody does to a task.</summary>
internal sealed class TaskCommandVerb : ServerVerb
{
    private const string Task = "TASK";
    private const string Outcome = "--outcome";
    private const string Items = "--items";

    /// <param name="name">The verb.</param>
    /// <param name="about">What it does.</param>
    /// <param name="operation">The last part of the operation's address.</param>
    /// <param name="parts">Words and options of its own.</param>
    /// <param name="says">What they say to the server, by the keys of its body.</param>
    /// <param name="example">What follows the task in the example.</param>
    private TaskCommandVerb(string name, Bilingual about, string operation, IEnumerable<Symbol> parts, Func<Call, IEnumerable<(string Key, object? Value)>> says, string example = "")
        : base(name, about)
    {
        AddCommand(parts.Prepend(NumberText.TaskOf(Task)));
        Examples = [$"doublerandom task {name} 12/3 {example}{(example.Length > 0 ? " " : "")}--by 王某 --by-unit police"];
        Asks(async (call, engine, cancel) =>
        {
            var address = NumberText.Task(call, Task);
            ReceiptPage.Write(call, await Acting.GiveAsync(call, engine, address[..address.IndexOf("/tasks", StringComparison.Ordinal)], $"{address}/{operation}", says(call), cancel));
        });
    }

    /// <summary>Every command to a task but attaching, which sends a file.</summary>
    public static IEnumerable<Verb> All()
    {
        yield return new TaskCommandVerb(
            "do", new("办结待办：选择结果、填写表单", "finish a task: choose an outcome, fill in the form"), "complete",
            [new Setting(Outcome, "ID", new("结果；默认 done", "the outcome; default done")), Acting.ContentOf(), Acting.ListsOf(), Acting.ReasonOf(needed: false)],
            call => [("outcome", call.Text(Outcome)), ("content", JsonFile.Read(call, Acting.Content)), ("lists", NamesText.Read(call, Acting.Lists)), ("reason", call.Text(Acting.Reason))], "--outcome accepted");
        yield return new TaskCommandVerb("claim", new("认领待办", "claim a task"), "claim", [], _ => []);
        yield return new TaskCommandVerb("release", new("放回待办", "put a task back"), "release", [], _ => []);
        yield return WithWord("delegate", new("委托他人办理", "have another person do a task"), "person", "PERSON", new("受托人", "who is to do it"), isReasoned: true, "丁某 --reason 出差");
        yield return WithWord("reassign", new("改派另一单位", "hand a task to another unit"), "unit", "UNIT", new("单位的 id", "id of the unit"), isReasoned: true, "police --reason 职能划转");
        yield return WithWord("postpone", new("延期", "move a task's due day"), "to", "D", new("新的期限", "the later day"), isReasoned: true, "2026-03-31 --reason 人手不足");
        yield return new TaskCommandVerb("cancel", new("取消待办", "take a task away"), "cancel", [Acting.ReasonOf(needed: true)], call => [("reason", call.Text(Acting.Reason))], "--reason 不再参加");
        yield return WithWord("comment", new("备注", "remark on a task"), "text", "TEXT", new("备注内容", "the remark"), isReasoned: false, "请加快");
        yield return WithWord("published", new("登记已公示", "report a publication"), "record", "RECORD", new("公示的网址或编号", "where, or number of the record"), isReasoned: false, "https://www.example.gov.cn/1");
        yield return new TaskCommandVerb(
            "drawn", new("登记抽取结果", "report the result of a draw"), "drawn",
            [new Word("RECORD", new("抽取记录编号", "number of the draw's record")), new Setting(Items, "ITEMS", new("抽中的，用逗号分隔", "what was drawn, separated by commas"), needed: true)],
            call => [("record", call.Needed("RECORD")), ("items", NamesText.Items(call.Needed(Items)))], "D-2026-1 --items E-1,E-2");
    }

    private static TaskCommandVerb WithWord(string name, Bilingual about, string key, string word, Bilingual what, bool isReasoned, string example) => new(
        name, about, name, isReasoned ? [new Word(word, what), Acting.ReasonOf(needed: true)] : [new Word(word, what)],
        call => isReasoned ? [(key, call.Needed(word)), ("reason", call.Text(Acting.Reason))] : [(key, call.Needed(word))], example);
}
