using System.Text;
using DoubleRandom.Core.Draws.Lists;

namespace DoubleRandom.Core.Draws.Inspectors;

/// <summary>The rows of a recusal list (SSJ-RECUSE/1), sorted by inspector and target.</summary>
public sealed class RecusalRows : IListPart<RecusalRows>
{
    private readonly List<RecusalRow> _all = [];

    internal RecusalRows()
    {
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<RecusalRow> All => _all;

    static string IListPart<RecusalRows>.Format => RecusalList.Format;

    static int IListPart<RecusalRows>.KeyFields => 2;

    static int IListPart<RecusalRows>.Fields => 3;

    void IListPart<RecusalRows>.Read(LineFields row, LineFaults faults)
    {
        for (var field = 0; field < 2; field++)
        {
            var (id, why) = (LineFaults.Shown(row[field]), LookAlike.Why(row[field]));
            if (!Words.IsId(row[field]))
                faults.Add(place => ListMessages.Id(place, id, why), row.From(field));
        }

        var reason = LineFaults.Shown(row[2]);
        if (!Words.IsReason(row[2]))
            faults.Add(place => ListMessages.Reason(place, reason), row.From(2));
        _all.Add(new(Encoding.UTF8.GetString(row[0]), Encoding.UTF8.GetString(row[1]), reason));
    }

    void IListPart<RecusalRows>.Join(RecusalRows later) => _all.AddRange(later._all);
}
