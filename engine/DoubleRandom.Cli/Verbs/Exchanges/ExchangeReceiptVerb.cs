using System.Text.Json;
using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Service.Exchanges;

namespace DoubleRandom.Cli.Verbs.Exchanges;

/// <summary>Brings a platform's receipt to a running server.</summary>
internal sealed class ExchangeReceiptVerb : ServerVerb
{
    private const string FileWord = "FILE";
    private const string By = "--by";
    private const string ByUnit = "--by-unit";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public ExchangeReceiptVerb()
        : base("receipt", new("导入平台退回的回执，办结已全部接收的任务的录入环节", "bring back the platform's receipt; the step of entry is done for tasks all of whose results were taken over"))
    {
        Arguments.Add(new Word(FileWord, new("平台退回的 CSV 或 .xlsx 文件", "the CSV or .xlsx file that the platform gave back")));
        Options.Add(ExchangeVerb.JurisdictionOf());
        Options.Add(ExchangeVerb.ProfileOf());
        Options.Add(new Setting(By, "NAME", new("经办人，按名录写", "who brings it, as the directory writes the name"), needed: true));
        Options.Add(new Setting(ByUnit, "UNIT", new("代表哪个单位：单位的 id", "for which unit: its id"), needed: true));
        AddServer("table", "json");
        Examples = ["doublerandom exchange receipt back.xlsx --jurisdiction jieyang --profile provincial-results --by 王某 --by-unit transport"];
        Asks(ReceiveAsync);
    }

    private static async Task ReceiveAsync(Call call, RunningEngine engine, CancellationToken cancel)
    {
        var path = Path.GetFullPath(call.Needed(FileWord), call.Terminal.Folder);
        if (!File.Exists(path))
            throw new UsageException(new($"没有文件 {path}", $"there is no file {path}"), new("检查路径", "check the path"));
        using var request = new HttpRequestMessage(HttpMethod.Post, Address($"{ExchangeVerb.Address(call)}/receipts", ("unit", call.Needed(ByUnit)))) { Content = new StreamContent(File.OpenRead(path)) };
        request.Content.Headers.ContentType = new(Path.GetExtension(path) is ".xlsx" ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv");
        request.Headers.Add("Acting-Person", Uri.EscapeDataString(call.Needed(By)));
        var answer = await engine.SendAsync(request, Patience, cancel);
        if (!answer.IsDone)
            throw new RefusedException(answer);
        Show(call, answer.As<ReceiptReport>());
    }

    private static void Show(Call call, ReceiptReport report)
    {
        if (call.IsJson)
        {
            call.Json.Write(json =>
            {
                json.WriteNumber("taken", report.Taken);
                json.WriteNumber("known", report.Known);
                Write(json, "refused", report.Refused);
                Write(json, "closed", report.Closed.Select(instance => $"{instance}"));
                Write(json, "open", report.Open.Select(step => $"{step.Instance}"));
            });
            return;
        }

        call.Terminal.Out.WriteLine(call.Say(
            $"新接收 {report.Taken} 条，此前已接收 {report.Known} 条，未接收 {report.Refused.Count} 条；办结 {report.Closed.Count} 个任务的录入环节",
            $"{report.Taken} newly taken over, {report.Known} known already, {report.Refused.Count} not taken; the step of entry of {report.Closed.Count} tasks is done"));
        foreach (var key in report.Refused)
            call.Terminal.Out.WriteLine(call.Say($"  未接收：{key}", $"  not taken: {key}"));
        foreach (var step in report.Open)
            call.Terminal.Out.WriteLine(call.Say(
                $"  任务 {step.Instance} 的录入环节未能办结：{string.Join('；', step.Reasons.Select(reason => reason.Problem.Zh))}",
                $"  the step of entry of task {step.Instance} could not be done: {string.Join("; ", step.Reasons.Select(reason => reason.Problem.En))}"));
    }

    private static void Write(Utf8JsonWriter json, string key, IEnumerable<string> texts)
    {
        json.WriteStartArray(key);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
