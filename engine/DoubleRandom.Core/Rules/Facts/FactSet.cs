namespace DoubleRandom.Core.Rules.Facts;

/// <summary>What is known of one case: a value or nothing for each fact of a schema. Immutable once built, so that a decision can show later what it saw.</summary>
public sealed class FactSet
{
    /// <summary>Stands where a code is not known; no date, choice or boolean has it.</summary>
    internal const int Missing = -1;

    // Read by compiled rules: a slot of the array that its kind is kept in.
    internal readonly int[] Codes;
    internal readonly decimal?[] Numbers;
    internal readonly object?[] Objects;

    internal FactSet(FactSchema schema)
    {
        Schema = schema;
        Codes = new int[schema.Codes];
        Array.Fill(Codes, Missing);
        Numbers = new decimal?[schema.Numbers];
        Objects = new object?[schema.Objects];
    }

    /// <summary>The facts that there could be.</summary>
    public FactSchema Schema { get; }

    /// <summary>The value of a fact by either name; null when it is not known, or when there is no such fact.</summary>
    public FactValue? this[string name] => Schema.Find(name) is { } fact ? this[fact] : null;

    /// <summary>The value of a fact; null when it is not known.</summary>
    public FactValue? this[Fact fact] => fact.Type.Kind switch
    {
        FactKind.Boolean => Codes[fact.Slot] is var yes and not Missing ? FactValue.Of(yes == 1) : null,
        FactKind.Choice => Codes[fact.Slot] is var code and not Missing ? FactValue.Of(fact.Type, code) : null,
        FactKind.Date => Codes[fact.Slot] is var day and not Missing ? FactValue.Of(DateOnly.FromDayNumber(day)) : null,
        FactKind.Number => Numbers[fact.Slot] is { } number ? FactValue.Of(number) : null,
        FactKind.Text => Objects[fact.Slot] is string text ? FactValue.Of(text) : null,
        _ => Objects[fact.Slot] is { } content ? FactValue.OfList(fact.Type, content) : null,
    };

    /// <summary>The facts that are known, with their values.</summary>
    public IEnumerable<(Fact Fact, FactValue Value)> Known
    {
        get
        {
            foreach (var fact in Schema.Facts)
                if (this[fact] is { } value)
                    yield return (fact, value);
        }
    }

    /// <summary>Reads facts from JSON: groups as objects (<c>{"target": {"area": "城关镇"}}</c>) or whole names as keys (<c>{"对象.区域": "城关镇"}</c>).</summary>
    /// <param name="json">An object.</param>
    /// <param name="schema">The facts that there are; everything else is a fault.</param>
    public static FactReading FromJson(System.Text.Json.JsonElement json, FactSchema schema) => FactReader.Read(json, schema);

    /// <summary>Reads facts from a file that was read already, so that faults name its lines.</summary>
    /// <param name="root">An object.</param>
    /// <param name="schema">The facts that there are; everything else is a fault.</param>
    public static FactReading FromNode(Packs.Json.Node root, FactSchema schema) => FactReader.Read(root, schema);

    /// <summary>The known facts as <c>name = value</c>, for messages.</summary>
    public override string ToString() => string.Join(", ", Known.Select(known => $"{known.Fact.Path} = {known.Value}"));
}
