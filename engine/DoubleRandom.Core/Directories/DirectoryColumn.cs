using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Directories;

/// <summary>A column of a directory.</summary>
/// <param name="Id">Its English heading, which is also the key under which a row keeps its value.</param>
/// <param name="Zh">Its Chinese heading.</param>
/// <param name="Kind">What stands in it.</param>
public sealed record DirectoryColumn(string Id, string Zh, ColumnKind Kind)
{
    /// <summary>The longest text of a cell unless the column says otherwise.</summary>
    public const int UsualLength = 200;

    /// <summary>The most parts of a list.</summary>
    public const int MostParts = 100;

    /// <summary>Other headings under which files have it.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Whether a file must have it, with something in every cell.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What an empty cell means, in plain form; null leaves the value unknown.</summary>
    public string? Otherwise { get; init; }

    /// <summary>The most characters of a text, or of each part of a list.</summary>
    public int Longest { get; init; } = UsualLength;

    /// <summary>The words of a choice.</summary>
    public IReadOnlyList<ChoiceValue> Choices { get; init; } = [];

    /// <summary>By what the column finds a row; null when it does not.</summary>
    public SearchField? Finds { get; init; }

    /// <summary>Whether it tells who a person is: such a column is never public and stands on no list.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>The fact that a pack added to targets, when the column comes from one.</summary>
    public Fact? Fact { get; init; }

    /// <summary>Whether it holds several values.</summary>
    public bool IsList => Kind >= ColumnKind.Texts;

    /// <summary>Both headings, as files have them.</summary>
    public Bilingual Name => new(Zh, Id);

    /// <summary>Both headings as people read them: the English one in words.</summary>
    public Bilingual Title => new(Zh, char.ToUpperInvariant(Id[0]) + string.Concat(Id.Skip(1).Select(letter => char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")));

    /// <summary>Whether a heading means this column.</summary>
    public bool IsCalled(string heading) =>
        Id.Equals(heading, StringComparison.OrdinalIgnoreCase) || Zh.Equals(heading, StringComparison.Ordinal) || OtherNames.Contains(heading, StringComparer.Ordinal);
}
