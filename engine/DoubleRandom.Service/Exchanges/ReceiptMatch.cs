using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Publication.Exchanges;
using DoubleRandom.Store.Exchanges;

namespace DoubleRandom.Service.Exchanges;

/// <summary>Holds the lines of a receipt against the results that are shown: which were taken over, whose tasks are complete, which lines belong to nothing.</summary>
/// <param name="pack">The jurisdiction.</param>
/// <param name="profile">How the file looks.</param>
/// <param name="lines">The receipt.</param>
internal sealed class ReceiptMatch(Pack pack, ExchangeProfile profile, IReadOnlyDictionary<string, ReceiptLine> lines)
{
    private readonly ExchangeSheet _sheet = new(pack, profile);
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TaskTally> _tasks = new(StringComparer.Ordinal);

    /// <summary>Results all of whose rows were taken over.</summary>
    public List<TakenResult> Taken { get; } = [];

    /// <summary>Results of which the receipt speaks, but not all rows were taken over.</summary>
    public List<string> Refused { get; } = [];

    /// <summary>Of each task of which the receipt speaks, by its number: how many results there are, how many the platform has, its numbers.</summary>
    public IEnumerable<KeyValuePair<string, TaskTally>> Complete => _tasks.Where(task => task.Key.Length > 0 && task.Value.IsTold && task.Value.Taken == task.Value.Results);

    /// <summary>Lines that belong to no result.</summary>
    public IEnumerable<ReceiptLine> Lost => lines.Where(line => !_found.Contains(line.Key)).Select(line => line.Value).OrderBy(line => line.Line);

    public void Hold(ExchangeResult row)
    {
        var result = ShownResult.Of(row.Key, row.Version, row.Day, row.Content);
        string[] keys = [.. _sheet.Rows(result, []).Select(cells => _sheet.KeyOf(column => cells[column]))];
        string[] told = [.. keys.Where(lines.ContainsKey)];
        _found.UnionWith(told);
        var isTaken = told.Length == keys.Length && told.All(key => lines[key].IsTaken);
        string[] numbers = [.. told.Select(key => lines[key].Number).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (isTaken)
            Taken.Add(new(row.Key, row.Version, numbers.FirstOrDefault()));
        else if (told.Length > 0)
            Refused.Add(row.Key);
        var tally = _tasks.GetValueOrDefault(result.Task) ?? new(0, 0, false, []);
        _tasks[result.Task] = new(tally.Results + 1, tally.Taken + (isTaken || row.IsTaken ? 1 : 0), tally.IsTold || told.Length > 0, [.. tally.Numbers.Union(numbers, StringComparer.Ordinal)]);
    }
}

/// <summary>How far a task's results have come.</summary>
/// <param name="Results">How many are shown.</param>
/// <param name="Taken">How many the platform has.</param>
/// <param name="IsTold">Whether the receipt speaks of any.</param>
/// <param name="Numbers">The platform's numbers in the receipt.</param>
internal sealed record TaskTally(int Results, int Taken, bool IsTold, IReadOnlyList<string> Numbers);
