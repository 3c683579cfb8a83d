using System.Globalization;
using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Service.Simulation;

namespace DoubleRandom.Cli.Output;

/// <summary>A simulation for programs: one object a line, by virtual time, then kind, then natural key; the order and its figures stand last.</summary>
internal sealed class SimulationJson(JsonLines lines)
{
    public void Write(SimulationLog log)
    {
        foreach (var (_, write) in Lines(log).OrderBy(line => line.At)) // Stable: kinds stay in the order in which they are listed.
            lines.Write(write);
        lines.Write(json => Summary(json, log));
    }

    private static IEnumerable<(DateTimeOffset At, Action<Utf8JsonWriter> Write)> Lines(SimulationLog log) => log.Instances.Select(line => (line.At, Kind("instance", line.At, json => Write(json, line))))
        .Concat(log.Events.Select(line => (line.At, Kind("event", line.At, json => Write(json, line)))))
        .Concat(log.Deadlines.Select(line => (line.At, Kind("deadline", line.At, json => Write(json, line)))))
        .Concat(log.Tasks.Select(line => (line.At, Kind("task", line.At, json => Write(json, line)))))
        .Concat(log.Decisions.Select(line => (line.At, Kind("decision", line.At, json => Write(json, line)))))
        .Concat(log.Submissions.Select(line => (line.At, Kind("submission", line.At, json => Write(json, line)))))
        .Concat(log.Notices.Select(line => (line.At, Kind("notice", line.At, json => Write(json, line)))))
        .Concat(log.Findings.Select(line => (line.At, Kind("finding", line.At, json => Write(json, line)))));

    private static Action<Utf8JsonWriter> Kind(string kind, DateTimeOffset at, Action<Utf8JsonWriter> members) => json =>
    {
        Instant(json, "at", at);
        json.WriteString("kind", kind);
        members(json);
    };

    private static void Write(Utf8JsonWriter json, LoggedInstance line)
    {
        json.WriteString("instance", line.Name);
        json.WriteString("workflow", line.Workflow);
        json.WriteString("subject", line.Subject);
        json.WriteString("starter", line.Starter);
        json.WriteString("parent", line.Parent);
        json.WriteString("status", line.Status);
        json.WriteString("outcome", line.Outcome);
        Instant(json, "endedAt", line.EndedAt);
        Texts(json, "open", line.Open);
    }

    private static void Write(Utf8JsonWriter json, LoggedEvent line)
    {
        json.WriteString("event", line.Event);
        json.Day("on", line.On);
        json.WriteString("subject", line.Subject);
        json.WriteString("unit", line.Unit);
    }

    private static void Write(Utf8JsonWriter json, LoggedDeadline line)
    {
        json.WriteString("obligation", line.Obligation);
        json.WriteString("unit", line.Unit);
        json.WriteString("period", line.Period);
        json.Day("dueOn", line.DueOn);
        json.WriteBoolean("binding", line.IsBinding);
        json.WriteString("standing", line.Standing);
        Instant(json, "settledAt", line.SettledAt);
    }

    private static void Write(Utf8JsonWriter json, LoggedTask line)
    {
        json.WriteString("instance", line.Instance);
        json.WriteString("step", line.Step);
        json.WriteString("item", line.Item);
        json.WriteNumber("run", line.Run);
        json.WriteString("task", line.Kind);
        Texts(json, "owner", line.Owner);
        json.Day("dueOn", line.DueOn);
        Instant(json, "closedAt", line.ClosedAt);
        json.WriteString("outcome", line.Outcome);
        json.WriteString("by", line.By);
    }

    private static void Write(Utf8JsonWriter json, LoggedDecision line)
    {
        json.WriteString("instance", line.Instance);
        json.WriteString("step", line.Step);
        json.WriteString("item", line.Item);
        json.WriteNumber("version", line.Version);
        json.WriteString("outcome", line.Outcome);
        json.WriteString("by", line.By);
        json.WriteStartArray("reasons");
        foreach (var reason in line.Reasons)
        {
            json.WriteStartObject();
            json.WriteString("zh", reason.Zh);
            json.WriteString("en", reason.En);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, LoggedSubmission line)
    {
        json.WriteString("obligation", line.Obligation);
        json.WriteString("unit", line.Unit);
        json.WriteString("period", line.Period);
        json.WriteString("state", line.State);
        Instant(json, "decidedAt", line.DecidedAt);
    }

    private static void Write(Utf8JsonWriter json, LoggedNotice line)
    {
        json.WriteString("notice", line.Kind);
        json.WriteString("obligation", line.Obligation);
        json.WriteString("unit", line.Unit);
        json.WriteString("period", line.Period);
        json.WriteString("recipient", line.Recipient);
        json.WriteString("function", line.Function);
        json.WriteString("language", line.Language);
        json.WriteString("subject", line.Subject);
        json.WriteBoolean("late", line.IsLate);
        json.WriteBoolean("circular", line.IsCircular);
        Texts(json, "covers", line.Covers);
    }

    private static void Write(Utf8JsonWriter json, Finding line)
    {
        json.WriteString("finding", line.Kind);
        json.WriteString("subject", line.Subject);
        json.Text("text", line.Text);
    }

    private static void Summary(Utf8JsonWriter json, SimulationLog log)
    {
        json.WriteString("kind", "summary");
        json.WriteString("jurisdiction", log.Order.Pack.Jurisdiction.Folder);
        json.WriteString("pack", log.Order.Pack.ContentHash);
        json.Day("from", log.Order.From);
        json.Day("to", log.Order.To);
        json.WriteNumber("seed", log.Order.Seed);
        foreach (var (name, count) in new[] { ("instances", log.Instances.Count), ("events", log.Events.Count), ("deadlines", log.Deadlines.Count), ("tasks", log.Tasks.Count), ("decisions", log.Decisions.Count), ("submissions", log.Submissions.Count), ("notices", log.Notices.Count), ("findings", log.Findings.Count) })
            json.WriteNumber(name, count);
    }

    private static void Texts(Utf8JsonWriter json, string key, IEnumerable<string> texts)
    {
        json.WriteStartArray(key);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Instant(Utf8JsonWriter json, string key, DateTimeOffset? at)
    {
        if (at is { } instant)
            json.WriteString(key, instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        else
            json.WriteNull(key);
    }
}
