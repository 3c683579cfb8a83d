using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Rules;

/// <summary>Whether the fields of forms can tell rules the facts that they name.</summary>
internal static class FormFacts
{
    public static IEnumerable<Diagnostic> Of(IEnumerable<Form> forms, FactSchema facts) => forms.SelectMany(form => Of(form.Fields, facts));

    private static IEnumerable<Diagnostic> Of(IEnumerable<FormField> fields, FactSchema facts)
    {
        foreach (var field in fields.Where(field => field.Fact is not null))
        {
            if (facts.Find(field.Fact!) is not { } fact || !string.Equals(fact.Path, field.Fact, StringComparison.Ordinal))
                yield return FactFaults.Unknown(field.Place!, field.Fact!, facts);
            else if (!Fits(field, fact.Type))
                yield return FactFaults.OtherType(field.Place!, field.Id, fact);
            else if (fact.Type.Element?.Fields is { } inner)
                foreach (var fault in Of(field.Fields, inner))
                    yield return fault;
        }
    }

    private static bool Fits(FormField field, FactType fact) => field.Type switch
    {
        FieldType.Text or FieldType.LongText => fact.Kind == FactKind.Text,
        FieldType.Integer or FieldType.Number => fact.Kind == FactKind.Number,
        FieldType.Date => fact.Kind == FactKind.Date,
        FieldType.Boolean => fact.Kind == FactKind.Boolean,
        FieldType.Choice => fact.Kind == FactKind.Choice && field.Choices.All(choice => fact.CodeOf(choice.Id) is not null),
        _ => fact.Element?.Fields is not null,
    };
}
