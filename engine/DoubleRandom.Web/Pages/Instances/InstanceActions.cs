using System.Globalization;
using DoubleRandom.Core;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Web.Pages.Wording;
using DoubleRandom.Web.Pages.Workflows;
using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Pages.Instances;

/// <summary>Carries out what a form on an instance's page asks for, and keeps what was entered when it is refused.</summary>
internal sealed class InstanceActions(WorkflowDesk desk, InstanceReader reader)
{
    /// <summary>Does what was posted, in the jurisdiction of that folder; the deed has no refusals when it was done. Null when there is no such instance.</summary>
    public async Task<(Deed Deed, string Folder)?> DoAsync(long id, IFormCollection posted, CancellationToken cancel)
    {
        if (await reader.DetailAsync(id, cancel) is not { } known)
            return null;
        var asked = Asked.Of(posted, known);
        var deed = asked.Deed;
        if (deed.Action is not "more" && Faults(deed, posted).ToArray() is { Length: > 0 } faults)
            deed = deed with { Refusals = faults };
        else if (deed.Action is not "more")
            deed = deed with { Refusals = await GiveAsync(id, asked, posted, cancel) };
        return (deed, known.Line.Row.Jurisdiction);
    }

    /// <summary>All that can be said without the instance: every fault at once, in the words of the page.</summary>
    private static IEnumerable<Refusal> Faults(Deed deed, IFormCollection posted)
    {
        if (ActingPlace.Against(deed.Unit) is { } noUnit)
            yield return noUnit;
        if (deed.By.Length == 0)
            yield return ActingPlace.NoPerson;
        if (deed.Verb is "postpone" && DayOf(deed) is null)
            yield return new("date-wrong", "to-day", InstanceWords.NoDay, InstanceWords.GiveDay);
        if (deed.Verb is "attach" && !posted.Files.Any(file => file.Length > 0))
            yield return new("attachment-missing", "files", InstanceWords.NoFile, InstanceWords.ChooseFile);
        if (deed.Verb is "drawn" or "published" && deed.Texts["record"].Length == 0)
            yield return new("record-missing", "record", InstanceWords.NoRecord, InstanceWords.GiveRecord);
    }

    /// <summary>Files go first, because what is handed in counts them; but not while the form itself is refused, or they would be sent again with it.</summary>
    private async Task<IReadOnlyList<Refusal>> GiveAsync(long id, Asked asked, IFormCollection posted, CancellationToken cancel)
    {
        var (deed, person, version) = (asked.Deed, new WorkflowPerson(asked.Deed.Unit, asked.Deed.By), asked.Version);
        IFormFile[] files = deed.Verb is "attach" or "complete" ? [.. posted.Files.Where(file => file.Length > 0)] : [];
        var mayAttach = deed.Verb is "attach" || asked.FormFaults.Count == 0;
        foreach (var file in files.Where(_ => mayAttach))
        {
            var answer = await desk.AttachAsync(id, deed.Run ?? 0, await HandedFileOf.ReadAsync(file, cancel), version, person, cancel);
            if (!answer.IsDone)
                return answer.Refusals;
            version = answer.Value!.Version;
        }

        if (deed.Verb is "attach")
            return [];
        var refusals = (await desk.GiveAsync(id, CommandOf.Deed(deed, version, DayOf(deed), posted), person, cancel)).Refusals;
        return files.Length > 0 && !mayAttach ? [.. refusals.Where(refusal => refusal.Code is not "attachment-missing")] : refusals;
    }

    private static DateOnly? DayOf(Deed deed) =>
        DateOnly.TryParseExact(deed.Texts["to-day"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : null;
}
