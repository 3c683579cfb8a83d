using DoubleRandom.Cli.Line;

namespace DoubleRandom.Cli.Verbs.Draws;

/// <summary>The verifiable draw: from files alone, without server and database, and as a ceremony at a running server.</summary>
internal sealed class DrawVerb : Verb
{
    public DrawVerb()
        : base("draw", new("可验证的抽取：计算、选派、验证、证明（只用文件）；封存、见证、抽取、公开（须有服务器）", "the verifiable draw: compute, match, verify, prove (from files alone); freeze, seed, run, reveal (at a running server)"))
    {
        Subcommands.Add(new DrawComputeVerb());
        Subcommands.Add(new DrawMatchVerb());
        Subcommands.Add(new DrawVerifyVerb());
        Subcommands.Add(new DrawProveVerb());
        Subcommands.Add(new DrawFreezeVerb());
        Subcommands.Add(new DrawSeedVerb());
        Subcommands.Add(new DrawRunVerb());
        foreach (var verb in DrawStepVerb.AllOfThem())
            Subcommands.Add(verb);
        Subcommands.Add(new DrawSubstituteVerb());
        Subcommands.Add(new DrawListVerb());
        Subcommands.Add(new DrawShowVerb());
    }
}
