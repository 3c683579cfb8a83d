using System.CommandLine;
using DoubleRandom.Core;

namespace DoubleRandom.Cli.Line;

/// <summary>A part of the command line that help explains in two languages.</summary>
internal interface IExplained
{
    Bilingual About { get; }
}

/// <summary>An option with a value. A missing value or option is reported by <see cref="LineCheck"/>, in both languages.</summary>
internal sealed class Setting : Option<string?>, IExplained
{
    public Setting(string name, string value, Bilingual about, bool needed = false)
        : base(name)
    {
        (HelpName, Description, About, IsNeeded) = (value, about.ToString(), about, needed);
        Arity = ArgumentArity.ZeroOrOne;
    }

    public Bilingual About { get; }

    public bool IsNeeded { get; }
}

/// <summary>An option that is there or not.</summary>
internal sealed class Flag : Option<bool>, IExplained
{
    public Flag(string name, Bilingual about)
        : base(name)
    {
        (Description, About) = (about.ToString(), about);
        Arity = ArgumentArity.Zero;
    }

    public Bilingual About { get; }
}

/// <summary>A word that stands by its position.</summary>
internal sealed class Word : Argument<string?>, IExplained
{
    public Word(string name, Bilingual about, bool needed = true)
        : base(name)
    {
        (Description, About, IsNeeded) = (about.ToString(), about, needed);
        Arity = ArgumentArity.ZeroOrOne;
    }

    public Bilingual About { get; }

    public bool IsNeeded { get; }
}
