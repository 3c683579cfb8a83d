using DoubleRandom.Core;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Web.Pages.Home;
using DoubleRandom.Web.Pages.Wording;

namespace DoubleRandom.Web.Pages.Tasks;

/// <summary>Gathers a page of the to-do list, in the order of due days.</summary>
internal sealed class TaskPageReader(WorkflowReader reader, RunningPacks packs, HomeReader home, TimeProvider time)
{
    private const int MostRows = 100;
    private const int MostFrom = 100_000;

    /// <summary>The page. Without a jurisdiction nothing is listed, unless there is only one.</summary>
    public async Task<TaskListView> ReadAsync(string? jurisdiction, string? unit, int? from, CancellationToken cancel)
    {
        var choice = home.Choose(jurisdiction, unit);
        if (choice is { Jurisdiction: null, Jurisdictions: [{ Id: var only }] })
            choice = home.Choose(only, unit);
        var (pack, offset) = (choice.Jurisdiction is { } folder ? packs.Of(folder) : null, Math.Clamp(from ?? 0, 0, MostFrom));
        var today = JurisdictionZone.Of(pack?.Jurisdiction.TimeZone ?? HomeReader.UsualZone).DayOf(time.GetUtcNow());
        var lines = pack is null ? [] : await ReadAsync(pack.Jurisdiction.Folder, choice.Unit, offset, cancel);
        return new(choice, pack, [.. Groups([.. lines.Take(MostRows)], today)], offset, lines.Count > MostRows ? offset + MostRows : null, today);
    }

    private Task<IReadOnlyList<TaskLine>> ReadAsync(string folder, string? unit, int offset, CancellationToken cancel) => unit is null
        ? reader.TasksAsync(new(folder, Offset: offset, Limit: MostRows + 1), cancel)
        : reader.TasksOfUnitAsync(folder, unit, offset, MostRows + 1, cancel);

    private static IEnumerable<TaskGroup> Groups(IReadOnlyList<TaskLine> lines, DateOnly today) =>
        from line in lines
        group line by Heading(line, today) into headed
        select new TaskGroup(headed.Key, headed.Key == TaskWords.Overdue, [.. headed]);

    private static Bilingual Heading(TaskLine line, DateOnly today) => line.Row.DueOn switch
    {
        null => TaskWords.Undated,
        { } due when due < today => TaskWords.Overdue,
        { } due when due == today => TaskWords.Today,
        _ => TaskWords.Later,
    };
}
