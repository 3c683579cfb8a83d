using System.Buffers;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Core.Rules.Expressions;

/// <summary>
/// Looks at the characters of an expression before any parser does: limits, signs that no expression needs, and the words
/// (<c>and</c>, <c>or</c>, <c>not</c>, <c>in</c>) that C# has no operator for. Each word becomes a sign of the same length, so that columns stay true.
/// </summary>
internal sealed class ExpressionText(Node node, ICollection<Diagnostic> faults)
{
    /// <summary>The most characters; the longest rule of the five counties needs a tenth.</summary>
    public const int MaxLength = 4_000;

    /// <summary>The most brackets within one another.</summary>
    public const int MaxNesting = 32;

    /// <summary>The most prefix signs in a row, and the most conditions (<c>?</c>), lambdas and <c>&lt;</c> in all: before each of these the parser looks far ahead.</summary>
    private const int MaxInARow = 8;
    private const int MaxBranches = 64;

    private static readonly SearchValues<char> Refused = SearchValues.Create(";{}@$'\\#`~^");
    private static readonly SearchValues<char> FullWidth = SearchValues.Create("（），。；：！？“”‘’＝＞＜＋－＊／｜＆［］　【】《》、");

    private readonly char[] _text = node.Text.ToCharArray();
    private int _nesting;
    private int _row;
    private int _branches;
    private int _at;

    /// <summary>The text for the parser; null (and a fault) when it is refused.</summary>
    public string? Prepared()
    {
        if (_text.Length > MaxLength)
            return Refuse(0, ExpressionFaults.TooLong);
        while (_at < _text.Length)
            if (!Step())
                return null;
        return new string(_text);
    }

    private bool Step()
    {
        var c = _text[_at];
        if (c == '"')
            return Literal();
        if (char.IsLetter(c) || c == '_')
            return Word();
        if (Refused.Contains(c) || (c == '/' && Next is '/' or '*') || (c == '<' && Next is '<') || (c == '>' && Next is '>'))
            return Refuse(_at, ExpressionFaults.Sign, c.ToString()) is not null;
        if (FullWidth.Contains(c))
            return Refuse(_at, ExpressionFaults.FullWidthSign, c.ToString()) is not null;
        return Counted(c);
    }

    private char Next => _at + 1 < _text.Length ? _text[_at + 1] : '\0';

    private bool Counted(char c)
    {
        _nesting += c is '(' or '[' ? 1 : c is ')' or ']' ? -1 : 0;
        _row = c is '!' or '-' or '+' ? _row + 1 : char.IsWhiteSpace(c) ? _row : 0;
        _branches += c is '?' or '<' || (c == '=' && Next == '>') ? 1 : 0;
        _at++;
        return (_nesting <= MaxNesting && _row <= MaxInARow && _branches <= MaxBranches) || Refuse(_at - 1, ExpressionFaults.TooDeep) is not null;
    }

    /// <summary>Skips a text; one that is not closed is the parser's to report.</summary>
    private bool Literal()
    {
        _row = 0;
        if (_at + 2 < _text.Length && _text[_at + 1] == '"' && _text[_at + 2] == '"')
            return Refuse(_at, ExpressionFaults.Sign, "\"\"\"") is not null;
        for (_at++; _at < _text.Length && _text[_at] != '"'; _at++)
            if (_text[_at] == '\\')
                _at++;
        _at++;
        return true;
    }

    private bool Word()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] == '_'))
            _at++;
        var word = _text.AsSpan(start, _at - start);
        if (start > 0 && _text[start - 1] == '.')
            _row = 0;
        else if (Is(word, "not"))
            return Not(start);
        else if (Is(word, "and"))
            Replace(start, "&& ");
        else if (Is(word, "or"))
            Replace(start, "||");
        else if (word is "in")
            Replace(start, "<<");
        else
            _row = 0;
        return true;
    }

    /// <summary><c>not in</c> is one word; <c>not</c> alone is <c>!</c>.</summary>
    private bool Not(int start)
    {
        var next = _at;
        while (next < _text.Length && _text[next] == ' ')
            next++;
        var isIn = next > _at && next + 2 < _text.Length && _text.AsSpan(next, 2) is "in" && !char.IsLetterOrDigit(_text[next + 2]) && _text[next + 2] != '_';
        if (!isIn)
        {
            Replace(start, "!  ");
            return ++_row <= MaxInARow || Refuse(start, ExpressionFaults.TooDeep) is not null;
        }

        Replace(start, ">> ");
        _text.AsSpan(next, 2).Fill(' ');
        _at = next + 2;
        return true;
    }

    private void Replace(int at, string sign) => sign.CopyTo(_text.AsSpan(at));

    private string? Refuse(int at, Func<Place, Diagnostic> fault)
    {
        faults.Add(fault(node.PlaceAt(at)));
        return null;
    }

    private string? Refuse(int at, Func<Place, string, Diagnostic> fault, string sign)
    {
        faults.Add(fault(node.PlaceAt(at), sign));
        return null;
    }

    private static bool Is(ReadOnlySpan<char> word, string wanted) => word.SequenceEqual(wanted) || word.SequenceEqual(wanted.ToUpperInvariant());
}
