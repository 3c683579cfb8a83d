using DoubleRandom.Core.Rules.Facts;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoubleRandom.Core.Rules.Expressions;

/// <summary>Operators between two parts. The shifts stand for <c>in</c> and <c>not in</c>; see <see cref="ExpressionText"/>.</summary>
internal sealed class OperatorBinder(TermBinder terms)
{
    public Term? Of(BinaryExpressionSyntax binary) => binary.Kind() switch
    {
        SyntaxKind.LogicalAndExpression => Logic(binary, true),
        SyntaxKind.LogicalOrExpression => Logic(binary, false),
        SyntaxKind.EqualsExpression => Equal(binary, Comparison.Equal),
        SyntaxKind.NotEqualsExpression => Equal(binary, Comparison.NotEqual),
        SyntaxKind.LessThanExpression => Compare(binary, Comparison.Less),
        SyntaxKind.LessThanOrEqualExpression => Compare(binary, Comparison.LessOrEqual),
        SyntaxKind.GreaterThanExpression => Compare(binary, Comparison.Greater),
        SyntaxKind.GreaterThanOrEqualExpression => Compare(binary, Comparison.GreaterOrEqual),
        SyntaxKind.AddExpression => Add(binary),
        SyntaxKind.SubtractExpression => Subtract(binary),
        SyntaxKind.MultiplyExpression => Number(binary, Functions.Multiply),
        SyntaxKind.DivideExpression => Number(binary, Functions.Divide),
        SyntaxKind.ModuloExpression => Number(binary, Functions.Remainder),
        SyntaxKind.CoalesceExpression => Else(binary),
        SyntaxKind.LeftShiftExpression => Among(binary, isNot: false),
        SyntaxKind.RightShiftExpression => Among(binary, isNot: true),
        _ => terms.NotAllowed(binary),
    };

    private LogicTerm? Logic(BinaryExpressionSyntax binary, bool isAnd)
    {
        var (left, right) = (terms.Of(binary.Left, FactType.Boolean), terms.Of(binary.Right, FactType.Boolean));
        return left is null || right is null ? null : new(isAnd, left, right, terms.PartOf(binary));
    }

    private Term? Equal(BinaryExpressionSyntax binary, Comparison how)
    {
        if (IsNull(binary.Right) || IsNull(binary.Left))
        {
            var asked = terms.Of(IsNull(binary.Right) ? binary.Left : binary.Right);
            return asked is null ? null : new KnownTerm(asked, how == Comparison.NotEqual, terms.PartOf(binary));
        }

        return Pair(binary) is not { } pair ? null
            : pair.Left.Type.Kind is FactKind.List or FactKind.Record ? terms.Refuse(binary, place => ExpressionFaults.NotComparable(place, pair.Left.Type, pair.Right.Type))
            : new CompareTerm(how, pair.Left, pair.Right, terms.PartOf(binary));
    }

    private Term? Compare(BinaryExpressionSyntax binary, Comparison how)
    {
        if (Pair(binary) is not { } pair)
            return null;
        return pair.Left.Type.Kind is FactKind.Number or FactKind.Date
            ? new CompareTerm(how, pair.Left, pair.Right, terms.PartOf(binary))
            : terms.Refuse(binary, place => ExpressionFaults.WrongType(place, pair.Left.Type, new("数或日期", "number or date")));
    }

    /// <summary>Numbers are added; a text joins with whatever can be written as one.</summary>
    private Term? Add(BinaryExpressionSyntax binary)
    {
        if (Both(binary) is not { } pair)
            return null;
        if (pair.Left.Type.Kind == FactKind.Number && pair.Right.Type.Kind == FactKind.Number)
            return new CallTerm(Functions.Add, [pair.Left, pair.Right], terms.PartOf(binary));
        var hasText = pair.Left.Type.Kind == FactKind.Text || pair.Right.Type.Kind == FactKind.Text;
        return hasText && AsText(pair.Left) is { } left && AsText(pair.Right) is { } right
            ? new CallTerm(Functions.Join, [left, right], terms.PartOf(binary))
            : terms.Refuse(binary, place => ExpressionFaults.NotComparable(place, pair.Left.Type, pair.Right.Type));
    }

    private static Term? AsText(Term term) => term.Type.Kind switch
    {
        FactKind.Text => term,
        FactKind.Number => new CallTerm(Functions.NumberText, [term], term.Part),
        FactKind.Date => new CallTerm(Functions.DateText, [term], term.Part),
        _ => null,
    };

    private Term? Subtract(BinaryExpressionSyntax binary)
    {
        if (Pair(binary) is not { } pair)
            return null;
        return pair.Left.Type.Kind switch
        {
            FactKind.Number => new CallTerm(Functions.Subtract, [pair.Left, pair.Right], terms.PartOf(binary)),
            FactKind.Date => new CallTerm(Functions.DaysFrom, [pair.Left, pair.Right], terms.PartOf(binary)),
            _ => terms.Refuse(binary, place => ExpressionFaults.WrongType(place, pair.Left.Type, new("数或日期", "number or date"))),
        };
    }

    private CallTerm? Number(BinaryExpressionSyntax binary, Function function)
    {
        var (left, right) = (terms.Of(binary.Left, FactType.Number), terms.Of(binary.Right, FactType.Number));
        return left is null || right is null ? null : new(function, [left, right], terms.PartOf(binary));
    }

    private ElseTerm? Else(BinaryExpressionSyntax binary) =>
        Pair(binary) is { } pair ? new(pair.Left, pair.Right, terms.PartOf(binary)) : null;

    private Term? Among(BinaryExpressionSyntax binary, bool isNot)
    {
        if (terms.Of(binary.Left) is not { } operand)
            return null;
        if (operand.Type.Kind is FactKind.List or FactKind.Record)
            return terms.Refuse(binary.Left, place => ExpressionFaults.WrongType(place, operand.Type, new("单个值", "single value")));
        if (Listed(binary.Right) is not { } parts)
            return terms.NotAllowed(binary.Right);
        var values = new List<FactValue>();
        foreach (var part in parts)
        {
            if (part is null || terms.Of(part) is not { } term || terms.Fitted(term, operand.Type, part) is not { } fitted)
                return part is null ? terms.NotAllowed(binary.Right) : null;
            if (fitted is not LiteralTerm literal)
                return terms.NotAllowed(part);
            values.Add(literal.Value);
        }

        return new AmongTerm(operand, values, isNot, terms.PartOf(binary));
    }

    private static ExpressionSyntax?[]? Listed(ExpressionSyntax syntax) => syntax switch
    {
        ParenthesizedExpressionSyntax one => [one.Expression],
        TupleExpressionSyntax tuple => [.. tuple.Arguments.Select(argument => argument.NameColon is null ? argument.Expression : null)],
        CollectionExpressionSyntax list => [.. list.Elements.Select(element => (element as ExpressionElementSyntax)?.Expression)],
        _ => null,
    };

    private (Term Left, Term Right)? Both(BinaryExpressionSyntax binary)
    {
        var (left, right) = (terms.Of(binary.Left), terms.Of(binary.Right));
        return left is null || right is null ? null : (left, right);
    }

    private (Term Left, Term Right)? Pair(BinaryExpressionSyntax binary) =>
        Both(binary) is { } pair ? terms.Matched(pair.Left, pair.Right, binary) : null;

    private static bool IsNull(ExpressionSyntax syntax) => syntax.RawKind == (int)SyntaxKind.NullLiteralExpression;
}
