using System.Text;

namespace DoubleRandom.Service.Notices;

/// <summary>Collects what a template prints, up to a number of characters; at the limit it stops the template.</summary>
internal sealed class BoundedWriter : TextWriter
{
    /// <summary>Thrown into the template engine to stop it; caught by the renderer, never seen outside.</summary>
    internal sealed class FullException : Exception;

    public override Encoding Encoding => Encoding.Unicode;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        int room = MostCharacters - _text.Length;
        _text.Append(buffer[..Math.Min(room, buffer.Length)]);
        if (buffer.Length > room)
            throw new FullException();
    }

    /// <summary>Makes room for the next text.</summary>
    public void Clear() => _text.Clear();

    /// <summary>What was written since.</summary>
    public override string ToString() => _text.ToString();

    private readonly StringBuilder _text = new(1024);
    // One more than the bytes a notice may have, so that a text stopped here is always seen to be too long.
    private const int MostCharacters = 65_537;
}
