using System.Text;

namespace DoubleRandom.Cli.Line;

/// <summary>All that a command sees of the world around it; a test gives it another one.</summary>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error) : IDisposable
{
    private const int WidthOfNoTerminal = 100;

    /// <summary>Whether a person watches standard output: only then it may have colours.</summary>
    public bool OutIsWatched { get; init; }

    /// <summary>Whether a person watches standard error: only then it shows progress.</summary>
    public bool ErrorIsWatched { get; init; }

    /// <summary>Columns.</summary>
    public int Width { get; init; } = WidthOfNoTerminal;

    /// <summary>The folder in which the command was given.</summary>
    public string Folder { get; init; } = ".";

    /// <summary>An environment variable, or null.</summary>
    public Func<string, string?> Environment { get; init; } = _ => null;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>UTF-8 whatever the locale, because the same bytes must reach every program that reads them.</summary>
    public static Terminal OfThisProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        const int buffer = 1 << 16;
        return new(
            new StreamReader(Console.OpenStandardInput(), utf8, true, buffer),
            new StreamWriter(Console.OpenStandardOutput(), utf8, buffer),
            new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true })
        {
            OutIsWatched = !Console.IsOutputRedirected,
            ErrorIsWatched = !Console.IsErrorRedirected,
            Width = Console.IsOutputRedirected ? WidthOfNoTerminal : Math.Max(40, Console.WindowWidth),
            Folder = Directory.GetCurrentDirectory(),
            Environment = System.Environment.GetEnvironmentVariable,
        };
    }

    public void Dispose()
    {
        In.Dispose();
        Error.Dispose();
        try
        {
            Out.Dispose();
        }
        catch (IOException)
        {
            // The reader of our output is gone (… | head): there is nobody left to tell.
        }
    }
}
