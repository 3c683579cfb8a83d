using DoubleRandom.Service.Packs;

namespace DoubleRandom.Cli.Output;

/// <summary>What validation said, and how long it took.</summary>
internal sealed record TimedReport(PackReport Report, TimeSpan Elapsed);
