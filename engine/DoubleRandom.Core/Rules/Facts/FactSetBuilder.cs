namespace DoubleRandom.Core.Rules.Facts;

/// <summary>Puts a set of facts together, one after the other.</summary>
public sealed class FactSetBuilder(FactSchema schema)
{
    private FactSet _facts = new(schema);

    /// <summary>Sets a fact by either name.</summary>
    /// <exception cref="ArgumentException">There is no such fact, its type is another, or the value exceeds <see cref="FactLimits"/>: a program error, for what people write is read by <see cref="FactSet.FromJson"/>.</exception>
    public FactSetBuilder Set(string name, FactValue value)
    {
        var fact = schema.Find(name) ?? throw new ArgumentException($"There is no fact '{name}'.", nameof(name));
        var fitting = FactFit.Of(fact.Type, value) ?? throw new ArgumentException($"'{value}' does not fit the fact '{name}' ({fact.Type.Words.En}).", nameof(value));
        Put(fact, fitting);
        return this;
    }

    /// <summary>Sets a text, or a word of a choice.</summary>
    public FactSetBuilder Set(string name, string text) => Set(name, FactValue.Of(text));

    /// <summary>Sets a number.</summary>
    public FactSetBuilder Set(string name, decimal number) => Set(name, FactValue.Of(number));

    /// <summary>Sets a date.</summary>
    public FactSetBuilder Set(string name, DateOnly on) => Set(name, FactValue.Of(on));

    /// <summary>Sets a yes or no.</summary>
    public FactSetBuilder Set(string name, bool yes) => Set(name, FactValue.Of(yes));

    /// <summary>Sets a list of texts.</summary>
    public FactSetBuilder Set(string name, params IReadOnlyList<string> texts) => Set(name, FactValue.OfList(FactType.ListOf(FactType.Text), texts.ToArray()));

    /// <summary>Sets a list of records.</summary>
    public FactSetBuilder Set(string name, params IReadOnlyList<FactSet> records) => Set(name, FactValue.OfList(FactType.ListOf(FactType.RecordOf(records.Count > 0 ? records[0].Schema : schema)), records.ToArray()));

    /// <summary>The set; the builder begins a new one.</summary>
    public FactSet Build()
    {
        var built = _facts;
        _facts = new(schema);
        return built;
    }

    internal void Put(Fact fact, FactValue value)
    {
        switch (fact.Type.Kind)
        {
            case FactKind.Boolean or FactKind.Choice or FactKind.Date:
                _facts.Codes[fact.Slot] = value.Code;
                break;
            case FactKind.Number:
                _facts.Numbers[fact.Slot] = value.AsNumber;
                break;
            default:
                _facts.Objects[fact.Slot] = value.Content;
                break;
        }
    }
}
