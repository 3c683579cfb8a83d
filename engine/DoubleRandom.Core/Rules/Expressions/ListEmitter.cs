using System.Linq.Expressions;
using DoubleRandom.Core.Rules.Facts;
using static System.Linq.Expressions.Expression;

namespace DoubleRandom.Core.Rules.Expressions;

/// <summary>Emits a walk along a list as a plain loop, with the bodies of its lambdas inside.</summary>
internal sealed class ListEmitter(Emitter emitter, TestEmitter tests)
{
    public Expression Value(ListTerm list, LabelTarget lost)
    {
        if (list.Stages.Count == 0 && list.How is Gather.Count or Gather.Any)
            return Length(list, lost);
        var walk = new Walk(list, lost, emitter.Stored(emitter.Value(list.Source, lost)), emitter.New(typeof(int)), emitter.New(Result(list)), emitter.New(typeof(bool)), Label(), Label());
        Begin(walk);
        Loop(walk);
        End(walk);
        return list.How == Gather.List ? Call(walk.Result, nameof(List<int>.ToArray), null) : walk.Result;
    }

    /// <summary>One walk: what it gathers, and where it stands.</summary>
    /// <param name="List">The term.</param>
    /// <param name="Lost">Where to go when it cannot be told.</param>
    /// <param name="Source">The list.</param>
    /// <param name="At">The position.</param>
    /// <param name="Result">What was gathered so far.</param>
    /// <param name="Flag">For "any", whether some element could not be told; for first, min and max, whether there is one yet.</param>
    /// <param name="Next">The loop's head.</param>
    /// <param name="Done">Behind the loop.</param>
    private sealed record Walk(ListTerm List, LabelTarget Lost, Expression Source, ParameterExpression At, ParameterExpression Result, ParameterExpression Flag, LabelTarget Next, LabelTarget Done);

    private Expression Length(ListTerm list, LabelTarget lost)
    {
        var length = ArrayLength(emitter.Value(list.Source, lost));
        return list.How == Gather.Any ? GreaterThan(length, Constant(0)) : Convert(length, typeof(decimal));
    }

    private static Type Result(ListTerm list) => list.How == Gather.List ? typeof(List<>).MakeGenericType(Values.Of(list.Type.Element!)) : Values.Of(list.Type);

    private void Begin(Walk walk)
    {
        emitter.Add(Assign(walk.At, Constant(-1)));
        emitter.Add(Assign(walk.Flag, Constant(false)));
        emitter.Add(Assign(walk.Result, walk.List.How == Gather.List ? New(walk.Result.Type) : Default(walk.Result.Type)));
    }

    private void Loop(Walk walk)
    {
        emitter.Add(Label(walk.Next));
        emitter.Add(PreIncrementAssign(walk.At));
        emitter.Add(IfThen(GreaterThanOrEqual(walk.At, ArrayLength(walk.Source)), Goto(walk.Done)));
        emitter.Charge(Constant(1), walk.List.Part);
        var doubtful = walk.List.How == Gather.Any ? Label() : walk.Lost;
        Expression element = emitter.Stored(ArrayIndex(walk.Source, walk.At));
        foreach (var stage in walk.List.Stages)
            element = Passed(stage, element, walk, doubtful);
        Gathered(walk, element);
        if (walk.List.How == Gather.Any)
        {
            emitter.Add(Label(doubtful));
            emitter.Add(Assign(walk.Flag, Constant(true)));
        }

        emitter.Add(Goto(walk.Next));
    }

    private Expression Passed(Stage stage, Expression element, Walk walk, LabelTarget doubtful)
    {
        emitter.Names(stage.Element, element);
        if (!stage.IsWhere)
            return emitter.Stored(emitter.Value(stage.Body, doubtful));
        var passes = Label();
        tests.Test(stage.Body, new(passes, walk.Next, doubtful));
        emitter.Add(Label(passes));
        return element;
    }

    private void Gathered(Walk walk, Expression element)
    {
        switch (walk.List.How)
        {
            case Gather.Any:
                emitter.Add(Assign(walk.Result, Constant(true)));
                emitter.Add(Goto(walk.Done));
                break;
            case Gather.First:
                emitter.Add(Assign(walk.Result, element));
                emitter.Add(Assign(walk.Flag, Constant(true)));
                emitter.Add(Goto(walk.Done));
                break;
            case Gather.List:
                emitter.Add(Call(walk.Result, nameof(List<int>.Add), null, element));
                break;
            case Gather.Count:
                emitter.Add(Assign(walk.Result, Expression.Add(walk.Result, Constant(1m))));
                break;
            case Gather.Sum:
                Sum(walk, element);
                break;
            default:
                Extreme(walk, element);
                break;
        }
    }

    private void Sum(Walk walk, Expression element)
    {
        var sum = emitter.Stored(Call(Functions.Add.Method, walk.Result, element));
        emitter.Add(IfThen(Not(Property(sum, "HasValue")), emitter.Lose(Undetermined.TooLarge(walk.List.Part), walk.Lost)));
        emitter.Add(Assign(walk.Result, Call(sum, "GetValueOrDefault", null)));
    }

    private void Extreme(Walk walk, Expression element)
    {
        var better = walk.List.How == Gather.Min ? LessThan(element, walk.Result) : GreaterThan(element, walk.Result);
        emitter.Add(IfThen(OrElse(Not(walk.Flag), better), Assign(walk.Result, element)));
        emitter.Add(Assign(walk.Flag, Constant(true)));
    }

    private void End(Walk walk)
    {
        emitter.Add(Label(walk.Done));
        if (walk.List.How == Gather.Any)
            emitter.Add(IfThen(AndAlso(Not(walk.Result), walk.Flag), Goto(walk.Lost)));
        if (walk.List.How is Gather.First or Gather.Min or Gather.Max)
            emitter.Add(IfThen(Not(walk.Flag), emitter.Lose(Undetermined.EmptyList(walk.List.Part), walk.Lost)));
    }
}
