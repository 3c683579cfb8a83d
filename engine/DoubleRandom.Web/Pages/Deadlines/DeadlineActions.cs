using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Web.Pages.Wording;
using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Pages.Deadlines;

/// <summary>Carries out what a form on a deadline's page asks for, and keeps what was entered when it is refused.</summary>
internal sealed class DeadlineActions(HandIn handIn, DeadlineDecisions decisions, RunningPacks packs)
{
    /// <summary>Does what was posted; the attempt has no refusals when it was done.</summary>
    public async Task<Attempt> DoAsync(DeadlineKey key, IFormCollection posted, CancellationToken cancel)
    {
        var entered = Entered(key, posted);
        var refusals = entered.Action switch
        {
            "more" => [],
            "hand-in" => await HandInAsync(key, entered, posted, cancel),
            "accept" => (await handIn.AcceptAsync(entered.Submission, entered.By, cancel)).Refusals,
            "send-back" => (await handIn.SendBackAsync(entered.Submission, entered.By, entered.Reason, cancel)).Refusals,
            "waive" => (await decisions.WaiveAsync(key, entered.By, entered.Reason, cancel)).Refusals,
            "extend" => await ExtendAsync(key, entered, cancel),
            _ => throw new BadHttpRequestException("The form names no action."),
        };
        return entered with { Refusals = refusals };
    }

    private Attempt Entered(DeadlineKey key, IFormCollection posted)
    {
        var (more, pack) = (posted["more"].FirstOrDefault(), packs.Of(key.Jurisdiction));
        var form = pack?.Obligation(key.Obligation)?.Form is { } id ? pack.Forms.GetValueOrDefault(id) : null;
        return new(
            more is null ? Text(posted, "do") : "more", Text(posted, "by"), Text(posted, "reason"), Text(posted, "to"),
            long.TryParse(Text(posted, "submission"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
            form is null ? [] : FormContent.Of(form.Fields, posted, more), []);
    }

    private async Task<IReadOnlyList<Refusal>> HandInAsync(DeadlineKey key, Attempt entered, IFormCollection posted, CancellationToken cancel)
    {
        var files = new List<HandedFile>();
        foreach (var file in posted.Files.Where(file => file.Length > 0))
            files.Add(new(Path.GetFileName(file.FileName), file.ContentType, await BytesAsync(file, cancel)));
        using var content = JsonDocument.Parse(entered.Content.ToJsonString());
        var once = Text(posted, "once");
        var answer = await handIn.SubmitAsync(new(key, content.RootElement, files, entered.By, once.Length == 0 ? null : once), cancel);
        return answer.Refusals;
    }

    private async Task<IReadOnlyList<Refusal>> ExtendAsync(DeadlineKey key, Attempt entered, CancellationToken cancel) =>
        DateOnly.TryParseExact(entered.On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to)
            ? (await decisions.ExtendAsync(key, to, entered.By, entered.Reason, cancel)).Refusals
            : [new("extension-no-date", "to", DeadlineWords.WrongDate, DeadlineWords.WriteDate)];

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancel)
    {
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }

    private static string Text(IFormCollection posted, string name) => posted[name].FirstOrDefault()?.Trim() ?? "";
}
