using System.Text;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Rules.Expressions;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Rules.Trees;

/// <summary>A text with expressions in it: <c>逾期 {deadline.daysLate} 天</c>. RulesEngine's own <c>$(…)</c> is read as well.</summary>
internal sealed class Message
{
    private readonly List<(string Text, RuleExpression? Expression)> _parts = [];

    public static Message? Read(Node node, ExpressionScope scope, ICollection<Diagnostic> faults)
    {
        var message = new Message();
        var text = node.Text;
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at) is var brace and >= 0 ? brace : text.Length;
            var other = text.IndexOf("$(", at, StringComparison.Ordinal) is var dollar and >= 0 ? dollar : text.Length;
            var start = Math.Min(open, other);
            if (start > at)
                message._parts.Add((text[at..start], null));
            if (start == text.Length)
                break;
            var inside = start + (start == other ? 2 : 1);
            if (End(text, inside, start == other ? ')' : '}') is not { } end)
            {
                faults.Add(TreeFaults.OpenMessage(node.PlaceAt(start)));
                return null;
            }

            var part = Node.Scalar(node.PlaceAt(inside) with { Column = node.PlaceAt(inside).Column - 1 }, System.Text.Json.JsonValueKind.String, text[inside..end]);
            if (RuleExpression.Parse(part, scope, faults) is { } expression)
                message._parts.Add(("", expression));
            at = end + 1;
        }

        return message;
    }

    /// <summary>The text for a case; what is not known shows as "?".</summary>
    public string In(FactSet facts)
    {
        var text = new StringBuilder();
        foreach (var (plain, expression) in _parts)
            text.Append(expression is null ? plain : expression.Evaluate(facts, out _) is { } value ? value.ToString() : "?");
        return text.ToString();
    }

    /// <summary>The closing bracket, those of the expression itself left out.</summary>
    private static int? End(string text, int from, char close)
    {
        var open = 0;
        for (var at = from; at < text.Length; at++)
        {
            if (text[at] == close && open == 0)
                return at;
            open += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
        }

        return null;
    }
}
