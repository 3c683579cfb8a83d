using System.Collections.Frozen;
using System.Linq.Expressions;
using DoubleRandom.Core.Rules.Facts;
using static System.Linq.Expressions.Expression;

namespace DoubleRandom.Core.Rules.Expressions;

/// <summary>Where to go on yes, on no, and when it cannot be told.</summary>
internal sealed record Ways(LabelTarget Yes, LabelTarget No, LabelTarget Lost);

/// <summary>Emits questions as jumps.</summary>
internal sealed class TestEmitter(Emitter emitter)
{
    private const int MostCompared = 8;

    /// <summary>Emits a question; the code goes on at one of the ways.</summary>
    public void Test(Term term, Ways ways)
    {
        switch (term)
        {
            case NotTerm not:
                Test(not.Operand, ways with { Yes = ways.No, No = ways.Yes });
                break;
            case LogicTerm logic:
                Logic(logic, ways);
                break;
            case KnownTerm known:
                Known(known, ways);
                break;
            case ElseTerm either:
                Else(either, ways);
                break;
            default:
                Branch(Plain(term, ways.Lost), ways);
                break;
        }
    }

    /// <summary>The answer as a value.</summary>
    public Expression Value(Term term, LabelTarget lost)
    {
        if (term is CompareTerm or AmongTerm)
            return Plain(term, lost);
        var (yes, no, end) = (Label(), Label(), Label());
        var result = emitter.New(typeof(bool));
        Test(term, new(yes, no, lost));
        emitter.Add(Label(yes));
        emitter.Add(Assign(result, Constant(true)));
        emitter.Add(Goto(end));
        emitter.Add(Label(no));
        emitter.Add(Assign(result, Constant(false)));
        emitter.Add(Label(end));
        return result;
    }

    private void Branch(Expression test, Ways ways)
    {
        emitter.Add(IfThen(test, Goto(ways.Yes)));
        emitter.Add(Goto(ways.No));
    }

    private Expression Plain(Term term, LabelTarget lost) => term switch
    {
        CompareTerm compare => Compared(compare, lost),
        AmongTerm among => Among(among, lost),
        _ => emitter.Value(term, lost),
    };

    /// <summary>
    /// When the left side cannot be told, the right one may still settle the matter: no settles an "and", yes an "or". A flag remembers
    /// the left side, so that the right one is emitted once.
    /// </summary>
    private void Logic(LogicTerm logic, Ways ways)
    {
        var (right, doubtful, left) = (Label(), emitter.New(typeof(bool)), Label());
        emitter.Add(Assign(doubtful, Constant(false)));
        Test(logic.Left, logic.IsAnd ? new(right, ways.No, left) : new(ways.Yes, right, left));
        emitter.Add(Label(left));
        emitter.Add(Assign(doubtful, Constant(true)));
        emitter.Add(Label(right));
        var open = Label();
        Test(logic.Right, logic.IsAnd ? new(open, ways.No, ways.Lost) : new(ways.Yes, open, ways.Lost));
        emitter.Add(Label(open));
        emitter.Add(IfThen(doubtful, Goto(ways.Lost)));
        emitter.Add(Goto(logic.IsAnd ? ways.Yes : ways.No));
    }

    private void Known(KnownTerm known, Ways ways)
    {
        var unknown = Label();
        emitter.Value(known.Operand, unknown);
        emitter.Add(Goto(known.Known ? ways.Yes : ways.No));
        emitter.Add(Label(unknown));
        emitter.Add(Goto(known.Known ? ways.No : ways.Yes));
    }

    private void Else(ElseTerm either, Ways ways)
    {
        var otherwise = Label();
        Test(either.Value, ways with { Lost = otherwise });
        emitter.Add(Label(otherwise));
        Test(either.Otherwise, ways);
    }

    private Expression Compared(CompareTerm term, LabelTarget lost)
    {
        var (left, right) = (emitter.Value(term.Left, lost), emitter.Value(term.Right, lost));
        return MakeBinary(Operator(term.How), left, right);
    }

    private static ExpressionType Operator(Comparison how) => how switch
    {
        Comparison.Equal => ExpressionType.Equal,
        Comparison.NotEqual => ExpressionType.NotEqual,
        Comparison.Less => ExpressionType.LessThan,
        Comparison.LessOrEqual => ExpressionType.LessThanOrEqual,
        Comparison.Greater => ExpressionType.GreaterThan,
        _ => ExpressionType.GreaterThanOrEqual,
    };

    private Expression Among(AmongTerm among, LabelTarget lost)
    {
        var value = emitter.Stored(emitter.Value(among.Operand, lost));
        var isIn = among.Values.Count > MostCompared && among.Operand.Type.Kind == FactKind.Text
            ? Call(Constant(among.Values.Select(one => one.AsText!).ToFrozenSet(StringComparer.Ordinal)), nameof(FrozenSet<string>.Contains), null, value)
            : among.Values.Select(Expression (one) => Equal(value, Values.Constant(one))).DefaultIfEmpty(Constant(false)).Aggregate(OrElse);
        return among.IsNot ? Not(isIn) : isIn;
    }
}
