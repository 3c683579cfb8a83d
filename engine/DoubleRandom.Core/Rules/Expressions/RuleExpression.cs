using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Rules.Facts;
using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Rules.Expressions;

/// <summary>
/// An expression of a pack, checked against the facts: a yes/no question or a value. It is compiled when it is asked; it never throws
/// for what facts it is given, and reaches nothing but those facts and the pack's calendar. Immutable; safe for any number of threads.
/// </summary>
public sealed class RuleExpression
{
    /// <summary>How many questions are answered before machine code is made for those that follow. The answers are the same.</summary>
    public const int Trial = 64;

    private readonly FactSchema _schema;
    private readonly WorkingCalendar _calendar;

    // Built at the first question. The machine code, once there is any, stands beside its rule, one step nearer.
    private CompiledRule<Condition>? _condition;
    private Condition? _ask;
    private CompiledRule<Computation>? _computation;

    internal RuleExpression(string text, Term term, FactSchema schema, WorkingCalendar calendar, Place place) =>
        (Text, Term, _schema, _calendar, Place) = (text, term, schema, calendar, place);

    /// <summary>As it is written.</summary>
    public string Text { get; }

    /// <summary>The type of its value.</summary>
    public FactType Type => Term.Type;

    /// <summary>The facts that it asks about, each once, in the order written.</summary>
    public IReadOnlyList<Fact> Facts => field ??= FactsOf(Term);

    /// <summary>Where it stands.</summary>
    public Place Place { get; }

    internal Term Term { get; }

    /// <summary>Reads an expression and settles the meaning of all its parts.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="schema">The facts that it can ask about.</param>
    /// <param name="calendar">The calendar of its working days.</param>
    /// <param name="faults">Receives every fault, with its column.</param>
    /// <returns>Null when there is any fault.</returns>
    public static RuleExpression? Parse(string text, FactSchema schema, WorkingCalendar calendar, ICollection<Diagnostic> faults) =>
        Parse(Node.Scalar(new("expression", 1, 0, ""), System.Text.Json.JsonValueKind.String, text), new(schema, calendar), faults);

    /// <summary>Reads an expression that stands in a file.</summary>
    internal static RuleExpression? Parse(Node node, ExpressionScope scope, ICollection<Diagnostic> faults) =>
        TermBinder.Bind(node, scope, faults) is { } term ? new(node.Text, term, scope.Schema, scope.Calendar, node.Place) : null;

    /// <summary>Answers a yes/no question.</summary>
    /// <param name="facts">What is known, by the schema that the expression was read with.</param>
    /// <exception cref="InvalidOperationException">The expression is no yes/no question, or the facts are of another schema: a program error.</exception>
    public Outcome Test(FactSet facts)
    {
        Demand(facts);
        var fault = 0;
        return (_ask ?? Asked())(facts, ref fault);
    }

    /// <summary>
    /// The question as bare code, for many cases in a row: a frame of a hundred thousand targets. It does not look whether the facts are of
    /// the right schema, which the caller must have done once; compiled at each call of this method, so keep what it gives.
    /// </summary>
    /// <exception cref="InvalidOperationException">The expression is no yes/no question: a program error.</exception>
    public Func<FactSet, Outcome> Bare() => Type.Kind == FactKind.Boolean ? Emitter.Bare(Term, _calendar) : throw NoQuestion();

    /// <summary>Answers a yes/no question, and says why when it cannot.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="why">The first thing that was missing or failed; null unless the outcome is undetermined.</param>
    public Outcome Test(FactSet facts, out Undetermined? why)
    {
        Demand(facts);
        return Ask(facts, out why);
    }

    /// <summary>The same for facts whose schema was looked at already.</summary>
    internal Outcome Ask(FactSet facts, out Undetermined? why)
    {
        var fault = 0;
        var outcome = (_ask ?? Asked())(facts, ref fault);
        why = outcome == Outcome.Undetermined ? _condition!.Reasons[fault - 1] : null;
        return outcome;
    }

    /// <summary>Works the value out.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="why">What was missing or failed; null when there is a value.</param>
    public FactValue? Evaluate(FactSet facts, out Undetermined? why)
    {
        Demand(facts);
        // Of two threads that get here at once both keep the same one: its fault numbers belong to its own reasons.
        var compiled = _computation ?? Interlocked.CompareExchange(ref _computation, Emitter.Computation(Term, _calendar), null) ?? _computation;
        var fault = 0;
        var value = (compiled.Code ?? compiled.Next())(facts, ref fault);
        // A part that could not be told may have been replaced by ?? or settled by another part: only a value without type is none.
        why = value.Type is null ? compiled.Reasons[fault - 1] : null;
        return why is null ? value : null;
    }

    /// <inheritdoc />
    public override string ToString() => Text;

    private Condition Asked()
    {
        if (Type.Kind != FactKind.Boolean)
            throw NoQuestion();
        var compiled = _condition ?? Interlocked.CompareExchange(ref _condition, Emitter.Condition(Term, _calendar), null) ?? _condition;
        var code = compiled.Next();
        _ask = compiled.Code;
        return code;
    }

    private InvalidOperationException NoQuestion() => new($"'{Text}' is no yes/no question but a {Type.Words.En}.");

    private void Demand(FactSet facts)
    {
        if (!ReferenceEquals(facts.Schema, _schema))
            Refuse();
    }

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private static void Refuse() => throw new InvalidOperationException("The facts are of another schema than the rule.");

    private static Fact[] FactsOf(Term term)
    {
        var facts = new List<Fact>();
        Collect(term);
        return [.. facts.Distinct()];

        void Collect(Term part)
        {
            if (part is FactTerm { Fact: var fact })
                facts.Add(fact);
            foreach (var inside in part.Inside)
                Collect(inside);
        }
    }
}
