using System.Security.Cryptography;
using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Forms;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.Audit;
using DoubleRandom.Store.Deadlines;
using DoubleRandom.Store.Submissions;
using Npgsql;

namespace DoubleRandom.Service.Submissions;

/// <summary>A file that comes with a submission.</summary>
public sealed record HandedFile(string Name, string MediaType, byte[] Content);

/// <summary>What a unit hands in.</summary>
/// <param name="Deadline">For which deadline.</param>
/// <param name="Content">The fields of the form, as a JSON object.</param>
/// <param name="Files">Attachments.</param>
/// <param name="By">Who hands it in.</param>
/// <param name="IdempotencyKey">The same key twice is the same submission; null for none.</param>
public sealed record Handing(DeadlineKey Deadline, JsonElement Content, IReadOnlyList<HandedFile> Files, string By, string? IdempotencyKey)
{
    /// <summary>The idempotency key within its deadline: two clients that chose the same word do not meet.</summary>
    public string? ScopedKey => IdempotencyKey is null ? null : $"{Deadline}#{IdempotencyKey}";
}

/// <summary>Handing in, accepting, sending back (报送、接收、退回).</summary>
/// <remarks>
/// A deadline that is met by acceptance rests while the receiver decides, and counts as in time when the accepted submission was handed in in time:
/// a unit does not answer for the receiver's pace.
/// </remarks>
public sealed class HandIn(NpgsqlDataSource source, RunningPacks packs, SendBackNotices sendBack, TimeProvider time)
{
    /// <summary>The largest attachment.</summary>
    public const long MostBytes = 20 * 1_048_576;

    /// <summary>Hands something in; gives its number.</summary>
    public Task<Answer<long>> SubmitAsync(Handing handing, CancellationToken cancel) => source.InTransactionAsync(
        async connection =>
        {
            var (key, now) = (handing.Deadline, time.GetUtcNow());
            if (await DeadlineQueries.LockAsync(connection, key, cancel) is not { } deadline || packs.Of(key.Jurisdiction) is not { } pack || pack.Obligation(key.Obligation) is not { } obligation)
                return Answer.Refused<long>([Refusals.NoDeadline(key)]);
            var form = obligation.Form is { } id ? pack.Forms[id] : null;
            var refusals = Check(handing, deadline, form).ToArray();
            if (refusals.Length > 0 && !await IsRepeatAsync(connection, handing, cancel))
                return Answer.Refused<long>(refusals);
            var (number, isNew) = await SubmissionTable.AddAsync(connection, key, handing.ScopedKey, form?.Id ?? "", handing.Content.GetRawText(), handing.By, now, cancel);
            if (isNew)
                await TakeAsync(connection, handing, obligation, deadline, number, now, cancel);
            return Answer.Done(number);
        },
        cancel);

    /// <summary>Accepts a submission: its deadline is met.</summary>
    public Task<Answer<SubmissionRow>> AcceptAsync(long id, string by, CancellationToken cancel) =>
        DecideAsync(id, "accepted", by, null, cancel);

    /// <summary>Sends a submission back with a reason: the deadline is open again.</summary>
    public Task<Answer<SubmissionRow>> SendBackAsync(long id, string by, string reason, CancellationToken cancel) =>
        DecideAsync(id, "returned", by, reason, cancel);

    private static IEnumerable<Refusal> Check(Handing handing, DeadlineRow deadline, Form? form)
    {
        if (deadline.Instance is { } instance)
            yield return Refusals.IsTask(handing.Deadline, instance);
        if (deadline.Status is not "open")
            yield return Refusals.Settled(handing.Deadline, deadline.Status);
        if (string.IsNullOrWhiteSpace(handing.By))
            yield return Refusals.NoPerson(handing.Deadline);
        if (handing.Files.Select(file => file.Name + file.MediaType).Append(handing.By + handing.IdempotencyKey).Any(text => text.Contains('\0', StringComparison.Ordinal)))
            yield return Refusals.NulCharacter("by, file");
        foreach (var file in handing.Files.Where(file => file.Content.Length > MostBytes))
            yield return Refusals.FileTooLarge(file.Name, MostBytes);
        if (form is null && !FormCheck.IsText(handing.Content))
            yield return FormCheck.NotText();
        if (form is null)
            yield break;
        if (handing.Files.Count > form.MaxAttachments)
            yield return Refusals.TooManyFiles(form.MaxAttachments);
        if (form.AttachmentRequired && handing.Files.Count == 0)
            yield return Refusals.NoFile();
        foreach (var fault in FormCheck.Of(form, handing.Content))
            yield return fault;
    }

