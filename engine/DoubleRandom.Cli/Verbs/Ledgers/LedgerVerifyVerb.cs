using System.Text.Json;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Cli.Verbs.Draws;
using DoubleRandom.Core.Publication;
using Spectre.Console;

namespace DoubleRandom.Cli.Verbs.Ledgers;

/// <summary>Verifies a public chain: every link, every statement that is handed out, every signed head, every file.</summary>
internal sealed class LedgerVerifyVerb : Verb
{
    private const string From = "FROM";
    private const string Key = "--key";
    private const string Head = "--head";

    public LedgerVerifyVerb()
        : base("verify", new("核对公示链：每一条、每个声明、签名和附件（文件夹则完全脱机）", "verify a public chain: links, statements, signatures, files (offline when it is a folder)"))
    {
        Arguments.Add(new Word(From, new("公示页地址（http://主机/public/辖区），或 ledger export 写出的文件夹", "address of the public pages (http://HOST/public/JURISDICTION), or a folder that ledger export wrote")));
        Options.Add(new Setting(Key, "BASE64", new("应当签名的公钥（从公示页抄下的）；默认取所得文件中的", "the public key that must have signed (as copied from the public pages); default the one in the files")));
        Options.Add(new Setting(Head, "FILE", new("以前保存的链头（公示页的 head.json）：链须仍经过它", "a head that was kept from earlier (head.json of the public pages): the chain must still come by it")));
        Options.Add(CommonOptions.FormatOf("table", "json"));
        Examples = ["doublerandom ledger verify http://127.0.0.1:5080/public/640425-pengyang", "doublerandom ledger verify ./pengyang-ledger --head head-2026-04-02.json"];
        Does(RunAsync);
    }

    private static async Task<int> RunAsync(Call call, CancellationToken cancel)
    {
        _ = call.Format;
        using var source = LedgerSource.Of(call.Needed(From), call.Terminal.Folder);
        var walk = new LedgerWalk(call.Text(Key));
        if (call.Text(Head) is { } kept)
            walk.Keep(DrawFile.Bytes(call, Head), kept);
        await FollowAsync(source, walk, null, cancel);
        if (call.IsJson)
            call.Json.Write(json => Write(json, walk));
        else
            Write(call, walk);
        return walk.Differences.Count == 0 ? Exit.Good : Exit.Findings;
    }

    /// <summary>Follows a chain to its end, and hands each page and file on.</summary>
    public static async Task FollowAsync(LedgerSource source, LedgerWalk walk, Func<long, LedgerFile?, byte[], Task>? keep, CancellationToken cancel)
    {
        for (long? after = 0; after is { } place;)
        {
            var page = await source.PageAsync(place, cancel)
                ?? throw new UsageException(new("没有取得公示链", "there is no chain there"), new("核对地址或文件夹，应有 ledger.json", "check the address or the folder: there should be a ledger.json"));
            if (keep is not null)
                await keep(place, null, page);
            after = walk.Take(page, place == 0 ? "ledger.json" : $"ledger.json?after={place}");
        }

        foreach (var file in walk.Files.DistinctBy(file => file.Sha256, StringComparer.Ordinal))
        {
            var content = await source.FileAsync(walk.Jurisdiction!, file, cancel);
            walk.Take(file, content);
            if (keep is not null && content is not null)
                await keep(0, file, content);
        }
    }

    private static void Write(Call call, LedgerWalk walk)
    {
        FaultReport.Tell(call, walk.Differences);
        if (walk.Differences.Count > 0)
        {
            call.Terminal.Error.WriteLine(call.Say($"核对未通过：{walk.Differences.Count} 处不符。", $"Not verified: {walk.Differences.Count} differences."));
            return;
        }

        call.Screen.WriteLine(call.Say($"核对通过：{walk.Jurisdiction}，{walk.Links} 条，{walk.Heads} 个签名链头。", $"Verified: {walk.Jurisdiction}, {walk.Links} links, {walk.Heads} signed heads."));
        call.Screen.WriteLine(call.Say($"末条哈希 {walk.Hash}", $"last hash {walk.Hash}"));
        if (walk.PublicKey is { } key)
            call.Screen.WriteLine(call.Say($"公钥 {key}", $"public key {key}"));
    }

    private static void Write(Utf8JsonWriter json, LedgerWalk walk)
    {
        json.WriteBoolean("verified", walk.Differences.Count == 0);
        json.WriteString("jurisdiction", walk.Jurisdiction);
        json.WriteNumber("links", walk.Links);
        json.WriteNumber("heads", walk.Heads);
        json.WriteString("hash", walk.Hash);
        json.WriteString("publicKey", walk.PublicKey);
        json.WriteStartArray("differences");
        foreach (var difference in walk.Differences)
        {
            json.WriteStartObject();
            json.WriteString("code", difference.Code);
            json.WriteString("subject", difference.Subject);
            json.Text("problem", difference.Problem);
            json.Text("remedy", difference.Remedy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
