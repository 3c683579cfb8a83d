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
        if (due["vague"] is not { } vague)
            return new(binder.Dated(due, element, Rule), null, null, due.Place);
        if (due["as"] is not { } rule || due["local"] is null)
        {
            binder.Faults.Add(LawFaults.VagueWithoutLocal(vague.Place, vague.Text));
            return null;
        }

        return new(binder.Dated(rule, element, Rule), vague.Text, Binder.NameOrNull(due, "local"), due.Place);
    }

    /// <summary>A length after no named event counts from the opening of the step.</summary>
    private When Rule(Node node) => _when.Bind(node) is When.After { EventIds.Count: 0 } after ? after with { EventIds = [Due.Opening] } : _when.Bind(node);
}
