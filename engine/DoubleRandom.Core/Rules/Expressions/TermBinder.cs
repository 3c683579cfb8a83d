using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Rules.Facts;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyntaxNode = Microsoft.CodeAnalysis.SyntaxNode;

namespace DoubleRandom.Core.Rules.Expressions;

/// <summary>
/// Gives every part of a parsed expression its meaning and type. What is not on the list below is refused; the syntax tree goes no further than here.
/// </summary>
internal sealed class TermBinder
{
    /// <summary>The deepest tree: 100 conditions joined by <c>&amp;&amp;</c> fit twice.</summary>
    private const int MaxDepth = 200;

    /// <summary>The most parts, named parameters counted wherever they are used.</summary>
    private const int MaxWeight = 3_000;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp13, Microsoft.CodeAnalysis.DocumentationMode.None);

    private readonly Node _node;
    private readonly ICollection<Diagnostic> _faults;
    private readonly CallBinder _calls;
    private int _depth;

    private TermBinder(Node node, ExpressionScope scope, ICollection<Diagnostic> faults)
    {
        (_node, Scope, _faults) = (node, scope, faults);
        _calls = new CallBinder(this);
    }

    /// <summary>What can be named at the part being bound.</summary>
    public ExpressionScope Scope { get; set; }

    /// <summary>The meaning of a string of a file; null (and faults) when it has none.</summary>
    public static Term? Bind(Node node, ExpressionScope scope, ICollection<Diagnostic> faults)
    {
        if (new ExpressionText(node, faults).Prepared() is not { } text)
            return null;
        var syntax = SyntaxFactory.ParseExpression(text, 0, Options);
        var binder = new TermBinder(node, scope, faults);
        if (syntax.ContainsDiagnostics)
            return binder.NoExpression(syntax);
        var term = binder.Of(syntax);
        return term is { Weight: > MaxWeight } ? binder.Refuse(syntax, ExpressionFaults.TooDeep) : term;
    }

    /// <summary>The term of a part; null (and faults) when it is refused.</summary>
    public Term? Of(ExpressionSyntax syntax)
    {
        if (_depth >= MaxDepth)
            return Refuse(syntax, ExpressionFaults.TooDeep);
        _depth++;
        var term = Meaning(syntax);
        _depth--;
        return term;
    }

    /// <summary>The term of a part that must have this type; texts become dates and choices where those are wanted.</summary>
    public Term? Of(ExpressionSyntax syntax, FactType wanted) => Of(syntax) is { } term ? Fitted(term, wanted, syntax) : null;

    public Term? Refuse(SyntaxNode syntax, Func<Place, Diagnostic> fault)
    {
        _faults.Add(fault(PlaceOf(syntax)));
        return null;
    }

    public string PartOf(SyntaxNode syntax) => _node.Text[syntax.Span.Start..Math.Min(syntax.Span.End, _node.Text.Length)];

    public Term? NotAllowed(SyntaxNode syntax)
    {
        var part = PartOf(syntax);
        return Refuse(syntax, place => ExpressionFaults.NotAllowed(place, part.Length > 40 ? part[..40] + "…" : part));
    }

    /// <summary>The term as one of that type; null (and a fault) when it cannot be.</summary>
    public Term? Fitted(Term term, FactType wanted, SyntaxNode at)
    {
        if (term is LiteralTerm { Value.AsText: { } text } && wanted.Kind is FactKind.Date or FactKind.Choice)
            return Literal(text, wanted, at);
        return Alike(term.Type, wanted) ? term : Refuse(at, place => ExpressionFaults.WrongType(place, term.Type, wanted.Words));
    }

    /// <summary>Both terms as one type; null (and a fault) when they are of two.</summary>
    public (Term Left, Term Right)? Matched(Term left, Term right, SyntaxNode at)
    {
        var a = left is LiteralTerm { Value.AsText: { } first } && right.Type.Kind is FactKind.Date or FactKind.Choice ? Literal(first, right.Type, at) : left;
        var b = right is LiteralTerm { Value.AsText: { } second } && left.Type.Kind is FactKind.Date or FactKind.Choice ? Literal(second, left.Type, at) : right;
        if (a is null || b is null)
            return null;
        if (Alike(a.Type, b.Type))
            return (a, b);
        Refuse(at, place => ExpressionFaults.NotComparable(place, a.Type, b.Type));
        return null;
    }

    private static bool Alike(FactType a, FactType b) => ReferenceEquals(a, b) || a.Kind switch
    {
        FactKind.Choice => b.Kind == FactKind.Choice && a.Values.Select(value => value.Id).SequenceEqual(b.Values.Select(value => value.Id), StringComparer.Ordinal),
        FactKind.List => b.IsList && Alike(a.Element!, b.Element!),
        FactKind.Record => ReferenceEquals(a.Fields, b.Fields),
        _ => a.Kind == b.Kind,
    };

    private LiteralTerm? Literal(string text, FactType wanted, SyntaxNode at)
    {
        var node = Node.Scalar(_node.Place, System.Text.Json.JsonValueKind.String, text);
        if (FactReader.Scalar(wanted, node) is { } value)
            return new(value, text);
        Refuse(at, place => wanted.Kind == FactKind.Date ? ExpressionFaults.NoDate(place, text) : ExpressionFaults.UnknownChoice(place, text, wanted));
        return null;
    }

    private Term? Meaning(ExpressionSyntax syntax) => syntax switch
    {
        ParenthesizedExpressionSyntax brackets => Of(brackets.Expression),
        LiteralExpressionSyntax literal => LiteralOf(literal),
        IdentifierNameSyntax or MemberAccessExpressionSyntax => _calls.Name(syntax),
        InvocationExpressionSyntax call => _calls.Call(call),
        PrefixUnaryExpressionSyntax prefix => Prefix(prefix),
        BinaryExpressionSyntax binary => new OperatorBinder(this).Of(binary),
        ConditionalExpressionSyntax choice => Choice(choice),
        _ => NotAllowed(syntax),
    };

    private Term? LiteralOf(LiteralExpressionSyntax literal)
    {
        switch (literal.Kind())
        {
            case SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression:
                return new LiteralTerm(FactValue.Of(literal.Kind() == SyntaxKind.TrueLiteralExpression), PartOf(literal));
            case SyntaxKind.StringLiteralExpression:
                return new LiteralTerm(FactValue.Of(literal.Token.ValueText), PartOf(literal));
            case SyntaxKind.NullLiteralExpression:
                return Refuse(literal, ExpressionFaults.NeverKnown);
            case SyntaxKind.NumericLiteralExpression:
                return Number(literal);
            default:
                return NotAllowed(literal);
        }
    }

    private Term? Number(LiteralExpressionSyntax literal)
    {
        var digits = literal.Token.Text.Replace("_", "", StringComparison.Ordinal).TrimEnd('m', 'M', 'd', 'D');
        if (!decimal.TryParse(digits, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var number))
            return digits.AsSpan().ContainsAnyExceptInRange('0', '9') ? NotAllowed(literal) : Refuse(literal, ExpressionFaults.NumberTooLarge);
        return number <= FactLimits.Number ? new LiteralTerm(FactValue.Of(number), PartOf(literal)) : Refuse(literal, ExpressionFaults.NumberTooLarge);
    }

    private Term? Prefix(PrefixUnaryExpressionSyntax prefix) => prefix.Kind() switch
    {
        SyntaxKind.LogicalNotExpression => Of(prefix.Operand, FactType.Boolean) is { } operand ? new NotTerm(operand, PartOf(prefix)) : null,
        SyntaxKind.UnaryPlusExpression => Of(prefix.Operand, FactType.Number),
        SyntaxKind.UnaryMinusExpression => Of(prefix.Operand, FactType.Number) is { } number ? new CallTerm(Functions.Negate, [number], PartOf(prefix)) : null,
        _ => NotAllowed(prefix),
    };

    private ChoiceTerm? Choice(ConditionalExpressionSyntax choice)
    {
        var test = Of(choice.Condition, FactType.Boolean);
        var (yes, no) = (Of(choice.WhenTrue), Of(choice.WhenFalse));
        return test is not null && yes is not null && no is not null && Matched(yes, no, choice) is { } both
            ? new(test, both.Left, both.Right, PartOf(choice))
            : null;
    }

    private Term? NoExpression(ExpressionSyntax syntax)
    {
        var fault = syntax.GetDiagnostics().First();
        var offset = Math.Min(fault.Location.SourceSpan.Start, _node.Text.Length);
        _faults.Add(ExpressionFaults.Syntax(_node.PlaceAt(offset), fault.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
        return null;
    }

    private Place PlaceOf(SyntaxNode syntax) => _node.PlaceAt(syntax.Span.Start);
}
