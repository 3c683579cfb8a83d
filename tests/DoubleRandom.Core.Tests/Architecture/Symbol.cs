namespace DoubleRandom.Core.Tests.Architecture;

/// <summary>
/// A symbol in the notation of BannedSymbols.txt: kind (N namespace, T type, P property, M method, F field) and full
/// name, for methods with their parameter types, as in <c>M:System.Guid.NewGuid</c>.
/// </summary>
internal readonly record struct Symbol(char Kind, string Name)
{
    /// <summary>Reads a line's part before the semicolon.</summary>
    public static Symbol Parse(string text) => new(text[0], text[2..]);

    /// <summary>The lines of a list, without its reasons, comments and blank lines.</summary>
    public static IReadOnlyList<Symbol> List(IEnumerable<string> lines) =>
        [.. lines.Select(line => line.Split(';')[0].Trim())
            .Where(line => line.Length > 2 && line[1] == ':')
            .Select(Parse)];

    /// <summary>Whether <paramref name="use"/> is this symbol, or belongs to it when this is a type or a namespace.</summary>
    public bool Covers(Symbol use) => Kind switch
    {
        'N' or 'T' => string.Equals(use.Name, Name, StringComparison.Ordinal) || use.Name.StartsWith(Name + ".", StringComparison.Ordinal),
        _ => use == this,
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}:{Name}";
}
