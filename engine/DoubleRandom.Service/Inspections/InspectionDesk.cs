using System.Security.Cryptography;
using System.Text;
using DoubleRandom.Core;
using DoubleRandom.Core.Inspections;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store.Inspections;

namespace DoubleRandom.Service.Inspections;

/// <summary>
/// Where departments hand in what they found on site. Whatever is sent again changes nothing: the same record makes no new version, the same file is kept once, and under
/// an idempotency key the first receipt is given again. Each act is one transaction with all that follows from it in the workflow.
/// </summary>
public sealed class InspectionDesk(Turns turns, Actors actors)
{
    private const int MostFiles = 200;
    private const int LongestReason = 2_000;
    private static readonly string[] Methods = ["on-site", "written", "network"];

    /// <summary>Sets the day on which the visit is meant to be. The lead says it.</summary>
    public Task<Answer<InspectionReceipt>> ScheduleAsync(InspectionKey key, DateOnly on, WorkflowPerson person, string? idempotency, CancellationToken cancel) =>
        TakeAsync(key, "inspection-schedule", new { key.Target, on }, person, idempotency, async at =>
        {
            if (!IsLead(at))
                return [InspectionWords.NotLead(at.Row.Lead)];
            await InspectionTable.ScheduleAsync(at.Chain.Connection, key, on, at.Chain.Cancel);
            at.Note("scheduled", new { on });
            return [];
        }, null, cancel);

    /// <summary>Enters a department's team by hand; one that was drawn is replaced for a reason only.</summary>
    public Task<Answer<InspectionReceipt>> AssignAsync(
        InspectionKey key, string department, IReadOnlyList<string> inspectors, string? reason, WorkflowPerson person, string? idempotency, CancellationToken cancel) =>
        TakeAsync(key, "inspection-team", new { key.Target, department, inspectors, reason }, person, idempotency, async at =>
        {
            var refusals = new List<Refusal>(Mine(at, department));
            refusals.AddRange(Reason(reason, (await InspectionQueries.TeamsAsync(at.Chain.Connection, key.Instance, key.Target, at.Chain.Cancel))
                .Any(member => member.Origin is "draw" && string.Equals(member.Department, department, StringComparison.Ordinal))));
            refusals.AddRange(await TeamCheck.OfAsync(at, department, inspectors));
            if (refusals.Count > 0)
                return refusals;
            await InspectionTable.AssignAsync(at.Chain.Connection, key, department, inspectors, "given", at.Chain.Cancel);
            at.Note("team", new { department, inspectors, reason });
            return [];
        }, department, cancel);

    /// <summary>Keeps a department's record, or a correction of it; when all have answered, the joint result is made and the workflow goes on.</summary>
    /// <param name="key">Which inspection.</param>
    /// <param name="department">Id of the unit whose record it is.</param>
    /// <param name="record">What was found.</param>
    /// <param name="seen">The version of the record that the sender saw; 0 for none.</param>
    /// <param name="reason">Why it is corrected; needed from the second version on.</param>
    /// <param name="person">Who sends it, of that unit.</param>
    /// <param name="idempotency">The client's key; null for none.</param>
    /// <param name="cancel">Gives up; nothing was done then.</param>
    public Task<Answer<InspectionReceipt>> RecordAsync(
        InspectionKey key, string department, DepartmentRecord record, int seen, string? reason, WorkflowPerson person, string? idempotency, CancellationToken cancel) =>
        TakeAsync(key, "inspection-record", new { key.Target, department, record, reason }, person, idempotency, at => RecordAsync(at, department, record, seen, reason), department, cancel);

    /// <summary>Keeps a photograph, or the image of a signature or seal. It may come before or after the record that names it.</summary>
    public Task<Answer<InspectionReceipt>> AttachAsync(InspectionKey key, HandedFile file, WorkflowPerson person, CancellationToken cancel)
    {
        var refusals = PictureKind.Against(file.Name, file.MediaType, file.Content);
        return refusals.Count > 0
            ? Task.FromResult(Answer.Refused<InspectionReceipt>(refusals))
            : TakeAsync(key, "inspection-file", "", person, null, at => AttachAsync(at, file), person.Unit, cancel);
    }

    /// <summary>Has the workflow go on where every department has answered and it could not do so by itself: a claimed task, a form that asks for more.</summary>
    public Task<Answer<InspectionReceipt>> FinishAsync(InspectionKey key, WorkflowPerson person, CancellationToken cancel) =>
        TakeAsync(key, "inspection-finish", "", person, null, async at =>
        {
            if (!IsLead(at))
                return [InspectionWords.NotLead(at.Row.Lead)];
            var answers = await at.AnswersAsync();
            string[] missing = [.. at.Departments.Select(department => department.Unit).Where(unit => !answers.Records.ContainsKey(unit))];
            at.Note("finished", new { });
            return missing.Length > 0 ? [InspectionWords.NotAnswered(missing)] : [];
        }, null, cancel);

