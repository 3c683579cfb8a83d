using System.Net.Http.Json;
using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;

namespace DoubleRandom.Cli.Verbs;

/// <summary>Starts a workflow at a running server.</summary>
internal sealed class WorkflowStartVerb : ServerVerb
{
    private const string Jurisdiction = "JURISDICTION";
    private const string Id = "ID";
    private const string Subject = "--subject";
    private const string Cast = "--cast";

    public WorkflowStartVerb()
        : base("start", new("启动流程", "start a workflow"))
    {
        Arguments.Add(new Word(Jurisdiction, new("辖区：文件夹、区划代码或 id", "jurisdiction: folder, division code or id")));
        Arguments.Add(new Word(Id, new("流程的 id", "id of the workflow")));
        Options.Add(new Setting(Subject, "ID", new("事项编号，如抽查任务的编号", "id of what it is about, such as an inspection task"), needed: true));
        Options.Add(new Setting(Cast, "ROLES", new("谁担任什么：角色=单位,单位; 角色=单位", "who is what: role=unit,unit; role=unit")));
        Options.Add(Acting.ListsOf());
        Options.Add(Acting.ContentOf());
        foreach (var option in Acting.Person())
            Options.Add(option);
        AddServer("table", "json");
        Examples = ["doublerandom workflow start pengyang liaison-change --subject 2026-03 --by 王某 --by-unit transport"];
        Asks(StartAsync);
    }

    private static async Task StartAsync(Call call, RunningEngine engine, CancellationToken cancel)
    {
        var body = Acting.Said(call);
        (string Key, object? Value)[] says =
            [("subject", call.Needed(Subject)), ("cast", NamesText.Read(call, Cast)), ("lists", NamesText.Read(call, Acting.Lists)), ("content", JsonFile.Read(call, Acting.Content))];
        foreach (var (key, value) in says.Where(said => said.Value is not null))
            body[key] = value;
        using var request = Acting.Request(
            call, $"/api/v1/jurisdictions/{Uri.EscapeDataString(call.Needed(Jurisdiction))}/workflows/{Uri.EscapeDataString(call.Needed(Id))}/instances", JsonContent.Create(body));
        ReceiptPage.Write(call, await engine.AskAsync(request, cancel));
    }
}