    /// <summary>A client that lost its connection sends again: it gets the number of what it sent, even when the deadline is settled by now.</summary>
    private static async Task<bool> IsRepeatAsync(NpgsqlConnection connection, Handing handing, CancellationToken cancel) =>
        handing.ScopedKey is { } key && await SubmissionTable.ExistsAsync(connection, handing.Deadline, key, cancel);

    private static async Task TakeAsync(NpgsqlConnection connection, Handing handing, Obligation obligation, DeadlineRow deadline, long number, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var file in handing.Files)
            await SubmissionTable.AttachAsync(connection, number, file.Name, file.MediaType, Convert.ToHexStringLower(SHA256.HashData(file.Content)), file.Content, cancel);
        if (obligation.MetBy == MetBy.Submission)
            await DeadlineQueries.SettleAsync(connection, handing.Deadline, now <= deadline.DueAt ? "met" : "met-late", null, now, cancel);
        else
            await DeadlineQueries.PauseAsync(connection, handing.Deadline, now, cancel);
        await AuditTrail.AppendAsync(connection, handing.Deadline.Jurisdiction, now, handing.By, "submission.handed-in", handing.Deadline.ToString(), $"{{\"submission\":{number},\"files\":{handing.Files.Count}}}", cancel);
    }

    private Task<Answer<SubmissionRow>> DecideAsync(long id, string state, string by, string? reason, CancellationToken cancel) => source.InTransactionAsync(
        async connection =>
        {
            var now = time.GetUtcNow();
            if (await SubmissionTable.LockAsync(connection, id, cancel) is not { } submission)
                return Answer.Refused<SubmissionRow>([Refusals.NoSubmission(id)]);
            if (Check(submission, state, by, reason) is { Length: > 0 } refusals)
                return Answer.Refused<SubmissionRow>(refusals);
            await SubmissionTable.DecideAsync(connection, id, state, by, reason, now, cancel);
            var deadline = await DeadlineQueries.LockAsync(connection, submission.Key, cancel);
            if (deadline?.Status is "open" && state is "accepted")
                await DeadlineQueries.SettleAsync(connection, submission.Key, submission.SubmittedAt <= deadline.DueAt ? "met" : "met-late", null, now, cancel);
            else if (deadline?.Status is "open")
                await ResumeAsync(connection, submission, deadline, reason!, now, cancel);
            await AuditTrail.AppendAsync(connection, submission.Jurisdiction, now, by, $"submission.{state}", submission.Key.ToString(), JsonSerializer.Serialize(new { submission = id, reason }), cancel);
            return Answer.Done(submission with { State = state, DecidedBy = by, DecidedAt = now, Reason = reason });
        },
        cancel);

    private async Task ResumeAsync(NpgsqlConnection connection, SubmissionRow submission, DeadlineRow deadline, string reason, DateTimeOffset now, CancellationToken cancel)
    {
        await DeadlineQueries.ResumeAsync(connection, submission.Key, now, cancel);
        if (packs.Of(submission.Jurisdiction) is { } pack)
            await sendBack.WriteAsync(connection, pack, submission, deadline, reason, now, cancel);
    }

    private static Refusal[] Check(SubmissionRow submission, string state, string by, string? reason)
    {
        var refusals = new List<Refusal>();
        if (submission.State is not "submitted")
            refusals.Add(Refusals.Decided(submission.Id, submission.State));
        if (string.IsNullOrWhiteSpace(by))
            refusals.Add(Refusals.NoPerson(submission.Key));
        if (state is "returned" && string.IsNullOrWhiteSpace(reason))
            refusals.Add(Refusals.NoReason(submission.Key));
        if ((by + reason).Contains('\0', StringComparison.Ordinal))
            refusals.Add(Refusals.NulCharacter("by, reason"));
        return [.. refusals];
    }
}
