namespace DoubleRandom.Core.Rules.Facts;

/// <summary>Whether a value can stand for a fact.</summary>
internal static class FactFit
{
    /// <summary>The value in the fact's own type (a text becomes the word of a choice); null when it does not fit.</summary>
    public static FactValue? Of(FactType type, FactValue value) => type.Kind switch
    {
        FactKind.Choice => value.AsText is { } word ? type.CodeOf(word) is { } code ? FactValue.Of(type, code) : null : value.Type == type ? value : null,
        FactKind.Number => value.Type.Kind == FactKind.Number && Math.Abs(value.AsNumber) <= FactLimits.Number ? value : null,
        FactKind.Text => value.AsText is { Length: <= FactLimits.TextLength } ? value : null,
        FactKind.List => IsListOf(type.Element!, value) ? FactValue.OfList(type, value.Content!) : null,
        _ => value.Type.Kind == type.Kind ? value : null,
    };

    private static bool IsListOf(FactType element, FactValue value) => (element.Kind, value.Content) switch
    {
        (FactKind.Text, string[] texts) => texts.Length <= FactLimits.ListLength && Array.TrueForAll(texts, text => text.Length <= FactLimits.TextLength),
        (FactKind.Number, decimal[] numbers) => numbers.Length <= FactLimits.ListLength && Array.TrueForAll(numbers, number => Math.Abs(number) <= FactLimits.Number),
        (FactKind.Date, int[] days) => value.Type.Element!.Kind == FactKind.Date && days.Length <= FactLimits.ListLength,
        (FactKind.Record, FactSet[] records) => records.Length <= FactLimits.ListLength && Array.TrueForAll(records, record => ReferenceEquals(record.Schema, element.Fields)),
        _ => false,
    };
}
