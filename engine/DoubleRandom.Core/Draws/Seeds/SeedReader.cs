using System.Text;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Lists;
using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Draws.Seeds;

/// <summary>Reads a seed's text strictly: it must be the very bytes that the seed itself would write.</summary>
public sealed class SeedReader
{
    private readonly string _file;
    private readonly string[] _lines;
    private readonly List<Diagnostic> _faults = [];
    private int _at;

    private SeedReader(string file, string text) => (_file, _lines) = (file, text.Split('\n'));

    /// <summary>The seed, or null with every fault.</summary>
    /// <param name="content">The bytes of the text.</param>
    /// <param name="file">Its name, for the faults.</param>
    public static (Seed? Seed, IReadOnlyList<Diagnostic> Faults) Read(ReadOnlySpan<byte> content, string file)
    {
        if (!System.Text.Unicode.Utf8.IsValid(content) || content.Contains((byte)'\r') || content.Contains((byte)'\t') || content.StartsWith(Encoding.UTF8.Preamble))
            return (null, [SeedMessages.Bytes(Place.WholeFile(file))]);
        var text = Encoding.UTF8.GetString(content);
        var reader = new SeedReader(file, text);
        var seed = reader.Seed();
        if (reader._faults.Count == 0 && !string.Equals(seed.ToText(), text, StringComparison.Ordinal))
            reader._faults.Add(SeedMessages.Line(reader.Here, "end"));
        return (reader._faults.Count == 0 ? seed : null, reader._faults);
    }

    private Place Here => new(_file, _at + 1, 1, "");

    private Seed Seed()
    {
        if (!string.Equals(_lines[0], Seeds.Seed.Format, StringComparison.Ordinal))
            _faults.Add(SeedMessages.Line(Here, Seeds.Seed.Format));
        _at++;
        var draw = Value("draw", text => Words.IsDraw(Encoding.UTF8.GetBytes(text)));
        var (frame, rules) = (Hash("frame"), Hash("rules"));
        Digest? pepper = _at < _lines.Length && _lines[_at] is "pepper=-" ? Skip() : Hash("pepper");
        var witnesses = Witnesses();
        var beacon = Value("beacon", WitnessText.IsBeacon);
        if (_lines.Length != _at + 2 || _lines[_at] is not "end" || _lines[^1].Length > 0)
            _faults.Add(SeedMessages.Line(Here, "end"));
        return new(draw, frame, rules, pepper, witnesses, beacon);
    }

    private Digest? Skip()
    {
        _at++;
        return null;
    }

    private string Value(string key, Func<string, bool> isSound)
    {
        var isThere = _at < _lines.Length && _lines[_at].StartsWith(key + "=", StringComparison.Ordinal);
        var text = isThere ? _lines[_at][(key.Length + 1)..] : "";
        if (!isThere || !isSound(text))
            _faults.Add(SeedMessages.Line(Here, key + "="));
        _at += isThere ? 1 : 0;
        return text;
    }

    private Digest Hash(string key)
    {
        var (place, before, text) = (Here, _faults.Count, Value(key, _ => true));
        if (!Digest.TryParse(text, out var digest) && _faults.Count == before)
            _faults.Add(SeedMessages.Hash(place, key, text));
        return digest;
    }

    private List<Witness> Witnesses()
    {
        var (place, all) = (Here, new List<Witness>());
        while (_at < _lines.Length && _lines[_at].StartsWith("witness=", StringComparison.Ordinal))
            all.Add(Witness(all));
        if (all.Count < 2)
            _faults.Add(SeedMessages.FewWitnesses(place, all.Count));
        var digits = all.Sum(witness => witness.Value.Length);
        if (all.Count >= 2 && digits < Seeds.Seed.FewestDigits)
            _faults.Add(SeedMessages.FewDigits(place, digits));
        return all;
    }

    private Witness Witness(List<Witness> before)
    {
        var parts = _lines[_at]["witness=".Length..].Split('|');
        var witness = new Witness(parts[0], parts[^1]);
        if (parts.Length != 2 || !WitnessText.IsName(witness.Name) || !WitnessText.IsValue(witness.Value))
            _faults.Add(SeedMessages.Witness(Here));
        else if (before.Exists(other => WitnessText.IsSame(other.Name, witness.Name)))
            _faults.Add(SeedMessages.SameWitness(Here, witness.Name));
        _at++;
        return witness;
    }
}
