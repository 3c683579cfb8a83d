using DoubleRandom.Cli.Line;

namespace DoubleRandom.Cli.Verbs.Ledgers;

/// <summary>The public chain: taking it out and verifying it.</summary>
internal sealed class LedgerVerb : Verb
{
    public LedgerVerb()
        : base("ledger", new("公示链：导出和脱机核对", "the public chain: export it, verify it offline"))
    {
        Subcommands.Add(new LedgerVerifyVerb());
        Subcommands.Add(new LedgerExportVerb());
    }
}
