using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows;

/// <summary>Says when a step is due, and what a wait waits for, in words.</summary>
public static class DueWords
{
    /// <summary>A time: the rule as it stands on a day, or the field in which somebody fills it in.</summary>
    /// <param name="due">The time.</param>
    /// <param name="definition">Its workflow, whose steps have names.</param>
    /// <param name="pack">The pack, whose events have names.</param>
    /// <param name="on">The day.</param>
    public static Bilingual Of(Due due, WorkflowDefinition definition, Pack pack, DateOnly on)
    {
        if (due.Field is { } field)
        {
            var step = definition.Step(field.Step)?.Name ?? new(field.Step, field.Step);
            return new($"按“{step.Zh}”中填写的日期", $"the date filled in with \"{step.En}\"");
        }

        var rule = (due.When.At(on) ?? due.When.Entries[0]).Value;
        var words = RuleWords.Of(rule, on, pack);
        var opening = RuleWords.Event(Due.Opening, pack);
        return new(words.Zh.Replace(opening.Zh, "本环节开始", StringComparison.Ordinal), words.En.Replace(opening.En, "the step opens", StringComparison.Ordinal));
    }

    /// <summary>What an outcome of a wait waits for: an event, a date; null for outcomes that somebody chooses.</summary>
    public static Bilingual? Awaited(Way way, WorkflowDefinition definition, Pack pack, DateOnly on)
    {
        if (way.OnDate is { } date)
            return Of(date, definition, pack, on);
        if (way.OnEvents.Count == 0)
            return null;
        var events = RuleWords.Events(way.OnEvents, pack);
        return new($"事件{events.Zh}", $"the event {events.En}");
    }
}
