using System.Globalization;
using System.Text;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;

namespace DoubleRandom.Core.Tests.Planning;

/// <summary>A plan as text, down to the last word of its explanations: two plans are the same when their texts are.</summary>
internal static class PlanText
{
    internal static string Of(Plan plan, Pack pack)
    {
        var text = new StringBuilder();
        foreach (var deadline in plan.Deadlines)
            text.AppendLine(Of(deadline, pack));
        foreach (var gap in plan.NotPlanned)
            text.AppendLine($"{gap.Obligation} {gap.Reason} {gap.On?.Iso()} {gap.Detail} {gap.Text}");
        return text.ToString();
    }

    internal static string Of(Deadline deadline, Pack pack) => string.Join('\n', [
        $"{deadline.Key} {deadline.OpensOn.Iso()} {deadline.DueOn.Iso()} {deadline.ClosesAt} {deadline.Obligation.Strength} {deadline.Occurrence.Provisional} {PlanDigest.Of(deadline).ToString("x", CultureInfo.InvariantCulture)}",
        .. deadline.Ladder.Select(rung => $"  {rung.Rung.Id} {rung.On.Iso()} {rung.At.ToString("HH:mm", CultureInfo.InvariantCulture)}"),
        .. Explanation.Of(deadline, pack).Select(line => $"  {line.Step} {line.From?.Iso()} {line.To?.Iso()} {line.Text}"),
    ]);

    /// <summary>The short form, for comparing many: what is due when, with its fingerprint.</summary>
    internal static string Line(Deadline deadline) => $"{deadline.Key} {deadline.DueOn.Iso()} {PlanDigest.Of(deadline).ToString("x", CultureInfo.InvariantCulture)}";
}
