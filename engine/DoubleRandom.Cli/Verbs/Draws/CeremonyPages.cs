using System.Globalization;
using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Core;
using DoubleRandom.Service.Draws;
using DoubleRandom.Web.Api.Draws;
using Spectre.Console;

namespace DoubleRandom.Cli.Verbs.Draws;

/// <summary>Draws at a server, for people and for programs.</summary>
internal static class CeremonyPages
{
    public static void Prepared(Call call, EngineAnswer answer)
    {
        if (call.IsJson)
        {
            ReceiptPage.Element(call, answer.Json);
            return;
        }

        var prepared = answer.As<PreparedDraw>();
        call.Screen.MarkupLineInterpolated($"[bold]{prepared.Draw.Number}[/]  {call.Say(DrawStages.Standing(prepared.Draw.Stage))}");
        var table = Screens.Table(call.Say("层", "stratum"), call.Say("在册", "rows"), call.Say("可抽", "eligible"), call.Say("将抽", "to draw"), call.Say("不可抽", "excluded"));
        foreach (var stratum in prepared.Strata)
            table.AddRow(new Text(stratum.Stratum), Count(stratum.Rows), Count(stratum.Eligible), Count(stratum.Number), new Text(string.Join(", ", stratum.Excluded.Select(pair => $"{pair.Key} {pair.Value}"))));
        call.Screen.Write(table);
        call.Screen.WriteLine(call.Say($"封存哈希 {prepared.Draw.ManifestSha256}", $"hash to confirm {prepared.Draw.ManifestSha256}"));
        call.Screen.WriteLine(call.Say("由另一人核对后执行 draw freeze … --confirm 该哈希。", "Have another person look, then run draw freeze … --confirm with this hash."));
    }

    public static void Receipt(Call call, EngineAnswer answer)
    {
        if (call.IsJson)
        {
            ReceiptPage.Element(call, answer.Json);
            return;
        }

        var receipt = answer.As<DrawReceipt>();
        call.Screen.MarkupLineInterpolated($"[bold]{receipt.Number}[/]  {call.Say(DrawStages.Standing(receipt.Stage))}");
        if (receipt.Waiting.Count > 0)
            call.Screen.WriteLine(call.Say($"  还等：{string.Join("、", receipt.Waiting)}", $"  still waiting for: {string.Join(", ", receipt.Waiting)}"));
        if (receipt.RecordSha256 is { } hash)
            call.Screen.WriteLine(call.Say($"  记录 {hash}", $"  record {hash}"));
        if (receipt.Told > 0)
            call.Screen.WriteLine(call.Say($"  {receipt.Told} 个等待的环节已继续", $"  {receipt.Told} waiting steps went on"));
    }

    public static void Substitute(Call call, EngineAnswer answer)
    {
        if (call.IsJson)
        {
            ReceiptPage.Element(call, answer.Json);
            return;
        }

        var used = answer.As<SubstituteReceipt>();
        call.Screen.WriteLine(call.Say($"{used.Number}：{used.Substitute} 替代 {used.Instead}", $"{used.Number}: {used.Substitute} takes the place of {used.Instead}"));
    }

    public static void List(Call call, EngineAnswer answer)
    {
        if (call.IsJson)
        {
            foreach (var item in answer.Json.GetProperty("items").EnumerateArray())
                ReceiptPage.Element(call, item);
            return;
        }

        var page = answer.As<DrawPage>();
        var table = Screens.Table(call.Say("编号", "number"), call.Say("内容", "what"), call.Say("阶段", "stage"), call.Say("流程", "instance"), call.Say("准备", "prepared by"), call.Say("复核", "confirmed by"), call.Say("说明", "note"));
        foreach (var draw in page.Items)
            table.AddRow(
                new Text(draw.Number), new Text(call.Say(DrawStages.What(draw.What))), new Text(call.Say(DrawStages.Standing(draw.Stage, draw.SupersededBy))), new Text($"{draw.Instance}"),
                new Text(draw.PreparedBy), new Text(draw.FrozenBy ?? ""), new Prose(draw.Reason ?? ""));
        call.Screen.Write(table);
    }

    public static void Detail(Call call, EngineAnswer answer)
    {
        if (call.IsJson)
        {
            ReceiptPage.Element(call, answer.Json);
            return;
        }

        var detail = answer.As<DrawDetailView>();
        call.Screen.MarkupLineInterpolated($"[bold]{detail.Draw.Number}[/]  {call.Say(DrawStages.What(detail.Draw.What))}  {call.Say(DrawStages.Standing(detail.Draw.Stage))}");
        call.Screen.WriteLine(call.Say($"封存哈希 {detail.Draw.ManifestSha256}", $"manifest {detail.Draw.ManifestSha256}"));
        foreach (var seat in detail.Witnesses)
            call.Screen.WriteLine(call.Say($"  见证人 {seat.Name}：{seat.Value ?? "（未给）"}", $"  witness {seat.Name}: {seat.Value ?? "(nothing yet)"}"));
        if (detail.Picks.Count > 0)
            Drawn(call, detail);
        foreach (var (file, hash) in detail.Files)
            call.Screen.WriteLine($"  {file,-16} {hash}");
    }

    private static void Drawn(Call call, DrawDetailView detail)
    {
        var teams = detail.Assignments.ToLookup(one => one.Target, one => one.Inspector, StringComparer.Ordinal);
        var table = Screens.Table(call.Say("层", "stratum"), call.Say("顺序", "place"), call.Say("代码", "code"), call.Say("检查对象", "target"), call.Say("检查人员", "inspectors"));
        foreach (var pick in detail.Picks)
            table.AddRow(new Text(pick.Stratum), Count(pick.Place), new Text(pick.Code), new Prose(NameOf(pick.Code)), new Prose(string.Join(", ", teams[pick.Code])));
        call.Screen.Write(table);
        foreach (var use in detail.Uses)
            call.Screen.WriteLine(call.Say($"  候补 {use.Code} {NameOf(use.Code)} 替换 {NameOf(use.Instead)}：{use.Reason}", $"  substitute {use.Code} {NameOf(use.Code)} in place of {NameOf(use.Instead)}: {use.Reason}"));

        string NameOf(string code) => detail.Names.GetValueOrDefault(code, "");
    }

    private static Text Count(long number) => new(number.ToString(CultureInfo.InvariantCulture));
}
