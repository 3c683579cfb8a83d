using DoubleRandom.Cli.Line;

namespace DoubleRandom.Cli.Verbs.Draws;

/// <summary>The verifiable draw, from files alone: no server and no database.</summary>
internal sealed class DrawVerb : Verb
{
    public DrawVerb()
        : base("draw", new("可验证的抽取：计算、选派、验证、证明（只用文件）", "the verifiable draw: compute, match, verify, prove (from files alone)"))
    {
        Subcommands.Add(new DrawComputeVerb());
        Subcommands.Add(new DrawMatchVerb());
        Subcommands.Add(new DrawVerifyVerb());
        Subcommands.Add(new DrawProveVerb());
    }
}
