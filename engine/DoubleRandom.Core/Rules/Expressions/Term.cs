using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Rules.Expressions;

/// <summary>A part of an expression whose meaning and type are settled. These are all the parts that there are: nothing else can be compiled.</summary>
/// <param name="Type">The type of its value.</param>
/// <param name="Part">The part as it is written, for reasons.</param>
/// <param name="Weight">How many parts it is made of.</param>
internal abstract record Term(FactType Type, string Part, int Weight)
{
    /// <summary>The parts that it is made of.</summary>
    public abstract IEnumerable<Term> Inside { get; }

    protected static int WeightOf(params ReadOnlySpan<Term> parts)
    {
        var sum = 1L;
        foreach (var part in parts)
            sum += part.Weight;
        return (int)Math.Min(sum, int.MaxValue);
    }
}

/// <summary>A value that is written out.</summary>
internal sealed record LiteralTerm(FactValue Value, string Part) : Term(Value.Type, Part, 1)
{
    public override IEnumerable<Term> Inside => [];
}

/// <summary>A fact of the case.</summary>
internal sealed record FactTerm(Fact Fact, string Part) : Term(Fact.Type, Part, 1)
{
    public override IEnumerable<Term> Inside => [];
}

/// <summary>The element that a lambda looks at. One instance per lambda.</summary>
internal sealed record ElementTerm(FactType Type, string Part) : Term(Type, Part, 1)
{
    public override IEnumerable<Term> Inside => [];

    // Each lambda has an element of its own, though two may read alike.
    public bool Equals(ElementTerm? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>A fact of a record.</summary>
internal sealed record FieldTerm(Term Record, Fact Field, string Part) : Term(Field.Type, Part, WeightOf(Record))
{
    public override IEnumerable<Term> Inside => [Record];
}

/// <summary>Not.</summary>
internal sealed record NotTerm(Term Operand, string Part) : Term(FactType.Boolean, Part, WeightOf(Operand))
{
    public override IEnumerable<Term> Inside => [Operand];
}

/// <summary>And, or. What is not known counts only when the other side does not settle it.</summary>
internal sealed record LogicTerm(bool IsAnd, Term Left, Term Right, string Part) : Term(FactType.Boolean, Part, WeightOf(Left, Right))
{
    public override IEnumerable<Term> Inside => [Left, Right];
}

/// <summary>How two values are compared.</summary>
internal enum Comparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>A comparison of two values of one type.</summary>
internal sealed record CompareTerm(Comparison How, Term Left, Term Right, string Part) : Term(FactType.Boolean, Part, WeightOf(Left, Right))
{
    public override IEnumerable<Term> Inside => [Left, Right];
}

/// <summary>Whether something is known: <c>== null</c>, <c>!= null</c>.</summary>
internal sealed record KnownTerm(Term Operand, bool Known, string Part) : Term(FactType.Boolean, Part, WeightOf(Operand))
{
    public override IEnumerable<Term> Inside => [Operand];
}

/// <summary>Whether a value is one of those written out.</summary>
internal sealed record AmongTerm(Term Operand, IReadOnlyList<FactValue> Values, bool IsNot, string Part) : Term(FactType.Boolean, Part, WeightOf(Operand) + Values.Count)
{
    public override IEnumerable<Term> Inside => [Operand];
}

/// <summary>One value or another.</summary>
internal sealed record ChoiceTerm(Term Test, Term Yes, Term No, string Part) : Term(Yes.Type, Part, WeightOf(Test, Yes, No))
{
    public override IEnumerable<Term> Inside => [Test, Yes, No];
}

/// <summary>A value, or another when it is not known (<c>??</c>).</summary>
internal sealed record ElseTerm(Term Value, Term Otherwise, string Part) : Term(Value.Type, Part, WeightOf(Value, Otherwise))
{
    public override IEnumerable<Term> Inside => [Value, Otherwise];
}

/// <summary>A function of the closed list, applied to values.</summary>
internal sealed record CallTerm(Function Function, IReadOnlyList<Term> Arguments, string Part) : Term(Function.Result, Part, WeightOf([.. Arguments]))
{
    public override IEnumerable<Term> Inside => Arguments;
}

/// <summary>What becomes of the elements of a list.</summary>
internal enum Gather
{
    Any,
    Count,
    Sum,
    Min,
    Max,
    First,
    List,
}

/// <summary>A step on the way of a list's elements: those that pass a test, or what is taken from each.</summary>
/// <param name="IsWhere">Whether <paramref name="Body"/> is a test; otherwise it is what is taken.</param>
/// <param name="Element">The element it looks at.</param>
/// <param name="Body">The test or the value.</param>
internal sealed record Stage(bool IsWhere, ElementTerm Element, Term Body);

/// <summary>A list, the stages its elements pass, and what is gathered of them.</summary>
internal sealed record ListTerm(Gather How, Term Source, IReadOnlyList<Stage> Stages, FactType Type, string Part)
    : Term(Type, Part, WeightOf([Source, .. Stages.Select(stage => stage.Body)]))
{
    public override IEnumerable<Term> Inside => [Source, .. Stages.Select(stage => stage.Body)];
}
