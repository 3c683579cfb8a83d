using System.Globalization;
using System.Text.Json.Nodes;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Service.Demo;

namespace DoubleRandom.Service.Simulation;

/// <summary>
/// Fillings of a step's form, from which modelled people choose one that the rules let pass: those of the pack's own tests, their dates moved to today, and made-up ones
/// in which choices, yes and no, and dates vary.
/// </summary>
internal static class SampleForms
{
    private const int MostMadeUp = 48;
    private const int DaysAhead = 30;

    /// <summary>The fillings, likely ones first; JSON texts.</summary>
    /// <param name="form">The form.</param>
    /// <param name="definition">The workflow, whose tests show what a pack's author has in mind.</param>
    /// <param name="step">The step.</param>
    /// <param name="way">The outcome that is wanted: tests of that outcome come first.</param>
    /// <param name="today">The day.</param>
    public static IReadOnlyList<string> Of(Form form, WorkflowDefinition definition, Step step, Way way, DateOnly today)
    {
        var shown = definition.Tests.SelectMany(test => Shown(test, step.Id)).OrderBy(move => string.Equals(move.Outcome ?? way.Id, way.Id, StringComparison.Ordinal) ? 0 : 1)
            .Select(move => Moved(form.Fields, move.Content, today.DayNumber - move.On.DayNumber));
        return [.. shown.Concat(MadeUp(form, [.. step.RaisedOn.Values, .. way.RaisedOn.Values], today)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A move without a day of its own is of the day of the one before.</summary>
    private static IEnumerable<(string Content, DateOnly On, string? Outcome)> Shown(WorkflowWalk test, string step)
    {
        var on = test.On;
        foreach (var move in test.Moves)
        {
            on = move.On ?? on;
            if (string.Equals(move.Do, step, StringComparison.Ordinal) && move is { Content: { } content, IsRefused: false })
                yield return (content, on, move.Outcome);
        }
    }

    private static string Moved(IReadOnlyList<FormField> fields, string content, int days)
    {
        if (JsonNode.Parse(content) is not JsonObject record)
            return content;
        Move(fields, record, days);
        return record.ToJsonString();
    }

    private static void Move(IReadOnlyList<FormField> fields, JsonObject record, int days)
    {
        foreach (var field in fields)
            if (field.Type == FieldType.Date && record[field.Id] is JsonValue value && DateOnly.TryParseExact((string?)value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on))
                record[field.Id] = on.AddDays(days).Iso();
            else if (field.Type == FieldType.List && record[field.Id] is JsonArray items)
                foreach (var item in items.OfType<JsonObject>())
                    Move(field.Fields, item, days);
    }

    private static IEnumerable<string> MadeUp(Form form, HashSet<string> happened, DateOnly today)
    {
        for (var variant = 0; variant < MostMadeUp; variant++)
        {
            var record = JsonNode.Parse(SampleContent.Of(form, today).GetRawText())!.AsObject();
            var digits = variant;
            Vary(form.Fields, record, happened, today, ref digits);
            if (digits > 0)
                yield break; // All that can vary has varied.
            yield return record.ToJsonString();
        }
    }

    /// <summary>Counts through all ways to answer, as a number with a digit for each field that can vary.</summary>
    private static void Vary(IReadOnlyList<FormField> fields, JsonObject record, HashSet<string> happened, DateOnly today, ref int digits)
    {
        foreach (var field in fields)
            switch (field.Type)
            {
                case FieldType.Boolean:
                    record[field.Id] = Digit(ref digits, 2) == 0;
                    break;
                case FieldType.Choice:
                    record[field.Id] = field.Choices[Digit(ref digits, field.Choices.Count)].Id;
                    break;
                case FieldType.Date when !happened.Contains(field.Id): // What dates an event has happened: today.
                    record[field.Id] = today.AddDays(DaysAhead * Digit(ref digits, 2)).Iso();
                    break;
                case FieldType.List:
                    foreach (var item in record[field.Id]!.AsArray().OfType<JsonObject>())
                        Vary(field.Fields, item, happened, today, ref digits);
                    break;
            }
    }

    private static int Digit(ref int digits, int of)
    {
        var digit = digits % of;
        digits /= of;
        return digit;
    }
}
