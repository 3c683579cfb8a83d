using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Verbs.Draws;
using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Publication;

namespace DoubleRandom.Cli.Verbs.Ledgers;

/// <summary>Writes a public chain with its files to a folder, from which it can be verified anywhere.</summary>
internal sealed class LedgerExportVerb : Verb
{
    private const string Jurisdiction = "--jurisdiction";
    private const string Out = "--out";

    public LedgerExportVerb()
        : base("export", new("把公示链和附件写到文件夹，可在任何地方核对", "write the public chain and its files to a folder, to be verified anywhere"))
    {
        Options.Add(new Setting(Jurisdiction, "NAME", new("辖区", "jurisdiction"), needed: true));
        Options.Add(new Setting(Out, "DIR", new("写入的文件夹", "the folder to write"), needed: true));
        Options.Add(DataPlace.DatabaseOf());
        Options.Add(DataPlace.DataOf());
        Options.Add(RunningEngine.ServerOf(new("向本机这个服务器取；默认：数据文件夹正由服务器使用时向它取", "fetch it from this server on this machine; default: the one that holds the data folder, if any")));
        Examples = ["doublerandom ledger export --jurisdiction pengyang --out ./pengyang-ledger"];
        Does(RunAsync);
    }

    private static async Task<int> RunAsync(Call call, CancellationToken cancel)
    {
        var pack = call.Packs.Sound(call.Needed(Jurisdiction), call.Terminal);
        var (jurisdiction, folder) = (pack.Jurisdiction.Folder, new LedgerFolder(Path.GetFullPath(call.Needed(Out), call.Terminal.Folder)));
        Directory.CreateDirectory(Path.Combine(folder.Path, "files"));
        var walk = await DataHolder.AskAsync(
            call,
            database => WriteAsync(new StoredLedger(database, jurisdiction), folder, cancel),
            server => WriteAsync(LedgerSource.Of(new Uri(server.Address, PublicAddresses.Of(jurisdiction)).ToString(), folder.Path), folder, cancel),
            cancel);
        FaultReport.Tell(call, walk.Differences);
        call.Terminal.Error.WriteLine(call.Say($"已写入 {folder.Path}：{walk.Links} 条，{walk.Heads} 个签名链头", $"written to {folder.Path}: {walk.Links} links, {walk.Heads} signed heads"));
        return walk.Differences.Count == 0 ? Exit.Good : Exit.Findings;
    }

    private static async Task<LedgerWalk> WriteAsync(LedgerSource source, LedgerFolder folder, CancellationToken cancel)
    {
        using (source)
        {
            var walk = new LedgerWalk();
            await LedgerVerifyVerb.FollowAsync(source, walk, (after, file, content) => File.WriteAllBytesAsync(file is null ? folder.Page(after) : folder.File(file), content, cancel), cancel);
            return walk;
        }
    }
}
