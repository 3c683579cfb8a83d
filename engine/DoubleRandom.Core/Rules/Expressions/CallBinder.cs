using DoubleRandom.Core.Rules.Facts;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoubleRandom.Core.Rules.Expressions;

/// <summary>Names, what follows a dot, and calls.</summary>
internal sealed class CallBinder(TermBinder terms)
{
    private ListBinder Lists => field ??= new(terms);

    public Term? Name(ExpressionSyntax syntax)
    {
        if (Dotted(syntax) is { } name)
        {
            if (terms.Scope.Named.TryGetValue(name, out var named))
                return named;
            if (terms.Scope.Schema.Find(name) is { } fact && !IsShadowed(name))
                return new FactTerm(fact, name);
            if (!IsShadowed(name) && !BeginsWithFact(name))
                return Unknown(syntax, name);
        }

        return syntax is MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression, Name: IdentifierNameSyntax member } access
            ? Member(access, member)
            : terms.NotAllowed(syntax);
    }

    public Term? Call(InvocationExpressionSyntax call)
    {
        if (call.ArgumentList.Arguments.Any(argument => argument.NameColon is not null || argument.RefKindKeyword.RawKind != 0))
            return terms.NotAllowed(call);
        return call.Expression switch
        {
            IdentifierNameSyntax free => Free(call, free),
            MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression, Name: IdentifierNameSyntax method } on => Method(call, on.Expression, method.Identifier.ValueText),
            _ => terms.NotAllowed(call),
        };
    }

    private Term? Free(InvocationExpressionSyntax call, IdentifierNameSyntax name)
    {
        var word = name.Identifier.ValueText;
        if (!Functions.Free.TryGetValue(word, out var functions))
            return terms.Refuse(name, place => ExpressionFaults.UnknownFunction(place, word, Functions.Free.Keys));
        if (word is "Date" && call.ArgumentList.Arguments is [{ Expression: LiteralExpressionSyntax text }])
            return terms.Of(text, FactType.Date);
        return Applied(functions, [], call);
    }

    private Term? Method(InvocationExpressionSyntax call, ExpressionSyntax on, string name)
    {
        // Namespaces and types of .NET begin with a name that is no fact; that alone refuses them.
        if (terms.Of(on) is not { } receiver)
            return null;
        if (receiver.Type.IsList)
            return Lists.Call(receiver, name, call);
        return Functions.OnValues.TryGetValue(name, out var functions) && functions[0].Parameters[0].Kind == receiver.Type.Kind && functions[0].Parameters.Count > 1
            ? Applied(functions, [receiver], call)
            : terms.Refuse(call, place => ExpressionFaults.UnknownMember(place, name + "()", receiver.Type.Words, MembersOf(receiver.Type)));
    }

    private Term? Applied(Function[] functions, IReadOnlyList<Term> first, InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        var function = Array.Find(functions, function => function.Parameters.Count == first.Count + arguments.Count);
        if (function is null)
            return terms.Refuse(call, place => ExpressionFaults.WrongArguments(place, functions[0].Name, functions[0].Shape));
        var all = new List<Term>(first);
        foreach (var argument in arguments)
        {
            if (terms.Of(argument.Expression, function.Parameters[all.Count]) is not { } term)
                return null;
            all.Add(term);
        }

        return new CallTerm(function, all, terms.PartOf(call));
    }

    private Term? Member(MemberAccessExpressionSyntax access, IdentifierNameSyntax member)
    {
        var name = member.Identifier.ValueText;
        if (terms.Of(access.Expression) is not { } owner)
            return null;
        if (owner.Type.Fields?.Find(name) is { } field)
            return new FieldTerm(owner, field, terms.PartOf(access));
        if (owner.Type.IsList && name is "Count" or "Length")
            return new ListTerm(Gather.Count, owner, [], FactType.Number, terms.PartOf(access));
        return Functions.OnValues.TryGetValue(name, out var functions) && functions[0].Parameters is [var only] && only.Kind == owner.Type.Kind
            ? new CallTerm(functions[0], [owner], terms.PartOf(access))
            : terms.Refuse(member, place => ExpressionFaults.UnknownMember(place, name, owner.Type.Words, MembersOf(owner.Type)));
    }

    private static IEnumerable<string> MembersOf(FactType type) => type.Kind switch
    {
        FactKind.Record => type.Fields!.Names,
        FactKind.List => ListBinder.Names,
        _ => Functions.OnValues.Values.Where(functions => functions[0].Parameters[0].Kind == type.Kind).Select(functions => functions[0].Parameters.Count > 1 ? functions[0].Name + "()" : functions[0].Name),
    };

    private Term? Unknown(ExpressionSyntax syntax, string name) =>
        terms.Refuse(syntax, place => ExpressionFaults.UnknownFact(place, name, terms.Scope.Schema.Names.Concat(terms.Scope.Named.Keys)));

    /// <summary>Whether the first part of a name is an element or a parameter.</summary>
    private bool IsShadowed(string name) => terms.Scope.Named.ContainsKey(name.Split('.')[0]);

    /// <summary>Whether what stands before the first or the second dot is a fact, so that the rest is asked of its value.</summary>
    private bool BeginsWithFact(string name)
    {
        for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = name.IndexOf('.', dot + 1))
            if (terms.Scope.Schema.Find(name[..dot]) is not null)
                return true;
        return false;
    }

    /// <summary><c>a.b.c</c> when the syntax is nothing but names and dots.</summary>
    private static string? Dotted(ExpressionSyntax syntax) => syntax switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression, Name: IdentifierNameSyntax member } access =>
            Dotted(access.Expression) is { } left ? $"{left}.{member.Identifier.ValueText}" : null,
        _ => null,
    };
}
