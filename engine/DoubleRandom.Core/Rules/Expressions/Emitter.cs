using System.Linq.Expressions;
using System.Reflection;
using DoubleRandom.Core.Rules.Facts;
using DoubleRandom.Core.Time;
using static System.Linq.Expressions.Expression;

namespace DoubleRandom.Core.Rules.Expressions;

/// <summary>
/// Turns terms into one flat list of statements. A value that is not known jumps away instead of being carried along, so what is
/// known costs no more than code written by hand.
/// </summary>
internal sealed class Emitter
{
    /// <summary>How many elements and stretches of text one question may look at.</summary>
    private const int Budget = 500_000;

    private const BindingFlags Kept = BindingFlags.Instance | BindingFlags.NonPublic;

    private readonly ParameterExpression _facts = Parameter(typeof(FactSet), "facts");
    private readonly ParameterExpression _fault = Parameter(typeof(int).MakeByRefType(), "fault");
    private readonly ParameterExpression _budget = Variable(typeof(int), "budget");
    private readonly List<ParameterExpression> _variables = [];
    private readonly List<Expression> _code = [];
    private readonly List<Undetermined> _reasons = [];
    private readonly Dictionary<ElementTerm, Expression> _elements = [];
    private readonly LabelTarget _lost = Label("undetermined");
    private readonly WorkingCalendar _calendar;
    private readonly TestEmitter _tests;
    private readonly ListEmitter _lists;
    private bool _counts;
    private bool _says = true;

    private Emitter(WorkingCalendar calendar)
    {
        _calendar = calendar;
        _tests = new TestEmitter(this);
        _lists = new ListEmitter(this, _tests);
    }

    /// <summary>Compiles a term of type yes/no.</summary>
    public static CompiledRule<Condition> Condition(Term term, WorkingCalendar calendar)
    {
        var emitter = new Emitter(calendar);
        emitter.Question(term);
        return new(emitter.Written<Condition>(emitter._facts, emitter._fault), [.. emitter._reasons]);
    }

    /// <summary>Compiles a term of type yes/no that does not say why it cannot be told.</summary>
    public static Func<FactSet, Outcome> Bare(Term term, WorkingCalendar calendar)
    {
        var emitter = new Emitter(calendar) { _says = false };
        emitter.Question(term);
        return emitter.Written<Func<FactSet, Outcome>>(emitter._facts).Compile();
    }

    private void Question(Term term)
    {
        var (yes, no, end) = (Label("yes"), Label("no"), Label(typeof(Outcome), "end"));
        _tests.Test(term, new(yes, no, _lost));
        Ends(end, yes, Constant(Outcome.True));
        Ends(end, no, Constant(Outcome.False));
        Add(Label(_lost));
        Add(Label(end, Constant(Outcome.Undetermined)));
    }

    /// <summary>Compiles a term of any type.</summary>
    public static CompiledRule<Computation> Computation(Term term, WorkingCalendar calendar)
    {
        var emitter = new Emitter(calendar);
        var end = Label(typeof(FactValue), "end");
        var value = emitter.Value(term, emitter._lost);
        emitter.Add(Return(end, Values.Wrapped(term.Type, value)));
        emitter.Add(Label(emitter._lost));
        emitter.Add(Label(end, Default(typeof(FactValue))));
        return new(emitter.Written<Computation>(emitter._facts, emitter._fault), [.. emitter._reasons]);
    }

    /// <summary>Emits what works a term out; the result is read once after it, or kept by <see cref="Stored"/>. Jumps when it is not known.</summary>
    public Expression Value(Term term, LabelTarget lost) => term switch
    {
        LiteralTerm literal => Values.Constant(literal.Value),
        ElementTerm element => _elements[element],
        FactTerm fact => Known(_facts, fact.Fact, Undetermined.Missing(fact.Fact.Path, fact.Fact.Zh), lost),
        FieldTerm field => Known(Stored(Value(field.Record, lost)), field.Field, Undetermined.Missing(field.Part, field.Part), lost),
        CallTerm call => Called(call, lost),
        ChoiceTerm choice => Chosen(choice, lost),
        ElseTerm either => Either(either, lost),
        ListTerm list => _lists.Value(list, lost),
        _ => _tests.Value(term, lost),
    };

    public void Add(Expression statement) => _code.Add(statement);

    public ParameterExpression New(Type type)
    {
        var variable = Variable(type);
        _variables.Add(variable);
        return variable;
    }

    /// <summary>Says why, then jumps.</summary>
    public Expression Lose(Undetermined why, LabelTarget lost)
    {
        if (!_says)
            return Goto(lost);
        _reasons.Add(why);
        return Block(Assign(_fault, Constant(_reasons.Count)), Goto(lost));
    }

