using DoubleRandom.Core.Packs.Binding;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Rules.Expressions;
using DoubleRandom.Core.Rules.Facts;
using DoubleRandom.Core.Rules.Tables;
using DoubleRandom.Core.Rules.Trees;
using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Rules;

/// <summary>Reads the merged rule files of a pack: first the facts of all of them, then each set.</summary>
internal sealed class RuleSetBinder(Binder binder, WorkingCalendar calendar)
{
    public PackRules Bind(IEnumerable<Node> documents)
    {
        var all = documents.ToArray();
        var facts = all.SelectMany(document => document["facts"]?.Items ?? []).ToArray();
        var schema = new FactBinder(binder).Schema(facts);
        var sets = all.Where(document => !binder.IsBroken(document["id"]!.Text)).Select(document => Set(document, new(schema, calendar))).OfType<RuleSet>().ToArray();
        TreeLinks.Tie(sets.Where(set => set.Shape is RuleTree).Select(set => (set.Id, (RuleTree)set.Shape)), binder.Faults);
        var added = schema.Facts.Skip(ProgramFacts.Schema.Facts.Count).ToDictionary(
            fact => fact.Path, fact => facts.First(node => string.Equals(node["id"]?.Text, fact.Path, StringComparison.Ordinal)).Place, StringComparer.Ordinal);
        return new(schema, sets.DistinctBy(set => set.Id, StringComparer.Ordinal).ToDictionary(set => set.Id, StringComparer.Ordinal), added);
    }

    private RuleSet? Set(Node document, ExpressionScope scope)
    {
        var id = binder.Text(document, "id", "rules");
        var (table, workflow) = (document["table"], document["workflow"]);
        if (table is null && workflow is null && document["facts"] is not null)
            return null;
        if (table is null == workflow is null)
        {
            binder.Faults.Add(RuleFaults.NoShape(document.Place, id));
            return null;
        }

        IRuleShape shape = table is not null ? new TableReader(binder, scope).Read(table) : new TreeReader(binder.Faults).Read(workflow!, scope);
        return new(shape)
        {
            Id = id,
            Name = binder.Name(document, $"rules:{id}"),
            Basis = binder.Basis(document, $"rules:{id}"),
            Place = document.Place,
            Schema = scope.Schema,
            Tests = [.. (document["tests"]?.Items ?? []).Select(test => Test(test, scope.Schema)).OfType<RuleTest>()],
        };
    }

    private RuleTest? Test(Node node, FactSchema schema)
    {
        var name = binder.Text(node, "name", "test");
        var (given, then) = (binder.Need(node, "given", name), binder.Need(node, "then", name));
        if (given is null || then is null)
            return null;
        var reading = FactReader.Read(given, schema);
        foreach (var fault in reading.Faults)
            binder.Faults.Add(fault);
        if (then.Members.Count == 0)
            binder.Faults.Add(RuleFaults.TestExpectsNothing(node.Place, name));
        return new(
            name, reading.Facts, OutcomeOf(Binder.TextOrNull(then, "outcome")),
            (then["outputs"] ?? then).Members.Where(_ => then["outputs"] is not null).ToDictionary(output => output.Key, output => Written(output.Value), StringComparer.Ordinal),
            then["fired"] is { } fired ? Binder.Texts(fired) : null, Binder.TextOrNull(then, "missing"), node.Place);
    }

    private static Outcome? OutcomeOf(string? word) => word switch
    {
        "true" => Outcome.True,
        "false" => Outcome.False,
        "undetermined" => Outcome.Undetermined,
        _ => null,
    };

    /// <summary>A value as <see cref="FactValue.ToString"/> writes it.</summary>
    private static string Written(Node node) => node switch
    {
        { IsArray: true } => $"[{string.Join(", ", node.Items.Select(Written))}]",
        { Boolean: { } yes } => yes ? "true" : "false",
        _ => node.Text,
    };
}
