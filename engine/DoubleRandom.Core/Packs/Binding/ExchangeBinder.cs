using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Packs.Binding;

/// <summary>Reads the profiles by which files are exchanged with platforms.</summary>
internal static class ExchangeBinder
{
    private const string Csv = "csv";
    private const string Utf8 = "utf-8";

    public static ExchangeProfile Bind(Node node, Binder binder)
    {
        var id = binder.Text(node, "id", "exchange");
        var element = $"exchange:{id}";
        return new()
        {
            Id = id,
            Name = binder.Name(node, element),
            Basis = binder.Basis(node, element),
            IsByItem = node["rows"]?.Text is "item",
            Format = Binder.TextOrNull(node, "format") ?? Csv,
            Encoding = Binder.TextOrNull(node, "encoding") ?? Utf8,
            Columns = [.. (binder.Need(node, "columns", element)?.Items ?? []).Select(column => Column(column, element, binder))],
            Codes = (node["codes"]?.Items ?? []).Select(codes => Codes(codes, element, binder)).DistinctBy(codes => codes.Id, StringComparer.Ordinal).ToDictionary(codes => codes.Id, StringComparer.Ordinal),
            Receipt = node["receipt"] is { } receipt ? new(Binder.Texts(receipt["match"]), binder.Text(receipt, "state", element), Binder.Texts(receipt["taken"]), Binder.TextOrNull(receipt, "number")) : null,
            Closes = node["closes"] is { } closes ? new(binder.Text(closes, "step", element), Texts(closes["content"])) : null,
            Place = node.Place,
        };
    }

    private static ExchangeColumn Column(Node node, string profile, Binder binder)
    {
        var id = binder.Text(node, "id", profile);
        var element = $"{profile}/{id}";
        return new(id, binder.Text(node, "header", element), Binder.TextOrNull(node, "from"), Binder.TextOrNull(node, "value"), Binder.TextOrNull(node, "codes"), binder.Basis(node, element), node.Place);
    }

    private static ExchangeCodes Codes(Node node, string profile, Binder binder)
    {
        var id = binder.Text(node, "id", profile);
        var element = $"{profile}/{id}";
        return new(id, Texts(binder.Need(node, "words", element)), Binder.TextOrNull(node, "other"), binder.Basis(node, element), node.Place);
    }

    private static Dictionary<string, string> Texts(Node? node) => (node?.Members ?? new Dictionary<string, Node>(StringComparer.Ordinal)).ToDictionary(member => member.Key, member => member.Value.Text, StringComparer.Ordinal);
}
