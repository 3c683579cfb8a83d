using System.Globalization;
using System.Text.Json;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;

namespace DoubleRandom.Cli.Output;

/// <summary>Planned deadlines as JSON. The keys up to <c>ladder</c> are promised to programs; more may follow them.</summary>
internal static class DeadlineJson
{
    public static void Write(Utf8JsonWriter json, Deadline deadline)
    {
        json.WriteString("jurisdiction", deadline.Key.Jurisdiction);
        json.WriteString("obligation", deadline.Key.Obligation);
        json.WriteString("unit", deadline.Key.Unit);
        json.WriteString("period", deadline.Key.Period);
        json.Day("opensOn", deadline.OpensOn);
        json.Day("dueOn", deadline.DueOn);
        json.WriteString("strength", deadline.Obligation.Strength.Word());
        json.WriteBoolean("provisional", deadline.Occurrence.Provisional);
        WriteBasis(json, deadline.Obligation.Basis);
        json.WriteStartArray("ladder");
        foreach (var rung in deadline.Ladder)
            WriteRung(json, rung, whole: false);
        json.WriteEndArray();
        WriteMore(json, deadline);
    }

    /// <summary>One thing that was not planned; its single key tells it from a deadline.</summary>
    public static void Write(Utf8JsonWriter json, NotPlanned gap)
    {
        json.WriteStartObject("notPlanned");
        json.WriteString("obligation", gap.Obligation);
        json.WriteString("reason", PackTests.ReasonWord(gap.Reason));
        json.Day("on", gap.On);
        json.WriteString("detail", gap.Detail);
        json.Text("text", gap.Text);
        json.WriteEndObject();
    }

    public static void WriteRung(Utf8JsonWriter json, RungDate rung, bool whole)
    {
        json.WriteStartObject();
        json.WriteString("kind", rung.Rung.Kind.Word());
        json.Day("on", rung.On);
        json.WriteStartArray("audience");
        foreach (var audience in rung.Rung.Audience)
            json.WriteStringValue(audience);
        json.WriteEndArray();
        if (whole)
        {
            json.WriteString("id", rung.Rung.Id);
            json.WriteString("at", rung.At.ToString("HH:mm", CultureInfo.InvariantCulture));
        }

        json.WriteEndObject();
    }

    private static void WriteBasis(Utf8JsonWriter json, Basis basis)
    {
        json.WriteStartObject("basis");
        json.WriteString("document", basis.Document);
        json.WriteString("article", basis.Article);
        json.WriteEndObject();
    }

    private static void WriteMore(Utf8JsonWriter json, Deadline deadline)
    {
        json.WriteString("closesAt", deadline.ClosesAt);
        json.Text("obligationName", deadline.Obligation.Name);
        json.Text("unitName", deadline.Unit.Name);
        json.WriteBoolean("history", deadline.IsHistory);
        if (deadline.Obligation.Basis.Local is { } local)
            json.Text("local", local);
        if (deadline.Occurrence.Trigger is { } trigger)
            WriteEvent(json, trigger);
        if (deadline.MetOn is { } metOn)
            json.Day("metOn", metOn);
        if (deadline.Progress is { } progress)
            WriteProgress(json, progress);
    }

    private static void WriteEvent(Utf8JsonWriter json, PlanEvent trigger)
    {
        json.WriteStartObject("event");
        json.WriteString("event", trigger.Event);
        json.Day("on", trigger.On);
        json.WriteString("subject", trigger.Subject);
        json.WriteString("unit", trigger.Unit);
        json.WriteEndObject();
    }

    private static void WriteProgress(Utf8JsonWriter json, QuotaProgress progress)
    {
        json.WriteStartObject("progress");
        json.WriteNumber("counted", progress.Counted);
        json.WriteNumber("required", progress.Required);
        if (progress.Allowed is { } allowed)
            json.WriteNumber("allowed", allowed);
        json.Day("metOn", progress.MetOn);
        json.WriteEndObject();
    }
}
