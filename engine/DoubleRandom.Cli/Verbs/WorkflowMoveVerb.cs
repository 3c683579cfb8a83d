using System.Net.Http.Json;
using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Web.Api.Workflows;
using Spectre.Console;

namespace DoubleRandom.Cli.Verbs;

/// <summary>Shows what the running pack version means for the instances that are not on it.</summary>
internal sealed class WorkflowMovePlanVerb : ServerVerb
{
    private const string Jurisdiction = "JURISDICTION";
    private const string Id = "ID";
    private const string Before = "--before";

    public WorkflowMovePlanVerb()
        : base("move-plan", new("预看迁移：不在现行版本上的实例逐个列出", "plan a migration: every instance that is not on the running version"))
    {
        Arguments.Add(new Word(Jurisdiction, new("辖区：文件夹、区划代码或 id", "jurisdiction: folder, division code or id")));
        Arguments.Add(new Word(Id, new("流程的 id", "id of the workflow")));
        Options.Add(WorkflowMoveVerb.MappingOf());
        Options.Add(new Setting(Before, "N", new("只要编号更小的，用于翻页", "only those with a smaller number, for paging")));
        AddServer("table", "json");
        Examples = ["doublerandom workflow move-plan pengyang joint-inspection --mapping plan=draft"];
        Asks(async (call, engine, cancel) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/jurisdictions/{Uri.EscapeDataString(call.Needed(Jurisdiction))}/workflows/{Uri.EscapeDataString(call.Needed(Id))}/move-plan")
            {
                Content = JsonContent.Create(new { mapping = NamesText.Mapping(call, WorkflowMoveVerb.MappingOption), beforeId = NumberText.Or(call, Before) }),
            };
            Write(call, await engine.AskAsync(request, cancel));
        });
    }

    private static void Write(Call call, EngineAnswer answer)
    {
        if (call.IsJson)
        {
            foreach (var item in answer.Json.GetProperty("items").EnumerateArray())
                ReceiptPage.Element(call, item);
            return;
        }

        var page = answer.As<MovePlanPage>();
        var table = Screens.Table(call.Say("编号", "number"), call.Say("事项", "subject"), "", call.Say("理由", "why"));
        foreach (var move in page.Items)
            table.AddRow(new Text($"{move.Instance}"), new Prose(move.Subject), new Text(move.Choice), new Prose(string.Join("\n", move.Reasons.Select(call.Say))));
        if (page.Items.Count > 0)
            call.Screen.Write(table);
        else
            call.Screen.WriteLine(call.Say("全部实例都在现行版本上", "every instance is on the running version"));
        if (page.NextBeforeId is { } next)
            call.Screen.WriteLine(call.Say($"  后面还有：--before {next}", $"  there are more: --before {next}"));
    }
}

/// <summary>Moves one instance to the running pack version, on the word of the office.</summary>
internal sealed class WorkflowMoveVerb : ServerVerb
{
    public const string MappingOption = "--mapping";

    private const string Instance = "INSTANCE";

    public WorkflowMoveVerb()
        : base("move", new("由办公室把流程实例迁到现行版本", "move an instance to the running version, on the word of the office"))
    {
        Arguments.Add(new Word(Instance, new("流程实例的编号", "number of the instance")));
        Options.Add(MappingOf());
        Options.Add(Acting.ReasonOf(needed: true));
        foreach (var option in Acting.Person())
            Options.Add(option);
        AddServer("table", "json");
        Examples = ["doublerandom workflow move 12 --mapping plan=draft --reason 采用新版 --by 海某 --by-unit market-regulation"];
        Asks(async (call, engine, cancel) =>
        {
            var body = Acting.Said(call);
            body["reason"] = call.Needed(Acting.Reason);
            body["mapping"] = NamesText.Mapping(call, MappingOption);
            using var request = Acting.Request(call, $"{NumberText.Instance(NumberText.Needed(call, Instance))}/move", JsonContent.Create(body));
            ReceiptPage.Write(call, await engine.AskAsync(request, cancel));
        });
    }

    public static Setting MappingOf() => new(MappingOption, "STEPS", new("环节的新旧 id：旧=新; 旧=（去掉了）", "ids of steps: old=new; old= (gone)"));
}
