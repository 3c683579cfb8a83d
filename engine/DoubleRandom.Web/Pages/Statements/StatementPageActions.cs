using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Publication;
using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Pages.Statements;

/// <summary>Shows and makes the statement that a form asks for, and keeps what was entered when it is refused.</summary>
internal sealed class StatementPageActions(PublicDesk desk, TimeProvider time)
{
    private static readonly string[] Inputs = ["act", "kind", "key", "title", "text", "unit", "reason", "ground", "once", "seen"];

    /// <summary>What the public would read, or why that cannot be said.</summary>
    public async Task<(StatementAttempt Attempt, Statement? Preview)> PreviewAsync(Pack pack, StatementAttempt entered, CancellationToken cancel)
    {
        if (Faults(entered).ToArray() is { Length: > 0 } faults)
            return (entered with { Refusals = faults }, null);
        var answer = await desk.PreviewAsync(pack.Jurisdiction.Folder, Of(pack, entered), entered.By, cancel);
        return (entered with { Refusals = answer.Refusals }, answer.Value);
    }

    /// <summary>Says it; the same form sent twice says it once.</summary>
    public async Task<(StatementAttempt Attempt, PublicReceipt? Receipt)> StateAsync(Pack pack, StatementAttempt entered, CancellationToken cancel)
    {
        if (Faults(entered).ToArray() is { Length: > 0 } faults)
            return (entered with { Refusals = faults }, null);
        var answer = await desk.StateAsync(pack.Jurisdiction.Folder, Of(pack, entered), entered.By, Or(entered["once"]), cancel);
        return (entered with { Refusals = answer.Refusals }, answer.Value);
    }

    public static StatementAttempt Entered(IFormCollection posted) =>
        new(Text(posted["do"]), Text(posted["by"]), Inputs.ToDictionary(name => name, name => Text(posted[name]), StringComparer.Ordinal), []);

    /// <summary>What an address asks for, such as withdrawing a record.</summary>
    public static StatementAttempt Asked(IQueryCollection query, string by) => new("", by, Inputs.ToDictionary(name => name, name => Text(query[name]), StringComparer.Ordinal), []);

    private Statement Of(Pack pack, StatementAttempt entered)
    {
        _ = StatementWords.TryKind(entered["kind"], out var kind);
        _ = StatementWords.TryAct(entered["act"], out var act);
        var body = entered["text"].Length == 0 ? "{}" : JsonSerializer.Serialize(new { text = entered["text"].ReplaceLineEndings("\n") });
        var today = JurisdictionZone.Of(pack.Jurisdiction.TimeZone).DayOf(time.GetUtcNow());
        return new(kind!.Value, entered["key"], act!.Value, entered["title"], body, today, Or(entered["unit"]), Or(entered["reason"]), Or(entered["ground"]));
    }

    private static IEnumerable<Refusal> Faults(StatementAttempt entered)
    {
        if (!StatementWords.TryKind(entered["kind"], out var kind))
            yield return new("kind-unknown", "kind", new("没有选择公示种类", "no kind of record is chosen"), new("从列表中选择", "choose one from the list"));
        if (!StatementWords.TryAct(entered["act"], out var act))
        {
            yield return new("act-unknown", "act", new("没有选择处理方式", "it is not said what to do"), new("选择公布、更正、撤回或不予公开", "publish, correct, withdraw or withhold"));
            yield break;
        }

        if (act is not (StatementAct.Publish or StatementAct.Correct))
            yield break;
        if (kind is StatementKind.Draw or StatementKind.Result)
            yield return new("statement-not-by-hand", "kind",
                new("抽取记录和检查结果由各自的办理环节公布和更正", "draws and results are published and corrected where they are made"), new("在抽取或检查的页面办理；这里只能撤回或不予公开", "do it on the page of the draw or the inspection; here they can be withdrawn or withheld"));
        if (entered["text"].Length == 0)
            yield return new("text-missing", "text", new("没有写明内容", "there is no text"), new("写明公众要读到的全文", "write the whole text that the public should read"));
    }

    private static string? Or(string text) => text.Length == 0 ? null : text;

    private static string Text(Microsoft.Extensions.Primitives.StringValues values) => values.FirstOrDefault()?.Replace("\0", "", StringComparison.Ordinal).Trim() ?? "";
}
