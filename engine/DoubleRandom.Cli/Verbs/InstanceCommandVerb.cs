using System.CommandLine;
using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Core;

namespace DoubleRandom.Cli.Verbs;

/// <summary>Something that somebody does to a whole instance.</summary>
internal sealed class InstanceCommandVerb : ServerVerb
{
    private const string Instance = "INSTANCE";
    private const string ActionWord = "ACTION";

    private InstanceCommandVerb(string name, Bilingual about, IEnumerable<Symbol> parts, Func<Call, string> operation, Func<Call, IEnumerable<(string Key, object? Value)>> says, string example)
        : base(name, about)
    {
        AddCommand(parts.Prepend(new Word(Instance, new("流程实例的编号", "number of the instance"))));
        Examples = [$"doublerandom workflow {name} 12 {example} --by 王某 --by-unit police"];
        Asks(async (call, engine, cancel) =>
        {
            var address = NumberText.Instance(NumberText.Needed(call, Instance));
            ReceiptPage.Write(call, await Acting.GiveAsync(call, engine, address, $"{address}/{operation(call)}", says(call), cancel));
        });
    }

    /// <summary>Every command to a whole instance.</summary>
    public static IEnumerable<Verb> All()
    {
        yield return new InstanceCommandVerb(
            "act", new("执行流程规定的操作：调整，或结束后更正", "do an action of the workflow: adjust it, or correct it after its end"),
            [new Word(ActionWord, new("操作的 id，见 workflow instance", "id of the action, see workflow instance")), Acting.ReasonOf(needed: true), Acting.ContentOf(), Acting.ListsOf()],
            call => $"actions/{Uri.EscapeDataString(call.Needed(ActionWord))}",
            call => [("reason", call.Text(Acting.Reason)), ("content", JsonFile.Read(call, Acting.Content)), ("lists", NamesText.Read(call, Acting.Lists))], "correct --reason 结果有误");
        yield return new InstanceCommandVerb(
            "cancel", new("取消流程实例", "cancel an instance"), [Acting.ReasonOf(needed: true)], _ => "cancel", call => [("reason", call.Text(Acting.Reason))], "--reason 计划取消");
        yield return new InstanceCommandVerb(
            "add", new("向正在逐个办理的一批对象中增加", "add items to a for-each that goes on"),
            [new Word("BATCH", new("批号，见 workflow instance", "number of the batch, see workflow instance")), new Word("ITEMS", new("增加的，用逗号分隔", "the new items, separated by commas")), Acting.ReasonOf(needed: true)],
            _ => "add", call => [("frame", NumberText.Needed(call, "BATCH")), ("items", NamesText.Items(call.Needed("ITEMS"))), ("reason", call.Text(Acting.Reason))], "1 housing,health --reason 增加两家");
        yield return new InstanceCommandVerb(
            "comment", new("备注流程实例", "remark on an instance"), [new Word("TEXT", new("备注内容", "the remark"))], _ => "comment", call => [("text", call.Needed("TEXT"))], "请加快");
    }
}