    /// <summary>Takes work off the budget; when none is left the whole question ends, whatever it would fall back on.</summary>
    public void Charge(Expression work, string part)
    {
        _counts = true;
        Add(Assign(_budget, Expression.Subtract(_budget, work)));
        Add(IfThen(LessThan(_budget, Constant(0)), Lose(Undetermined.TooMuchWork(part), _lost)));
    }

    public void Names(ElementTerm element, Expression value) => _elements[element] = value;

    private void Ends(LabelTarget end, LabelTarget at, Expression result)
    {
        Add(Label(at));
        Add(Return(end, result));
    }

    private Expression Known(Expression owner, Fact fact, Undetermined missing, LabelTarget lost)
    {
        var kind = fact.Type.Kind;
        var room = kind switch { FactKind.Number => nameof(FactSet.Numbers), FactKind.Boolean or FactKind.Choice or FactKind.Date => nameof(FactSet.Codes), _ => nameof(FactSet.Objects) };
        Expression slot = ArrayIndex(Field(owner, typeof(FactSet).GetField(room, Kept)!), Constant(fact.Slot));
        if (kind == FactKind.Number)
        {
            // Asked where it lies: a nullable decimal is large, and copying it would take longer than comparing it.
            Add(IfThen(Not(Property(slot, nameof(Nullable<int>.HasValue))), Lose(missing, lost)));
            return Call(slot, nameof(Nullable<int>.GetValueOrDefault), null);
        }

        var isCode = kind is FactKind.Boolean or FactKind.Choice or FactKind.Date;
        var raw = Stored(isCode ? slot : TypeAs(slot, Values.Of(fact.Type)));
        Add(IfThen(isCode ? LessThan(raw, Constant(0)) : ReferenceEqual(raw, Constant(null)), Lose(missing, lost)));
        return kind == FactKind.Boolean ? Stored(NotEqual(raw, Constant(0))) : raw;
    }

    /// <summary>Keeps a value that is read more than once.</summary>
    public ParameterExpression Stored(Expression value)
    {
        var variable = New(value.Type);
        Add(Assign(variable, value));
        return variable;
    }

    private Expression Called(CallTerm call, LabelTarget lost)
    {
        var arguments = new List<Expression>();
        foreach (var argument in call.Arguments)
            arguments.Add(call.Function.IsLong ? Stored(Value(argument, lost)) : Value(argument, lost));
        if (call.Function.IsLong)
            Charge(Work(arguments), call.Part);
        if (call.Function.NeedsCalendar)
            arguments.Insert(0, Constant(_calendar));
        var result = Stored(Call(call.Function.Method, arguments));
        var isText = result.Type == typeof(string);
        if (call.Function.Failure is { } failure)
            Add(IfThen(isText ? ReferenceEqual(result, Constant(null)) : Not(Property(result, "HasValue")), Lose(failure(call.Part), lost)));
        return isText ? result : Call(result, "GetValueOrDefault", null);
    }

    /// <summary>Searching a text takes as long as both texts together allow.</summary>
    private static Expression Work(List<Expression> texts) =>
        Expression.Add(Constant(1), RightShift(Multiply(Property(texts[0], nameof(string.Length)), Property(texts[1], nameof(string.Length))), Constant(10)));

    private ParameterExpression Chosen(ChoiceTerm choice, LabelTarget lost)
    {
        var (yes, no, end) = (Label(), Label(), Label());
        var result = New(Values.Of(choice.Type));
        _tests.Test(choice.Test, new(yes, no, lost));
        Add(Label(yes));
        Add(Assign(result, Value(choice.Yes, lost)));
        Add(Goto(end));
        Add(Label(no));
        Add(Assign(result, Value(choice.No, lost)));
        Add(Label(end));
        return result;
    }

    private ParameterExpression Either(ElseTerm either, LabelTarget lost)
    {
        var (otherwise, end) = (Label(), Label());
        var result = New(Values.Of(either.Type));
        Add(Assign(result, Value(either.Value, otherwise)));
        Add(Goto(end));
        Add(Label(otherwise));
        Add(Assign(result, Value(either.Otherwise, lost)));
        Add(Label(end));
        return result;
    }

    private Expression<T> Written<T>(params ParameterExpression[] parameters)
        where T : Delegate
    {
        if (_counts)
        {
            _variables.Add(_budget);
            _code.Insert(0, Assign(_budget, Constant(Budget)));
        }

        return Lambda<T>(Block(_variables, _code), parameters);
    }
}
