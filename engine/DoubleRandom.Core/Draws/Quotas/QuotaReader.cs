using System.Globalization;
using System.Text;
using System.Text.Json;
using DoubleRandom.Core.Draws.Lists;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Core.Draws.Quotas;

/// <summary>Reads quotas out of the rules of a draw.</summary>
internal sealed class QuotaReader(List<Diagnostic> faults)
{
    private const long MostTargets = 1_000_000_000_000;
    private static readonly string[] Keys = ["atLeast", "atMost", "number", "perInspector", "inspectors", "governs", "of", "minimum"];

    public Quota Read(Node node, params IEnumerable<string> more)
    {
        Known(node, [.. Keys, .. more]);
        var (number, each, count) = (Count(node, "number", MostTargets), Count(node, "perInspector", MostTargets / 1000), Count(node, "inspectors", MostTargets / 1_000_000));
        if (each.HasValue != count.HasValue)
            faults.Add(RulesMessages.Missing(node.Place, each.HasValue ? "inspectors" : "perInspector", "perInspector, inspectors"));
        var quota = new Quota
        {
            Ratio = Ratio(node),
            Number = number,
            PerInspector = each is { } targets && count is { } inspectors ? (targets, inspectors) : null,
            IsOfAll = Of(node),
            Minimum = (int)(Count(node, "minimum", 1) ?? 1),
            Governs = Word<Governing>(node, "governs", isNeeded: false) ?? Governing.Largest,
        };
        Check(node, quota);
        return quota;
    }

    /// <summary>A bare number, which is drawn as it stands, 0 included.</summary>
    public Quota Plain(Node node) => new() { Number = Whole(node, MostTargets), Minimum = 0 };

    public IReadOnlyDictionary<string, T> Strata<T>(Node node, Func<Node, T> read)
    {
        if (!node.IsObject)
            faults.Add(RulesMessages.Value(node.Place, "{\"A\": …}"));
        foreach (var (stratum, inside) in node.Members.Where(member => !Words.IsCode(Encoding.UTF8.GetBytes(member.Key))))
            faults.Add(ListMessages.Stratum(inside.Place, stratum));
        return node.Members.ToDictionary(member => member.Key, member => read(member.Value), StringComparer.Ordinal);
    }

    public void Known(Node node, IReadOnlyList<string> known)
    {
        foreach (var (key, value) in node.Members)
            if (!known.Contains(key, StringComparer.Ordinal))
                faults.Add(RulesMessages.Unknown(value.Place, key, string.Join(", ", known)));
    }

    /// <summary>A member that is a whole number; null when it is not there.</summary>
    public long? Count(Node node, string key, long most) => node[key] is { } value ? Whole(value, most) : null;

    /// <summary>A member that is a word of an enumeration, written with a small first letter; null when it is not there or wrong.</summary>
    public T? Word<T>(Node node, string key, bool isNeeded)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);
        if (node[key] is { IsText: true } found && words.TryGetValue(found.Text, out var word))
            return word;
        if (node[key] is { } wrong)
            faults.Add(RulesMessages.Value(wrong.Place, string.Join(" | ", words.Keys)));
        else if (isNeeded)
            faults.Add(RulesMessages.Missing(node.Place, key, string.Join(" | ", words.Keys)));
        return null;
    }

    private long Whole(Node node, long most)
    {
        if (node.Kind is JsonValueKind.Number && long.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= most)
            return value;
        faults.Add(RulesMessages.Value(node.Place, string.Create(CultureInfo.InvariantCulture, $"0 … {most}")));
        return 0;
    }

    private (Percent, bool)? Ratio(Node node)
    {
        var (least, most) = (node["atLeast"], node["atMost"]);
        if (least is not null && most is not null)
            faults.Add(RulesMessages.Value(most.Place, "atLeast | atMost"));
        if ((least ?? most) is not { } given)
            return null;
        if (!Percent.TryParse(given.IsText ? given.Text : null, out var percent))
            faults.Add(RulesMessages.Value(given.Place, "\"0\" … \"100\", \"3.5\""));
        return (percent, least is not null);
    }

    private bool Of(Node node)
    {
        var of = node["of"];
        if (of is not (null or { IsText: true, Text: "all" or "eligible" }))
            faults.Add(RulesMessages.Value(of.Place, "all | eligible"));
        return of?.Text is "all";
    }

    private void Check(Node node, Quota quota)
    {
        var given = (quota.Ratio is null ? 0 : 1) + (quota.Number is null ? 0 : 1) + (quota.PerInspector is null ? 0 : 1);
        if (given == 0)
            faults.Add(RulesMessages.Missing(node.Place, "atLeast", "atLeast | atMost | number | perInspector"));
        else if (given > 1 && node["governs"] is null
            || (quota.Governs, quota.Ratio, quota.Number, quota.PerInspector) is (Governing.Ratio, null, _, _) or (Governing.Number, _, null, _) or (Governing.PerInspector, _, _, null))
            faults.Add(RulesMessages.Governs(node.Place));
    }
}
