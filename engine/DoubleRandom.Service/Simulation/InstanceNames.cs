using System.Globalization;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Store.Workflows;

namespace DoubleRandom.Service.Simulation;

/// <summary>Names instances by what they are, where the database has numbers: <c>conference:conference-2026-2</c>, and <c>…(2)</c> for the second of one workflow and subject.</summary>
internal sealed class InstanceNames
{
    private readonly Dictionary<long, string> _names = [];
    private readonly Pack _pack;

    public InstanceNames(Pack pack, IEnumerable<InstanceRow> instances)
    {
        _pack = pack;
        foreach (var alike in instances.GroupBy(row => $"{row.Workflow}:{row.Subject}", StringComparer.Ordinal))
            foreach (var (number, row) in alike.OrderBy(row => row.Id).Index())
                _names[row.Id] = number == 0 ? alike.Key : string.Create(CultureInfo.InvariantCulture, $"{alike.Key}({number + 1})");
    }

    public string this[long id] => _names[id];

    /// <summary>The period of a step's deadline begins with the number of its instance.</summary>
    public string Period(string obligation, string period)
    {
        var end = period.IndexOf('#', StringComparison.Ordinal);
        return end > 0 && IsStep(obligation) && long.TryParse(period.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && _names.TryGetValue(id, out var name)
            ? name + period[end..]
            : period;
    }

    /// <summary>A rung that a notice accounts for: <c>obligation/unit/period#rung@due</c>.</summary>
    public string Cover(string cover)
    {
        var parts = cover.Split('/', 3);
        return parts.Length == 3 ? $"{parts[0]}/{parts[1]}/{Period(parts[0], parts[2])}" : cover;
    }

    private bool IsStep(string obligation) => obligation.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && _pack.Workflows.ContainsKey(obligation[..dot]);
}
