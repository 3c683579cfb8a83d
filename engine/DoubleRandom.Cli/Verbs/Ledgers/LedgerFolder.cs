using System.Globalization;
using DoubleRandom.Core.Publication;

namespace DoubleRandom.Cli.Verbs.Ledgers;

/// <summary>Where the pages and files of an exported chain stand in a folder.</summary>
internal sealed record LedgerFolder(string Path)
{
    /// <summary>The page of the links after one.</summary>
    public string Page(long after) => System.IO.Path.Combine(Path, after == 0 ? "ledger.json" : string.Create(CultureInfo.InvariantCulture, $"ledger-{after}.json"));

    /// <summary>A file, under its hash: names may be anything.</summary>
    public string File(LedgerFile file) => System.IO.Path.Combine(Path, "files", file.Sha256);
}
