using System.Globalization;
using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Directories.Tables;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store;
using DoubleRandom.Store.Audit;
using DoubleRandom.Store.Exchanges;
using Npgsql;

namespace DoubleRandom.Service.Exchanges;

/// <summary>Takes what platforms answer: each result is noted once as taken over, and a task all of whose results are there is done.</summary>
public sealed class ExchangeReceipts(NpgsqlDataSource source, WorkflowDesk desk, TimeProvider clock)
{
    private const int MostFaults = 200;

    /// <summary>Takes a receipt: all of it, or nothing when a line is wrong or belongs to no published result. The same file again changes nothing.</summary>
    /// <param name="pack">The jurisdiction.</param>
    /// <param name="profile">How the file looks; it has a receipt.</param>
    /// <param name="file">The file; can be sought in.</param>
    /// <param name="person">Who brings it, and for which unit: steps are done in this name.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<ReceiptReport> TakeAsync(Pack pack, ExchangeProfile profile, Stream file, WorkflowPerson person, CancellationToken cancel)
    {
        try
        {
            var probe = await FileProbe.ReadAsync(file, cancel);
            var lines = ReceiptLines.Read(pack, profile, TableFile.Lines(file, probe.Encoding));
            if (lines.Faults.Count > 0)
                return ReceiptReport.Of([.. lines.Faults.Take(MostFaults)]);
            var match = await MatchAsync(pack, profile, lines, cancel);
            return match.Lost.Any() ? ReceiptReport.Of([.. match.Lost.Take(MostFaults).Select(Lost)]) : await TakeAsync(pack, profile, match, probe.Sha256, person, cancel);
        }
        catch (TableFileException wrong)
        {
            return ReceiptReport.Of([wrong.Fault]);
        }
    }

    private async Task<ReceiptReport> TakeAsync(Pack pack, ExchangeProfile profile, ReceiptMatch match, string sha256, WorkflowPerson person, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var stamp = new ReceiptStamp(pack.Jurisdiction.Folder, profile.Id, JurisdictionZone.Of(pack.Jurisdiction.TimeZone).DayOf(now), sha256, now, person.Name);
        var added = await source.InTransactionAsync(connection => KeepAsync(connection, stamp, match, cancel), cancel);
        // Also what an earlier import left open: its process may have ended before the step was done.
        var (closed, open) = await CloseAsync(profile, stamp, match, person, cancel);
        return new(added, match.Taken.Count - added, match.Refused, closed, open, []);
    }

    private async Task<ReceiptMatch> MatchAsync(Pack pack, ExchangeProfile profile, ReceiptLines lines, CancellationToken cancel)
    {
        var match = new ReceiptMatch(pack, profile, lines.All);
        await using var connection = await source.OpenConnectionAsync(cancel);
        await foreach (var row in ExchangeTable.ResultsAsync(connection, pack.Jurisdiction.Folder, profile.Id, null, isOpenOnly: false).WithCancellation(cancel))
            match.Hold(row);
        return match;
    }

    private static async Task<int> KeepAsync(NpgsqlConnection connection, ReceiptStamp stamp, ReceiptMatch match, CancellationToken cancel)
    {
        var added = await ExchangeTable.KeepAsync(connection, stamp, match.Taken, cancel);
        if (added > 0)
            await AuditTrail.AppendAsync(
                connection, stamp.Jurisdiction, stamp.At, stamp.By, "exchange.receipt", $"{stamp.Jurisdiction}/exchange/{stamp.Profile}",
                JsonSerializer.Serialize(new { file = stamp.FileSha256, taken = added, refused = match.Refused }, JsonSerializerOptions.Web), cancel);
        return added;
    }

    private async Task<(IReadOnlyList<long> Closed, IReadOnlyList<OpenStep> Open)> CloseAsync(ExchangeProfile profile, ReceiptStamp stamp, ReceiptMatch match, WorkflowPerson person, CancellationToken cancel)
    {
        var complete = match.Complete.Where(task => long.TryParse(task.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _)).ToDictionary(task => long.Parse(task.Key, CultureInfo.InvariantCulture), task => task.Value);
        if (profile.Closes is not { } closes || complete.Count == 0 || closes.Step.Split('/') is not [var workflow, var step])
            return ([], []);
        var tasks = await source.ReadAsync(connection => ExchangeTable.OpenAsync(connection, stamp.Jurisdiction, workflow, step, complete.Keys, cancel), cancel);
        var (closed, open) = (new List<long>(), new List<OpenStep>());
        foreach (var task in tasks)
        {
            var command = new WorkflowCommand.Complete(task.Run, "done", Content(closes, complete[task.Instance], stamp.On)) { Version = task.Version };
            var answer = await desk.GiveAsync(task.Instance, command, person, cancel);
            if (answer.IsDone)
                closed.Add(task.Instance);
            else
                open.Add(new(task.Instance, answer.Refusals));
        }

        return (closed, open);
    }

    private static string Content(ExchangeClosing closes, TaskTally tally, DateOnly on) => JsonSerializer.Serialize(
        closes.Content.ToDictionary(
            field => field.Key,
            field => field.Value switch { "on" => (object)on.Iso(), "count" => tally.Results, _ => string.Join('；', tally.Numbers) },
            StringComparer.Ordinal), JsonSerializerOptions.Web);

    private static DirectoryFault Lost(ReceiptLine line) => new(
        "exchange-row-unknown", line.Line, null, null, new("这一行不对应任何已公示的结果", "this line belongs to no published result"),
        new("核对是否为本辖区、本方案导出的文件；结果更正后须重新导出", "see whether the file was exported here and by this profile; a result that was corrected is exported again"));
}
