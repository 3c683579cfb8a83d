using System.CommandLine;
using DoubleRandom.Core;

namespace DoubleRandom.Cli.Line;

/// <summary>A verb of the command: its words, its help, and what it does.</summary>
internal class Verb : Command, IExplained
{
    public Verb(string name, Bilingual about)
        : base(name, about.ToString()) => About = about;

    public Bilingual About { get; }

    /// <summary>Lines to copy, shown at the end of the help.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>What the verb does; null for one that only groups others.</summary>
    public Func<Call, CancellationToken, Task<int>>? Work { get; private set; }

    /// <summary>A verb that computes and is done.</summary>
    protected void Does(Func<Call, int> work) => Work = (call, _) => Task.FromResult(work(call));

    /// <summary>A verb that waits for something; the token is cancelled by Ctrl+C and SIGTERM.</summary>
    protected void Does(Func<Call, CancellationToken, Task<int>> work) => Work = work;
}
