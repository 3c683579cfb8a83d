using System.Text;
using DoubleRandom.Core.Draws.Lists;

namespace DoubleRandom.Core.Draws.Inspectors;

/// <summary>The inspectors of an inspector frame (SSJ-INSP/1), sorted by id.</summary>
public sealed class InspectorRows : IListPart<InspectorRows>
{
    private readonly List<InspectorRow> _all = [];

    internal InspectorRows()
    {
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<InspectorRow> All => _all;

    static string IListPart<InspectorRows>.Format => InspectorFrame.Format;

    static int IListPart<InspectorRows>.KeyFields => 1;

    static int IListPart<InspectorRows>.Fields => 6;

    void IListPart<InspectorRows>.Read(LineFields row, LineFaults faults)
    {
        var id = LineFaults.Shown(row[0]);
        var why = LookAlike.Why(row[0]);
        if (!Words.IsId(row[0]))
            faults.Add(place => ListMessages.Id(place, id, why));
        var (departments, tags, areas) = (Codes(row, 1, faults), Codes(row, 2, faults), Codes(row, 3, faults));
        _all.Add(new(Encoding.UTF8.GetString(row[0]), departments, tags, areas, Number(row, 4, faults), Number(row, 5, faults)));
    }

    void IListPart<InspectorRows>.Join(InspectorRows later) => _all.AddRange(later._all);

    private static IReadOnlyList<string> Codes(LineFields row, int field, LineFaults faults)
    {
        if (CodeList.Read(row[field]) is { } codes)
            return codes;
        var shown = LineFaults.Shown(row[field]);
        faults.Add(place => ListMessages.Codes(place, shown), row.From(field));
        return [];
    }

    private static int Number(LineFields row, int field, LineFaults faults)
    {
        if (Words.IsSmall(row[field], out var number))
            return number;
        var shown = LineFaults.Shown(row[field]);
        faults.Add(place => ListMessages.Number(place, shown), row.From(field));
        return 0;
    }
}
