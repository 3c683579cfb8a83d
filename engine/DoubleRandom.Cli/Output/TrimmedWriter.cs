using System.Text;

namespace DoubleRandom.Cli.Output;

/// <summary>Drops the spaces with which tables fill their lines, so that saved output is clean.</summary>
internal sealed class TrimmedWriter(TextWriter inner) : TextWriter
{
    private int _spaces;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (value == ' ')
        {
            _spaces++;
            return;
        }

        if (value is not ('\n' or '\r'))
            for (; _spaces > 0; _spaces--)
                inner.Write(' ');
        _spaces = 0;
        inner.Write(value);
    }

    public override void Flush() => inner.Flush();
}
