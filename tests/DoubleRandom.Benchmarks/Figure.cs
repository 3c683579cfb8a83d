using System.Text.Json;

namespace DoubleRandom.Benchmarks;

/// <summary>One measured figure and the limit it is held against.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The measure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="AtLeast">Whether the limit is a least value; otherwise it is a greatest one.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Details">What else was seen in the run, such as the bare rate that the limit comes from.</param>
internal sealed record Figure(string Name, double Value, string Unit, bool AtLeast, double Limit, IReadOnlyList<(string Name, double Value)> Details)
{
    public bool IsMet => AtLeast ? Value >= Limit : Value <= Limit;

    public string ToJson() => JsonSerializer.Serialize(new
    {
        name = Name,
        value = Math.Round(Value, 2),
        unit = Unit,
        limit = $"{(AtLeast ? "≥" : "≤")} {Math.Round(Limit, 2)}",
        met = IsMet,
        cores = Environment.ProcessorCount,
        details = Details.ToDictionary(pair => pair.Name, pair => Math.Round(pair.Value, 2), StringComparer.Ordinal),
    }, Options);

    private static readonly JsonSerializerOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
