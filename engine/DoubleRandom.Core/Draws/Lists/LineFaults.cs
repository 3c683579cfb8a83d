using System.Globalization;
using System.Text;
using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Draws.Lists;

/// <summary>Gathers what is wrong with the lines of a list. Of very many faults the first are kept and the others counted.</summary>
/// <param name="file">The name of the file, for the reader of the faults.</param>
internal sealed class LineFaults(string file)
{
    /// <summary>How many are told in full.</summary>
    public const int Most = 100;

    private readonly List<Diagnostic> _all = [];
    private long _untold;

    /// <summary>The line that is being read, from 0.</summary>
    public long Line { get; set; }

    public bool HasErrors => _all.Exists(fault => fault.Severity == Severity.Error);

    public IReadOnlyList<Diagnostic> All => _untold == 0 ? _all : [.. _all, ListMessages.More(Place.WholeFile(file), _untold)];

    /// <summary>Notes a fault at a byte of the current line.</summary>
    public void Add(Func<Place, Diagnostic> fault, int at = 0) => Keep(fault(new(file, Number(Line), at + 1, "")));

    /// <summary>Notes one that a whole file has once.</summary>
    public void AddOnce(string code, Func<Place, Diagnostic> fault)
    {
        if (!_all.Exists(known => string.Equals(known.Code, code, StringComparison.Ordinal)))
            Add(fault);
    }

    /// <summary>Takes over what was found in a later part of the file.</summary>
    public void Join(LineFaults later)
    {
        foreach (var fault in later._all)
            if (fault.Code is not ListMessages.CarriageReturnCode || !_all.Exists(known => known.Code is ListMessages.CarriageReturnCode))
                Keep(fault);
        _untold += later._untold;
    }

    private void Keep(Diagnostic fault)
    {
        if (_all.Count < Most)
            _all.Add(fault);
        else
            _untold++;
    }

    /// <summary>The number of a line as people count, from 1.</summary>
    private static int Number(long line) => (int)Math.Min(line + 1, int.MaxValue);

    /// <summary>A field as it can be shown: not too long, and text in any case.</summary>
    public static string Shown(ReadOnlySpan<byte> field)
    {
        const int most = 80;
        var text = Encoding.UTF8.GetString(field.Length > most ? field[..most] : field);
        return string.Concat(text.Select(letter => char.IsControl(letter) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}") : letter.ToString())) + (field.Length > most ? "…" : "");
    }
}
