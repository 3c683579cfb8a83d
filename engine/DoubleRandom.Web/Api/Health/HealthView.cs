using DoubleRandom.Core;

namespace DoubleRandom.Web.Api.Health;

/// <summary>One thing that must be well.</summary>
/// <param name="Name">database, scheduler or rungs.</param>
/// <param name="IsGood">Whether it is.</param>
/// <param name="Text">What was seen.</param>
public sealed record HealthCheckView(string Name, bool IsGood, Bilingual Text);

/// <summary>Whether the server is well.</summary>
/// <param name="Status">live, ready or unready.</param>
/// <param name="Checks">What was looked at.</param>
public sealed record HealthView(string Status, IReadOnlyList<HealthCheckView> Checks);
