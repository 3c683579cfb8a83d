using DoubleRandom.Core.Rules.Facts;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoubleRandom.Core.Rules.Expressions;

/// <summary>What can be asked of a list.</summary>
internal sealed class ListBinder(TermBinder terms)
{
    public static readonly IReadOnlyList<string> Names = ["Any", "All", "Count", "Sum", "Min", "Max", "Where", "Select", "First", "Contains"];

    public Term? Call(Term list, string name, InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        if (!Names.Contains(name, StringComparer.Ordinal))
            return terms.Refuse(call, place => ExpressionFaults.UnknownMember(place, name + "()", list.Type.Words, Names));
        var (source, stages) = list is ListTerm { How: Gather.List } way ? (way.Source, way.Stages) : (list, []);
        var part = terms.PartOf(call);
        if (name is "Contains")
            return arguments is [{ Expression: not LambdaExpressionSyntax and var value }] ? Contains(list, source, stages, value, part) : Wrong(call, name);
        if (arguments.Count > 1 || (arguments.Count == 0 && name is "All" or "Where" or "Select"))
            return Wrong(call, name);
        if (arguments.Count == 0)
            return Gathered(name, source, stages, list.Type.Element!, call);
        if (arguments[0].Expression is not LambdaExpressionSyntax lambda || ParameterOf(lambda) is not { } parameter || lambda.ExpressionBody is not { } body)
            return Wrong(call, name);
        var element = new ElementTerm(list.Type.Element!, parameter);
        return Inside(element, body, name is not ("Select" or "Sum" or "Min" or "Max"), call) is { } inside
            ? After(name, source, stages, element, inside, list, call)
            : null;
    }

    private Term? After(string name, Term source, IReadOnlyList<Stage> stages, ElementTerm element, Term body, Term list, InvocationExpressionSyntax call)
    {
        var part = terms.PartOf(call);
        switch (name)
        {
            case "All":
                // Every element passes exactly when none fails.
                return new NotTerm(new ListTerm(Gather.Any, source, [.. stages, new(true, element, new NotTerm(body, body.Part))], FactType.Boolean, part), part);
            case "Where":
                return new ListTerm(Gather.List, source, [.. stages, new(true, element, body)], list.Type, part);
            case "Select":
                return body.Type.IsList
                    ? terms.Refuse(call, place => ExpressionFaults.WrongType(place, body.Type, new("单个值", "single value")))
                    : new ListTerm(Gather.List, source, [.. stages, new(false, element, body)], FactType.ListOf(body.Type), part);
            case "Sum" or "Min" or "Max":
                return Gathered(name, source, [.. stages, new(false, element, body)], body.Type, call);
            default:
                return Gathered(name, source, [.. stages, new(true, element, body)], element.Type, call);
        }
    }

    private Term? Gathered(string name, Term source, IReadOnlyList<Stage> stages, FactType element, InvocationExpressionSyntax call)
    {
        var part = terms.PartOf(call);
        if (name is "Sum" or "Min" or "Max" && element.Kind is not FactKind.Number && (name is "Sum" || element.Kind is not FactKind.Date))
            return terms.Refuse(call, place => ExpressionFaults.WrongType(place, element, new("数", "number")));
        return name switch
        {
            "Any" => new ListTerm(Gather.Any, source, stages, FactType.Boolean, part),
            "Count" => new ListTerm(Gather.Count, source, stages, FactType.Number, part),
            "Sum" => new ListTerm(Gather.Sum, source, stages, FactType.Number, part),
            "Min" => new ListTerm(Gather.Min, source, stages, element, part),
            "Max" => new ListTerm(Gather.Max, source, stages, element, part),
            _ => new ListTerm(Gather.First, source, stages, element, part),
        };
    }

    private Term? Contains(Term list, Term source, IReadOnlyList<Stage> stages, ExpressionSyntax value, string part)
    {
        var type = list.Type.Element!;
        if (type.Kind == FactKind.Record)
            return terms.Refuse(value, place => ExpressionFaults.WrongType(place, type, new("单个值", "single value")));
        var element = new ElementTerm(type, part);
        return terms.Of(value, type) is { } wanted
            ? new ListTerm(Gather.Any, source, [.. stages, new(true, element, new CompareTerm(Comparison.Equal, element, wanted, part))], FactType.Boolean, part)
            : null;
    }

    /// <summary>The body of a lambda, in which its element has a name.</summary>
    private Term? Inside(ElementTerm element, ExpressionSyntax body, bool isTest, InvocationExpressionSyntax call)
    {
        if (terms.Scope.Knows(element.Part))
            return terms.Refuse(call, place => ExpressionFaults.NameTaken(place, element.Part));
        var outside = terms.Scope;
        terms.Scope = outside.With(element.Part, element);
        var inside = isTest ? terms.Of(body, FactType.Boolean) : terms.Of(body);
        terms.Scope = outside;
        return inside;
    }

    private static string? ParameterOf(LambdaExpressionSyntax lambda) => lambda switch
    {
        { Modifiers.Count: > 0 } => null,
        SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.ValueText,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [{ Type: null, Default: null } one], ReturnType: null } => one.Identifier.ValueText,
        _ => null,
    };

    private Term? Wrong(InvocationExpressionSyntax call, string name) => terms.Refuse(call, place => ExpressionFaults.WrongArguments(place, name, name switch
    {
        "Contains" => "list.Contains(\"…\")",
        "Count" or "First" or "Any" => $"list.{name}() / list.{name}(x => …)",
        _ => $"list.{name}(x => …)",
    }));
}
