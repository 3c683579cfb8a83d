using System.Text;
using System.Text.Json;
using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Records;
using DoubleRandom.Core.Draws.Seeds;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store.Draws;

namespace DoubleRandom.Service.Draws;

/// <summary>Draws, keeps what was drawn, and chains its record to the one before.</summary>
internal static class DrawMaking
{
    /// <summary>The record's name among the public files.</summary>
    public const string RecordFile = "record.json";

    public const string SeedFile = "seed.txt";
    public const string SealedFile = "sealed.json";
    private const string SettingFile = "setting.json";
    private static readonly string[] Frozen = [FrozenDraw.FrameFile, FrozenDraw.RulesFile, FrozenDraw.InspectorsFile, FrozenDraw.RecusalsFile];

    public static async Task<Answer<DrawRow>> MakeAsync(CommandChain chain, DrawRow row)
    {
        var files = await FilesAsync(chain, row, Frozen);
        var abandoned = await DrawTable.TellAbandonedAsync(chain.Connection, row.Jurisdiction, row.Number, chain.Cancel);
        var previous = await DrawTable.LastRecordAsync(chain.Connection, row.Jurisdiction, chain.Cancel);
        var setting = new RecordSetting(
            previous is null ? RecordFacts.NoPrevious : Hash(previous), new(row.FrozenAt, row.DrawnAt, row.DrawnAt), DrawProgram.Software, [.. abandoned.Select(draw => new AbandonedDraw(draw.Number, draw.Reason))], []);
        var (made, refusals) = MadeDraw.Of(files, SeedOf(row), Secret(row.Pepper), Secret(row.Salt), setting, new AllCores());
        if (made is null)
            return Answer.Refused<DrawRow>(refusals);
        var done = row with { RecordSha256 = HashOf(made.SealedRecord) };
        var texts = new Dictionary<string, byte[]>(StringComparer.Ordinal) { [SeedFile] = Encoding.UTF8.GetBytes(SeedOf(row).ToText()), [SealedFile] = made.SealedRecord, [SettingFile] = JsonSerializer.SerializeToUtf8Bytes(KeptSetting.Of(setting)) };
        await DrawTable.AddFilesAsync(chain.Connection, row, texts, chain.Cancel);
        await DrawTable.AddResultAsync(chain.Connection, row, [.. made.Draws.SelectMany(Picks)], await AssignmentsAsync(chain, row, made), chain.Today, chain.Cancel);
        return Answer.Done(done);
    }

    /// <summary>The draw again, with the record as it stands now: when it was published, and which substitutes were used.</summary>
    public static async Task<(MadeDraw Draw, Dictionary<string, byte[]> Files)> AgainAsync(CommandChain chain, DrawRow row)
    {
        var files = await FilesAsync(chain, row, [.. Frozen, SeedFile, SettingFile]);
        var setting = JsonSerializer.Deserialize<KeptSetting>(files[SettingFile])!.Setting;
        var uses = await DrawHistory.UsesAsync(chain.Connection, row, chain.Cancel);
        var now = setting with
        {
            Times = setting.Times with { PublishedAt = row.RevealedAt ?? setting.Times.PublishedAt },
            Uses = [.. uses.Select(use => new SubstituteUse(use.Code, use.Instead, use.Reason, use.UsedAt))],
        };
        var (made, _) = MadeDraw.Of(files, SeedOf(row), Secret(row.Pepper), Secret(row.Salt), now, new AllCores());
        return (made!, files);
    }

    /// <summary>
    /// The files that are public as a draw stands: none before it is made, the sealed record while the rest is secret, then everything. The record then says when it was
    /// published and which substitutes were used, and proves the same draw.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, byte[]>> PublicAsync(CommandChain chain, DrawRow row)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        if (row.RecordSha256 is null)
            return files;
        if (row is { Pepper: not null, RevealedAt: null })
        {
            files.Add(RecordFile, (await FilesAsync(chain, row, [SealedFile]))[SealedFile]);
            return files;
        }

        var (made, kept) = await AgainAsync(chain, row);
        foreach (var name in Frozen.Append(SeedFile).Where(kept.ContainsKey))
            files.Add(name, kept[name]);
        files.Add(RecordFile, made.Record);
        return files;
    }

    private static async Task<Dictionary<string, byte[]>> FilesAsync(CommandChain chain, DrawRow row, IEnumerable<string> names)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var name in names)
            if (await DrawTable.FileAsync(chain.Connection, row, name, chain.Cancel) is { } file)
                files.Add(name, file.Content);
        return files;
    }

    private static Seed SeedOf(DrawRow row)
    {
        var (state, manifest) = (DrawKeeping.StateOf(row), JsonDocument.Parse(row.Manifest).RootElement);
        return new(
            row.Number, Hash(manifest.GetProperty("frame").GetProperty("root").GetString()!), Hash(manifest.GetProperty("rulesSha256").GetString()!), Secret(row.Pepper) is { } pepper ? Seed.Commit(pepper) : null,
            [.. state.Witnesses.Select(seat => new Witness(seat.Name, seat.Value!))], state.Beacon ?? Seed.None);
    }

    private static IEnumerable<DrawPickRow> Picks(Core.Draws.Selection.StratumDraw stratum) => stratum.Selected.Select((target, at) => new DrawPickRow(target.Id, stratum.Plan.Stratum, at + 1));

    /// <summary>Who is behind the pseudonyms, and for which unit they go.</summary>
    private static async Task<IReadOnlyCollection<DrawAssignmentRow>> AssignmentsAsync(CommandChain chain, DrawRow row, MadeDraw made)
    {
        if (made.Assignment is not { } assignment)
            return [];
        var names = (await DrawNames.ReadAsync(chain.Connection, row, chain.Cancel))!;
        return [.. assignment.Slots.Select(slot => new DrawAssignmentRow(slot.Slot.Target, slot.Slot.Number, names[slot.Inspector].Unit, names[slot.Inspector].Inspector, slot.Inspector))];
    }

    private static Digest? Secret(byte[]? bytes) => bytes is null ? null : new Digest(bytes);

    public static Digest Hash(string hex) => Digest.TryParse(hex, out var digest) ? digest : throw new InvalidDataException($"'{hex}' is no hash.");

    private static string HashOf(byte[] record) => DrawRecord.HashOf(CanonicalJson.Read(record, "record", [])!).ToString();
}
