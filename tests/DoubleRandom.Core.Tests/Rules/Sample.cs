using System.Text.Json;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Rules.Expressions;
using DoubleRandom.Core.Rules.Facts;
using DoubleRandom.Core.Tests.Time;
using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Tests.Rules;

/// <summary>One case that most tests of this room look at.</summary>
internal static class Sample
{
    internal static readonly WorkingCalendar Calendar = WorkingCalendar.Build(CalendarFile.China);

    internal static readonly FactSet Facts = Read("""
        {
          "today": "2026-03-02",
          "target": {
            "name": "彭阳县大饭店", "area": "城关镇", "businessScope": "餐饮服务；住宿", "creditRiskClass": "D", "complaints": 3,
            "abnormalList": false, "lastInspectedOn": "2024-06-15", "tags": ["重点", "人员密集"]
          },
          "result": {
            "problems": [
              { "id": "P-1", "category": "消防通道", "department": "消防", "severity": "serious", "rectified": true },
              { "id": "P-2", "category": "卫生", "department": "卫健", "severity": "minor" },
              { "id": "P-3", "category": "灭火器", "department": "消防", "severity": "ordinary", "rectified": true }
            ]
          }
        }
        """);

    internal static FactSet Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var reading = FactSet.FromJson(document.RootElement, ProgramFacts.Schema);
        Assert.Empty(reading.Faults);
        return reading.Facts;
    }

    internal static RuleExpression Expression(string text)
    {
        var faults = new List<Diagnostic>();
        var expression = RuleExpression.Parse(text, ProgramFacts.Schema, Calendar, faults);
        Assert.Empty(faults);
        return expression!;
    }

    internal static List<Diagnostic> Faults(string text)
    {
        var faults = new List<Diagnostic>();
        Assert.Null(RuleExpression.Parse(text, ProgramFacts.Schema, Calendar, faults));
        return faults;
    }

    /// <summary>The answer as a case writes it: a value, or <c>undetermined</c> with its code and, for a missing fact, its name.</summary>
    internal static string Answer(RuleExpression expression, FactSet facts)
    {
        if (expression.Type.Kind == FactKind.Boolean)
            return expression.Test(facts, out var why) switch { Core.Rules.Outcome.True => "true", Core.Rules.Outcome.False => "false", _ => Lost(why!) };
        return expression.Evaluate(facts, out var lost) is { } value ? value.ToString() : Lost(lost!);
    }

    private static string Lost(Core.Rules.Undetermined why) =>
        why.Code is "missing" ? $"undetermined missing {why.Subject}" : $"undetermined {why.Code}";
}
