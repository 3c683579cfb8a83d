using DoubleRandom.Core.Rules.Facts;
using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Rules.Expressions;

/// <summary>What an expression can name, and the calendar that it counts working days by.</summary>
/// <param name="Schema">The facts.</param>
/// <param name="Calendar">The pack's calendar.</param>
/// <param name="Named">Parts that were named beforehand (parameters of a workflow), by name.</param>
internal sealed record ExpressionScope(FactSchema Schema, WorkingCalendar Calendar, IReadOnlyDictionary<string, Term> Named)
{
    private static readonly IReadOnlyDictionary<string, Term> None = new Dictionary<string, Term>(StringComparer.Ordinal);

    public ExpressionScope(FactSchema schema, WorkingCalendar calendar)
        : this(schema, calendar, None)
    {
    }

    /// <summary>The same, with one more name.</summary>
    public ExpressionScope With(string name, Term term) =>
        this with { Named = new Dictionary<string, Term>(Named, StringComparer.Ordinal) { [name] = term } };

    /// <summary>Whether a name means something already.</summary>
    public bool Knows(string name) => Named.ContainsKey(name) || Schema.Find(name) is not null || Schema.HasGroup(name) || Functions.Free.ContainsKey(name);
}
