using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store;
using DoubleRandom.Store.Directories;
using DoubleRandom.Store.Draws;
using Npgsql;

namespace DoubleRandom.Service.Draws;

/// <summary>A draw as staff see it.</summary>
/// <param name="Row">Where it stands.</param>
/// <param name="State">Its ceremony.</param>
/// <param name="Files">Its files with their hashes; those that nobody may see are not among them.</param>
/// <param name="Picks">Who was drawn; none before, and none while they are secret to the one who asks.</param>
/// <param name="Assignments">Who goes where.</param>
/// <param name="Uses">The substitutes that were used, in order.</param>
/// <param name="Names">What the drawn targets and the substitutes were called on the day of the draw, by code; who stood in no directory is missing.</param>
public sealed record DrawDetail(
    DrawRow Row, CeremonyState State, IReadOnlyDictionary<string, string> Files, IReadOnlyList<DrawPickRow> Picks, IReadOnlyList<DrawAssignmentRow> Assignments, IReadOnlyList<DrawUseRow> Uses,
    IReadOnlyDictionary<string, string> Names);

/// <summary>Reads draws for staff.</summary>
public sealed class DrawReader(NpgsqlDataSource source)
{
    /// <summary>The most draws of a page.</summary>
    public const int Page = 100;

    private const int MostPicks = 1000;

    /// <summary>Files that can be read: everything but what maps pseudonyms to people, and the bookkeeping.</summary>
    private static readonly string[] Readable = [FrozenDraw.FrameFile, FrozenDraw.RulesFile, FrozenDraw.InspectorsFile, FrozenDraw.RecusalsFile, DrawMaking.SeedFile, DrawMaking.SealedFile];

    /// <summary>Draws of a jurisdiction, the newest first; at most <see cref="Page"/>.</summary>
    /// <param name="jurisdiction">The pack's folder.</param>
    /// <param name="before">Only those with a smaller place; null begins with the newest.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<IReadOnlyList<DrawRow>> ListAsync(string jurisdiction, int? before, CancellationToken cancel) =>
        source.ReadAsync(connection => DrawTable.ListAsync(connection, jurisdiction, before, Page, cancel), cancel);

    /// <summary>A draw; null when there is none of that number. Of very many drawn targets the first 1,000.</summary>
    public Task<DrawDetail?> FindAsync(string jurisdiction, string number, CancellationToken cancel) => source.ReadAsync(
        async connection => await DrawTable.FindAsync(connection, jurisdiction, number, cancel) is { } row ? await DetailAsync(connection, row, cancel) : null, cancel);

    /// <summary>What the frozen frame holds and how many are drawn from it, stratum by stratum.</summary>
    public async Task<IReadOnlyList<StratumView>> StrataAsync(DrawRow draw, CancellationToken cancel)
    {
        var (frame, rules) = await source.ReadAsync(
            async connection => (await DrawTable.FileAsync(connection, draw, FrozenDraw.FrameFile, cancel), await DrawTable.FileAsync(connection, draw, FrozenDraw.RulesFile, cancel)), cancel);
        return frame is null || rules is null ? [] : [.. FrozenDraw.PlansOf(frame.Content, rules.Content, new AllCores()).Select(StratumView.Of)];
    }

    /// <summary>Which units take part in checking each target that was drawn, by the pack's rules of business scope and the list of items; null when there is no such draw.</summary>
    public Task<IReadOnlyList<TargetParticipants>?> ParticipantsAsync(Pack pack, string number, CancellationToken cancel) => source.ReadAsync<IReadOnlyList<TargetParticipants>?>(
        async connection => await DrawTable.FindAsync(connection, pack.Jurisdiction.Folder, number, cancel) is { } draw
            ? await ScopeParticipants.OfAsync(
                connection, pack, [.. (await DrawHistory.PicksAsync(connection, draw, cancel)).Select(pick => pick.Code).Order(StringComparer.Ordinal)], draw.OnDay, cancel)
            : null, cancel);

    /// <summary>The same for the targets of an instance, wherever they were drawn, by the directories of the day of its draw; of very many the first <see cref="DrawnParticipants.Most"/>.</summary>
    /// <param name="instance">The instance; its own version of the pack says the rules.</param>
    /// <param name="today">Today in the jurisdiction: the day that counts where the targets were drawn elsewhere.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<DrawnParticipants> ParticipantsAsync(InstanceDetail instance, DateOnly today, CancellationToken cancel) => source.ReadAsync(
        async connection =>
        {
            string[] targets = [.. instance.Definition.DrawnLists.SelectMany(list => instance.State.Lists.GetValueOrDefault(list) ?? []).Distinct(StringComparer.Ordinal)];
            var draw = (await DrawTable.OfInstanceAsync(connection, instance.Line.Row.Id, cancel)).LastOrDefault(draw => draw is { What: DrawOrder.Targets, DispatchedAt: not null, SupersededBy: null });
            return new DrawnParticipants(
                await ScopeParticipants.OfAsync(connection, instance.Pack, [.. targets.Take(DrawnParticipants.Most)], draw?.OnDay ?? today, cancel), targets.Length, draw?.Number);
        }, cancel);

    /// <summary>The bytes of a readable file; null when there is none.</summary>
    public Task<byte[]?> FileAsync(string jurisdiction, string number, string name, CancellationToken cancel) => source.ReadAsync(
        async connection => Readable.Contains(name, StringComparer.Ordinal) && await DrawTable.FindAsync(connection, jurisdiction, number, cancel) is { } row
            ? (await DrawTable.FileAsync(connection, row, name, cancel))?.Content
            : null, cancel);

    private static async Task<DrawDetail> DetailAsync(NpgsqlConnection connection, DrawRow row, CancellationToken cancel)
    {
        DrawPickRow[] picks = [.. (await DrawHistory.PicksAsync(connection, row, cancel)).Take(MostPicks)];
        var uses = await DrawHistory.UsesAsync(connection, row, cancel);
        var named = await DirectoryQueries.AsOfAsync(connection, new(row.Jurisdiction, TargetSheet.Id), row.OnDay, [.. picks.Select(pick => pick.Code), .. uses.Select(use => use.Code)], cancel);
        return new(
            row, DrawKeeping.StateOf(row),
            (await DrawTable.FilesAsync(connection, row, cancel)).Where(file => Readable.Contains(file.Key, StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal),
            picks, [.. (await DrawHistory.AssignmentsAsync(connection, row, cancel)).Take(MostPicks)], uses, named.ToDictionary(target => target.Code, target => target.Name, StringComparer.Ordinal));
    }
}
