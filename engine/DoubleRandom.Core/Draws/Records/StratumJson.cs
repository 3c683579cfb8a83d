using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Draws.Selection;

namespace DoubleRandom.Core.Draws.Records;

/// <summary>How a stratum stands in a record.</summary>
internal static class StratumJson
{
    public static JsonObject Of(StratumPlan plan, StratumDraw? draw)
    {
        var stratum = new JsonObject
        {
            ["stratum"] = plan.Stratum,
            ["rows"] = plan.Count.Rows,
            ["eligible"] = plan.Count.Eligible,
            ["excluded"] = new JsonObject(plan.Count.Excluded.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
            ["number"] = plan.Number,
            ["classes"] = new JsonArray([.. Inclusion.Of(plan).Select(Class)]),
        };
        if (draw is null)
            return stratum;
        stratum.Add("cutoff", draw.CutOff?.ToString() ?? DrawRecord.None);
        stratum.Add("selected", Targets(plan, draw.Selected));
        stratum.Add("substitutes", Targets(plan, draw.Substitutes));
        return stratum;
    }

    private static JsonNode Class(ClassInclusion inclusion) => new JsonObject
    {
        ["weight"] = inclusion.Weight,
        ["count"] = inclusion.Count,
        ["inclusion"] = inclusion.Probability.ToString(),
        ["decimal"] = inclusion.Probability.ToDecimal(),
        ["basis"] = JsonNamingPolicy.CamelCase.ConvertName(inclusion.Basis.ToString()),
    };

    private static JsonArray Targets(StratumPlan plan, IReadOnlyList<DrawnTarget> targets) => new([.. targets.Select(target => Target(plan, target))]);

    private static JsonNode Target(StratumPlan plan, DrawnTarget target)
    {
        var json = new JsonObject { ["id"] = target.Id, ["ticket"] = target.Ticket.ToString() };
        if (plan.Method is DrawMethod.Pareto)
            json.Add("quotient", target.Quotient?.ToString(CultureInfo.InvariantCulture) ?? "certain");
        return json;
    }
}