    private async Task<IReadOnlyList<Refusal>> RecordAsync(InspectionAtHand at, string unit, DepartmentRecord record, int seen, string? reason)
    {
        var mine = Mine(at, unit).ToArray();
        if (at.Department(unit) is not { } department || mine.Length > 0)
            return mine;
        var teams = (await InspectionQueries.TeamsAsync(at.Chain.Connection, at.Key.Instance, at.Key.Target, at.Chain.Cancel)).ToLookup(member => string.Equals(member.Department, unit, StringComparison.Ordinal), member => member.Inspector);
        var terms = new RecordTerms(department, [.. teams[true]], ResultCategory.Of(at.Form), Methods, at.Chain.Now) { Others = [.. teams[false]] };
        var refusals = new List<Refusal>(RecordCheck.Of(record, terms));
        if (Methods.Contains(record.Method, StringComparer.Ordinal) && record.Items is { Count: > 0 })
            refusals.AddRange(SiteCheck.Against(at.Pack, record));
        var (content, newest) = (InspectionJson.Write(record), (await at.AnswersAsync()).Newest.GetValueOrDefault(unit));
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        if (refusals.Count == 0 && string.Equals(newest?.Digest, digest, StringComparison.Ordinal))
            return []; // Sent again.
        if ((newest?.Version ?? 0) != seen)
            refusals.Add(InspectionWords.Stale(unit, seen, newest?.Version ?? 0));
        refusals.AddRange(Reason(reason, newest is not null));
        if (refusals.Count > 0)
            return refusals;
        var row = new RecordRow(at.Key.Target, unit, seen + 1, content, digest, record.Category.Id, newest is null ? null : reason, at.Person.Name, at.Chain.Now);
        await InspectionTable.RecordAsync(at.Chain.Connection, at.Key.Instance, row, at.Chain.Cancel);
        at.Note("recorded", new { department = unit, row.Version, row.Category, digest, reason });
        return [];
    }

    private static async Task<IReadOnlyList<Refusal>> AttachAsync(InspectionAtHand at, HandedFile file)
    {
        if (at.Department(at.Person.Unit) is null)
            return [InspectionWords.NoDepartment(at.Person.Unit, at.Departments.Select(department => department.Unit))];
        var there = await InspectionQueries.FilesAsync(at.Chain.Connection, at.Key.Instance, at.Key.Target, at.Chain.Cancel);
        var row = new FileRow(
            at.Key.Target, Convert.ToHexStringLower(SHA256.HashData(file.Content)), file.Name, PictureKind.Of(file.Content)!.MediaType, file.Content.Length, at.Person.Name, at.Person.Unit, at.Chain.Now);
        if (there.Any(kept => string.Equals(kept.Sha256, row.Sha256, StringComparison.Ordinal)))
            return [];
        if (there.Count >= MostFiles)
            return [InspectionWords.TooManyFiles(MostFiles)];
        await InspectionTable.KeepAsync(at.Chain.Connection, at.Key.Instance, row, file.Content, at.Chain.Cancel);
        at.Note("file", new { row.Sha256, row.Bytes, row.MediaType });
        return [];
    }

    private async Task<Answer<InspectionReceipt>> TakeAsync(
        InspectionKey key, string what, object asked, WorkflowPerson person, string? idempotency, Func<InspectionAtHand, Task<IReadOnlyList<Refusal>>> work, string? department, CancellationToken cancel)
    {
        if (await turns.FolderOfAsync(key.Instance, cancel) is not { } folder)
            return Answer.Refused<InspectionReceipt>([InspectionWords.Unknown(key)]);
        return await turns.TakeAsync(
            folder, chain => KeyedCommand.Of(key.Instance, what, asked, person, idempotency).OnceAsync(chain, () => TakeAsync(chain, key, person, work, department)), cancel, key.Instance);
    }

    private async Task<Answer<InspectionReceipt>> TakeAsync(
        CommandChain chain, InspectionKey key, WorkflowPerson person, Func<InspectionAtHand, Task<IReadOnlyList<Refusal>>> work, string? department)
    {
        var (at, against) = await InspectionAtHand.OpenAsync(chain, actors, key, person);
        if (at is null || against.Count > 0)
            return Answer.Refused<InspectionReceipt>(against);
        if (await work(at) is { Count: > 0 } refusals)
            return Answer.Refused<InspectionReceipt>(refusals);
        var (broken, notFinished) = await Progress.OfAsync(await at.AgainAsync());
        return broken.Count > 0 ? Answer.Refused<InspectionReceipt>(broken) : Answer.Done(await ReceiptAsync(await at.AgainAsync(), department, notFinished));
    }

    private static async Task<InspectionReceipt> ReceiptAsync(InspectionAtHand at, string? department, IReadOnlyList<Refusal> notFinished)
    {
        var answers = await at.AnswersAsync();
        string[] unanswered = [.. at.Departments.Select(one => one.Unit).Where(unit => !answers.Records.ContainsKey(unit))];
        var newest = department is null ? null : answers.Newest.GetValueOrDefault(department);
        var state = at.Chain.Changed.Any(handling => handling.Id == at.Key.Instance && handling.ClosedRuns.Contains(at.Row.Run)) ? "done" : at.Row.State;
        return new(
            at.Key.Instance, at.Key.Target, department, newest?.Version ?? 0, department is null ? [] : answers.Awaited.GetValueOrDefault(department, []), unanswered, state, at.Row.Result, at.Row.Category, notFinished);
    }

    private static bool IsLead(InspectionAtHand at) => string.Equals(at.Person.Unit, at.Row.Lead, StringComparison.Ordinal);

    private static IEnumerable<Refusal> Mine(InspectionAtHand at, string unit) =>
        at.Department(unit) is null ? [InspectionWords.NoDepartment(unit, at.Departments.Select(department => department.Unit))]
        : string.Equals(at.Person.Unit, unit, StringComparison.Ordinal) ? [] : [InspectionWords.NotYours(unit)];

    private static IEnumerable<Refusal> Reason(string? reason, bool isNeeded) =>
        isNeeded && string.IsNullOrWhiteSpace(reason) ? [InspectionWords.NoReason()]
        : reason is not null && (reason.Length > LongestReason || reason.Any(letter => char.IsControl(letter) && letter is not '\n')) ? [InspectionWords.LongReason(LongestReason)] : [];
}
