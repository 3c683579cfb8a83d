namespace DoubleRandom.Core.Rules.Facts;

/// <summary>Lists of values, kept in the array that compiled rules read.</summary>
internal static class FactLists
{
    public static FactValue Of(FactType list, IReadOnlyCollection<FactValue> values) => FactValue.OfList(list, list.Element!.Kind switch
    {
        FactKind.Text => values.Select(value => value.AsText!).ToArray(),
        FactKind.Number => values.Select(value => value.AsNumber).ToArray(),
        FactKind.Record => values.Select(value => (FactSet)value.Content!).ToArray(),
        _ => values.Select(value => value.Code).ToArray(),
    });
}
