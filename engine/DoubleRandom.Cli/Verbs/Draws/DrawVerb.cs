using DoubleRandom.Cli.Line;

namespace DoubleRandom.Cli.Verbs.Draws;

/// <summary>The verifiable draw, from files alone: no server and no database.</summary>
internal sealed class DrawVerb : Verb
{
    public DrawVerb()
        : base("draw", new("可验证的抽取：计算、验证、证明（只用文件）", "the verifiable draw: compute, verify, prove (from files alone)"))
    {
        Subcommands.Add(new DrawComputeVerb());
        Subcommands.Add(new DrawVerifyVerb());
        Subcommands.Add(new DrawProveVerb());
    }
}
