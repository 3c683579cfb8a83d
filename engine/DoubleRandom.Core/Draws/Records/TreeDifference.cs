using System.Text;
using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Core.Draws.Records;

/// <summary>Tells where two values of JSON differ.</summary>
internal static class TreeDifference
{
    private const int Longest = 120;
    private const string Nothing = "–";

    public static IEnumerable<Refusal> Between(Node? found, Node? computed, string pointer)
    {
        if (found is { IsObject: true } && computed is { IsObject: true })
            return found.Members.Keys.Union(computed.Members.Keys, StringComparer.Ordinal).SelectMany(key => Between(found[key], computed[key], $"{pointer}/{key}"));
        if (found is { IsArray: true } && computed is { IsArray: true })
            return Enumerable.Range(0, Math.Max(found.Items.Count, computed.Items.Count))
                .SelectMany(at => Between(found.Items.ElementAtOrDefault(at), computed.Items.ElementAtOrDefault(at), $"{pointer}/{at}"));
        var (left, right) = (Shown(found), Shown(computed));
        return string.Equals(left, right, StringComparison.Ordinal) ? [] : [RecordMessages.Differs(pointer, Short(left), Short(right))];
    }

    private static string Shown(Node? node) => node is null ? Nothing : Encoding.UTF8.GetString(CanonicalJson.Write(node));

    private static string Short(string text) => text.Length > Longest ? text[..Longest] + "…" : text;
}
