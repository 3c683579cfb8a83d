using DoubleRandom.Core.Packs.Binding;
using DoubleRandom.Core.Packs.Checks;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows.Binding;

/// <summary>Reads due times in the time language of obligations.</summary>
internal sealed class DueBinder(Binder binder, IReadOnlyDictionary<string, LegalValue> values)
{
    private readonly WhenBinder _when = new(binder, values);

    public Due? OrNull(Node node, string key, string element)
    {
        if (node[key] is not { } due)
            return null;
        if (due["field"] is { } field)
            return Filled(field);
        if (due["vague"] is not { } vague)
            return new(binder.Dated(due, element, Rule), null, null, due.Place);
        if (due["as"] is not { } rule || due["local"] is null)
        {
            binder.Faults.Add(LawFaults.VagueWithoutLocal(vague.Place, vague.Text));
            return null;
        }

        return new(binder.Dated(rule, element, Rule), vague.Text, Binder.NameOrNull(due, "local"), due.Place);
    }

    /// <summary>A date that an officer fills in is neither law nor a rule of the pack; whoever asks why is told where it was filled in.</summary>
    private static Due Filled(Node field)
    {
        var parts = field.Text.Split('/');
        var local = new Bilingual($"日期由环节“{parts[0]}”填报（{parts[^1]}）", $"the date was filled in at the step \"{parts[0]}\" ({parts[^1]})");
        return new(Dated<When>.Always(new When.Once([])), null, local, field.Place) { Field = new(parts[0], parts[^1]) };
    }

    /// <summary>A length after no named event counts from the opening of the step.</summary>
    private When Rule(Node node) => _when.Bind(node) is When.After { EventIds.Count: 0 } after ? after with { EventIds = [Due.Opening] } : _when.Bind(node);
}
