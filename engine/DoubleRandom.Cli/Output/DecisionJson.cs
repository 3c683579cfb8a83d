using System.Text.Json;
using DoubleRandom.Core.Rules;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Cli.Output;

/// <summary>A decision for programs.</summary>
internal static class DecisionJson
{
    public static void Write(Utf8JsonWriter json, Decision decision)
    {
        json.WriteString("kind", "decision");
        json.WriteString("ruleSet", decision.RuleSet.Id);
        json.WriteString("outcome", Word(decision.Outcome));
        Write(json, "why", decision.Why);
        json.WriteStartArray("outputs");
        foreach (var output in decision.Outputs)
            Write(json, output);
        json.WriteEndArray();
        json.WriteStartArray("reasons");
        foreach (var reason in decision.Reasons)
            Write(json, decision, reason);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, DecisionOutput output)
    {
        json.WriteStartObject();
        json.WriteString("id", output.Id);
        json.WritePropertyName("value");
        Write(json, output.Value);
        json.WriteString("rule", output.Rule.Id);
        Write(json, "why", output.Why);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Decision decision, Reason reason)
    {
        json.WriteStartObject();
        json.WriteString("rule", reason.Rule.Id);
        json.WriteString("outcome", Word(reason.Outcome));
        Write(json, "why", reason.Why);
        json.WriteString("event", reason.Outcome == Outcome.True ? reason.Rule.Event : null);
        json.WriteString("message", reason.Outcome == Outcome.True ? null : reason.Rule.Message(decision.Facts));
        json.WriteStartObject("seen");
        foreach (var (fact, value) in reason.Seen(decision.Facts))
        {
            json.WritePropertyName(fact.Path);
            Write(json, value);
        }

        json.WriteEndObject();
        json.Law(reason.Rule.Basis ?? decision.RuleSet.Basis);
        json.Stands(reason.Rule.Place);
        json.WriteStartArray("inside");
        foreach (var inside in reason.Rule.Inside(decision.Facts))
            Write(json, decision, inside);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string key, Undetermined? why)
    {
        if (why is null)
        {
            json.WriteNull(key);
            return;
        }

        json.WriteStartObject(key);
        json.WriteString("code", why.Code);
        json.WriteString("subject", why.Subject);
        json.Text("text", why.Text);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FactValue? value)
    {
        switch (value?.Type.Kind)
        {
            case null:
                json.WriteNullValue();
                break;
            case FactKind.Number:
                json.WriteNumberValue(value.Value.AsNumber);
                break;
            case FactKind.Boolean:
                json.WriteBooleanValue(value.Value.AsBoolean);
                break;
            case FactKind.List:
                json.WriteStartArray();
                foreach (var item in value.Value.AsList)
                    Write(json, item);
                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(value.Value.ToString());
                break;
        }
    }

    private static string Word(Outcome outcome) => outcome switch { Outcome.True => "true", Outcome.False => "false", _ => "undetermined" };
}
