using System.Security.Cryptography;

namespace DoubleRandom.Core.Directories;

/// <summary>The shape of one directory: its columns, and what holds between the cells of a line.</summary>
/// <param name="Id"><c>targets</c>, <c>inspectors</c> or <c>items</c>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Columns">Its columns, in the order of exports; the first is the code.</param>
public sealed record DirectorySheet(string Id, Bilingual Name, IReadOnlyList<DirectoryColumn> Columns)
{
    private CellReader? _cells;

    /// <summary>What holds between cells: given the plain values by column id, the faults.</summary>
    internal Func<int, Func<string, string?>, IEnumerable<DirectoryFault>> Check { get; init; } = (_, _) => [];

    /// <summary>Ids of the jurisdiction's units by every name that a file may call them by.</summary>
    public IReadOnlyDictionary<string, string> Units { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The column of an id.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public DirectoryColumn Column(string id) => Columns.First(column => string.Equals(column.Id, id, StringComparison.Ordinal));

    /// <summary>Reads a line. When a fault was added the entry has its code alone, if that could be read, so that duplicates are found all the same.</summary>
    /// <param name="line">The line of the file.</param>
    /// <param name="cell">The trimmed cell of the column at a place of <see cref="Columns"/>; empty when the file has no such column.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public DirectoryEntry? Read(int line, Func<int, string> cell, DirectoryFaults faults)
    {
        var (before, reader) = (faults.Count, _cells ??= new(Units));
        var values = new string?[Columns.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = reader.Read(line, Columns[i], cell(i), faults);
        foreach (var fault in Check(line, id => values[PlaceOf(id)]))
            faults.Add(fault);
        if (values[0] is not { } code)
            return null;
        return faults.Count > before ? new(line, code, code, []) : Entry(line, code, values);
    }

    /// <summary>Sixteen bytes that differ when contents do: the beginning of their SHA-256.</summary>
    public static Guid DigestOf(ReadOnlySpan<byte> content) => new(SHA256.HashData(content).AsSpan(0, 16), bigEndian: true);

    private DirectoryEntry Entry(int line, string code, string?[] values) => new(line, code, Found(SearchField.Name, values) ?? code, RowContent.Write(Columns, values))
    {
        Former = Found(SearchField.Former, values),
        Area = Found(SearchField.Area, values),
        Industry = Found(SearchField.Industry, values),
        Class = Found(SearchField.Class, values),
        Unit = Found(SearchField.Unit, values),
        Groups = Found(SearchField.Group, values)?.Split(';') ?? [],
    };

    private string? Found(SearchField field, string?[] values)
    {
        for (var i = 0; i < values.Length; i++)
            if (Columns[i].Finds == field)
                return values[i];
        return null;
    }

    private int PlaceOf(string id)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (string.Equals(Columns[i].Id, id, StringComparison.Ordinal))
                return i;
        throw new InvalidOperationException($"The sheet {Id} has no column {id}.");
    }
}
