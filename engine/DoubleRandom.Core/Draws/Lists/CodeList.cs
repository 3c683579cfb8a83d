using System.Text;

namespace DoubleRandom.Core.Draws.Lists;

/// <summary>Several codes in one field: separated by commas, sorted by their bytes, each once; <c>-</c> for none.</summary>
internal static class CodeList
{
    /// <summary>The codes; null when the field is none.</summary>
    public static IReadOnlyList<string>? Read(ReadOnlySpan<byte> field)
    {
        if (field is [(byte)'-'])
            return [];
        var codes = new List<string>();
        foreach (var range in field.Split((byte)','))
        {
            var code = field[range];
            if (!Words.IsCode(code) || code is [(byte)'-'])
                return null;
            codes.Add(Encoding.ASCII.GetString(code));
        }

        return codes.Zip(codes.Skip(1)).All(pair => string.CompareOrdinal(pair.First, pair.Second) < 0) ? codes : null;
    }

    /// <summary>The field for some codes.</summary>
    public static string Write(IEnumerable<string> codes) => string.Join(',', codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) is { Length: > 0 } text ? text : "-";
}
