using System.Globalization;
using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Directories.Tables;
using DoubleRandom.Store.Audit;
using DoubleRandom.Store.Directories;
using Npgsql;

namespace DoubleRandom.Service.Directories;

/// <summary>
/// Brings a directory up to a file: the lines are checked and copied beside the directory, compared with it all at once, and written in one transaction. With one
/// wrong line, or when it ends half-way, nothing was done; the same file again changes nothing.
/// </summary>
public sealed class DirectoryUpdate(NpgsqlDataSource source, TimeProvider time)
{
    private const int MostSamples = 20;

    /// <summary>Runs it.</summary>
    /// <param name="pack">The jurisdiction.</param>
    /// <param name="order">What to do.</param>
    /// <param name="file">The file; it is read more than once, so it must be seekable.</param>
    /// <param name="progress">Hears of the lines read, now and then; null when nobody listens.</param>
    /// <param name="cancel">Gives up; nothing was done then.</param>
    /// <exception cref="ArgumentException">There is no such directory.</exception>
    public async Task<UpdateReport> RunAsync(Pack pack, UpdateOrder order, Stream file, IProgress<int>? progress, CancellationToken cancel)
    {
        var sheet = DirectorySheets.Of(pack, order.Directory) ?? throw new ArgumentException($"There is no directory '{order.Directory}'.", nameof(order));
        var folder = pack.Jurisdiction.Folder;
        FileProbe? probe = null;
        try
        {
            probe = await FileProbe.ReadAsync(file, cancel);
            await using var connection = await source.OpenConnectionAsync(cancel);
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            var run = new Run(connection, sheet, new(folder, sheet.Id), order, probe);
            var report = await run.GoAsync(file, progress, JurisdictionZone.Of(pack.Jurisdiction.TimeZone).DayOf(time.GetUtcNow()), time.GetUtcNow(), cancel);
            if (report.Import is not null)
                await transaction.CommitAsync(cancel);
            return report;
        }
        catch (TableFileException unreadable)
        {
            return UpdateReport.Refused(folder, order, probe?.Kind, 0, [unreadable.Fault]);
        }
    }

    /// <summary>One update within its transaction.</summary>
    private sealed class Run(NpgsqlConnection connection, DirectorySheet sheet, DirectoryPlace place, UpdateOrder order, FileProbe probe)
    {
        private readonly DirectoryFaults _faults = new();

        public async Task<UpdateReport> GoAsync(Stream file, IProgress<int>? progress, DateOnly today, DateTimeOffset now, CancellationToken cancel)
        {
            if (!order.IsPreview && !await DirectoryRows.TryLockAsync(connection, place, cancel))
                return Refused(0, [StageFaults.Busy]);
            var reader = new TableReader(sheet, _faults, progress);
            await DirectoryStage.CreateAsync(connection, cancel);
            await DirectoryStage.FillAsync(connection, reader.Entries(TableFile.Lines(file, probe.Encoding)), cancel);
            await DirectoryStage.SettleAsync(connection, cancel);
            foreach (var clash in await StageComparison.ClashesAsync(connection, place, DirectoryFaults.Most + 1, cancel))
                _faults.Add(StageFaults.Of(clash, sheet));
            return _faults.Count > 0 ? Refused(reader.Count, _faults.Listed()) : await CompareAsync(reader.Count, today, now, cancel);
        }

        private UpdateReport Refused(int lines, IReadOnlyList<DirectoryFault> faults) => UpdateReport.Refused(place.Jurisdiction, order, probe.Kind, lines, faults);

        private async Task<UpdateReport> CompareAsync(int lines, DateOnly today, DateTimeOffset now, CancellationToken cancel)
        {
            var effect = await StageComparison.CountAsync(connection, place, cancel);
            var (closed, missing) = order.ClosesMissing ? (effect.Missing, 0) : (0, effect.Missing);
            var report = new UpdateReport(place.Jurisdiction, place.Directory, order.IsPreview, probe.Kind, lines, effect.Added, effect.Changed, effect.Same, closed, missing, null, null, [], []);
            if (order.IsPreview)
                return report with { Samples = await SamplesAsync(cancel) };
            if (effect.Added + effect.Changed + closed == 0)
                return report;
            var import = await DirectoryRows.ApplyAsync(connection, place, new(0, today, now, order.By, probe.Sha256, lines, effect.Added, effect.Changed, closed), cancel);
            await AuditAsync(import, now, cancel);
            return report with { Day = import.Day, Import = import.Id };
        }

        private async Task<IReadOnlyList<UpdateSample>> SamplesAsync(CancellationToken cancel)
        {
            var rows = await StageComparison.SamplesAsync(connection, place, MostSamples, cancel);
            return [.. rows.Where(row => order.ClosesMissing || row.Kind is not "missing").Select(row => new UpdateSample(row.Kind, row.Code, row.Name, ValueChange.Between(sheet, row.Before, row.After)))];
        }

        private Task AuditAsync(DirectoryImportRow import, DateTimeOffset now, CancellationToken cancel) =>
            AuditTrail.AppendAsync(
                connection, place.Jurisdiction, now, order.By, "directory.updated", place.Directory,
                string.Create(CultureInfo.InvariantCulture, $"{{\"import\":{import.Id},\"file\":\"{import.Sha256}\",\"lines\":{import.Lines},\"added\":{import.Added},\"changed\":{import.Changed},\"closed\":{import.Closed}}}"), cancel);
    }
}
