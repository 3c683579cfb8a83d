using System.Runtime.CompilerServices;

namespace DoubleRandom.Core.Draws.Lists;

/// <summary>The fields of a line, which tabs separate. No line of any list has more than seven; all further ones only count.</summary>
internal readonly ref struct LineFields
{
    private readonly ReadOnlySpan<byte> _line;
    private readonly Ends _ends;

    public LineFields(ReadOnlySpan<byte> line)
    {
        _line = line;
        var at = 0;
        for (var tab = line.IndexOf((byte)'\t'); tab >= 0; tab = line[at..].IndexOf((byte)'\t'))
        {
            at += tab;
            if (Count < Ends.Most)
                _ends[Count] = at;
            Count++;
            at++;
        }

        if (Count < Ends.Most)
            _ends[Count] = line.Length;
        Count++;
    }

    public int Count { get; }

    public ReadOnlySpan<byte> this[int field] => _line[From(field).._ends[field]];

    /// <summary>Where a field begins in its line.</summary>
    public int From(int field) => field == 0 ? 0 : _ends[field - 1] + 1;

    /// <summary>The first fields with the tabs between them.</summary>
    public ReadOnlySpan<byte> First(int fields) => _line[.._ends[fields - 1]];

    [InlineArray(Most)]
    private struct Ends
    {
        public const int Most = 7;
        private int _first;
    }
}
