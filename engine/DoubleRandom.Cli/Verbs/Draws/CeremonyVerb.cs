using System.CommandLine;
using System.Net.Http.Json;
using System.Text.Json;
using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Core;

namespace DoubleRandom.Cli.Verbs.Draws;

/// <summary>A step of the ceremony of a draw, taken at a running server.</summary>
internal abstract class CeremonyVerb : ServerVerb
{
    protected const string Jurisdiction = "JURISDICTION";
    protected const string Number = "NUMBER";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    protected CeremonyVerb(string name, Bilingual about, bool needsNumber = true)
        : base(name, about)
    {
        Arguments.Add(new Word(Jurisdiction, new("辖区：文件夹、区划代码或 id", "jurisdiction: folder, division code or id")));
        Arguments.Add(new Word(Number, new("抽取编号", "number of the draw"), needsNumber));
    }

    /// <summary>The options of whoever acts, and where.</summary>
    protected void AddActing()
    {
        foreach (var option in Acting.Person())
            Options.Add(option);
        AddServer("table", "json");
    }

    protected static string All(Call call) => $"/api/v1/jurisdictions/{Uri.EscapeDataString(call.Needed(Jurisdiction))}/draws";

    protected static string One(Call call) => $"{All(call)}/{Uri.EscapeDataString(call.Needed(Number))}";

    /// <summary>Takes a step; its word back.</summary>
    /// <exception cref="RefusedException">It was refused.</exception>
    protected static async Task<EngineAnswer> GiveAsync(Call call, RunningEngine engine, string address, IEnumerable<(string Key, object? Value)> says, CancellationToken cancel)
    {
        var body = Acting.Said(call);
        foreach (var (key, value) in says)
            if (value is not null)
                body[key] = value;
        using var request = Acting.Request(call, address, JsonContent.Create(body));
        var answer = await engine.SendAsync(request, Patience, cancel);
        return answer.IsDone ? answer : throw new RefusedException(answer);
    }
}

/// <summary>Prepares a draw, or confirms one that another person prepared.</summary>
internal sealed class DrawFreezeVerb : CeremonyVerb
{
    private const string Order = "--order";
    private const string Confirm = "--confirm";

    public DrawFreezeVerb()
        : base("freeze", new("准备抽取（--order），再由第二人核对哈希后封存（--confirm）", "prepare a draw (--order), then have a second person confirm its hash and freeze it (--confirm)"), needsNumber: false)
    {
        Options.Add(new Setting(Order, "FILE", new("抽取要求（JSON，见 docs/draw.md）", "what is to be drawn (JSON, see docs/draw.md)")));
        Options.Add(new Setting(Confirm, "SHA256", new("核对过的封存哈希", "the hash that you looked at")));
        AddActing();
        Examples =
        [
            "doublerandom draw freeze jieyang --order order.json --by 陈经办 --by-unit transport",
            "doublerandom draw freeze jieyang 445200-0001 --confirm 5f0c… --by 林复核 --by-unit transport",
        ];
        Asks(async (call, engine, cancel) =>
        {
            if (call.Text(Number) is null == call.Text(Order) is null || call.Text(Order) is null == call.Text(Confirm) is null)
                throw new UsageException(
                    new("准备时写 --order；封存时写抽取编号和 --confirm", "write --order to prepare; the draw's number and --confirm to freeze"), new("看 doublerandom draw freeze --help", "see doublerandom draw freeze --help"));
            if (call.Text(Order) is not null)
                CeremonyPages.Prepared(call, await GiveAsync(call, engine, All(call), Ordered(call), cancel));
            else
                CeremonyPages.Receipt(call, await GiveAsync(call, engine, One(call) + "/freeze", [("manifest", call.Text(Confirm))], cancel));
        });
    }

    private static IEnumerable<(string Key, object? Value)> Ordered(Call call) => JsonFile.Read(call, Order) is { ValueKind: JsonValueKind.Object } order
        ? order.EnumerateObject().Select(member => (member.Name, (object?)member.Value))
        : throw new UsageException(new($"{Order}：不是 JSON 对象", $"{Order}: not a JSON object"), new("看 docs/draw.md 的例子", "see the example in docs/draw.md"));
}

/// <summary>Enters what witnesses gave, and the beacon's value after them.</summary>
internal sealed class DrawSeedVerb : CeremonyVerb
{
    private const string Witness = "--witness";
    private const string Beacon = "--beacon";

    public DrawSeedVerb()
        : base("seed", new("录入见证人给的数字和公共信标值", "enter what the witnesses gave, and the beacon's value"))
    {
        Options.Add(new Setting(Witness, "NAME=DIGITS;…", new("见证人=数字，几名用分号隔开", "witness=digits, several separated by semicolons")));
        Options.Add(new Setting(Beacon, "VALUE", new("封存时写明的那一轮信标的值", "the value of the beacon round named at freezing")));
        AddActing();
        Examples = ["doublerandom draw seed jieyang 445200-0001 --witness \"公证员甲=3141592653; 人大代表乙=2718281828\" --by 陈经办 --by-unit transport"];
        Asks(async (call, engine, cancel) =>
        {
            EngineAnswer? answer = null;
            foreach (var (name, value) in NamesText.Mapping(call, Witness) ?? [])
                answer = await GiveAsync(call, engine, One(call) + "/witness", [("name", name), ("value", value)], cancel);
            if (call.Text(Beacon) is { } beacon)
                answer = await GiveAsync(call, engine, One(call) + "/beacon", [("value", beacon)], cancel);
            CeremonyPages.Receipt(call, answer ?? throw new UsageException(new($"没有写 {Witness} 或 {Beacon}", $"neither {Witness} nor {Beacon} is given"), new("至少写一个", "give one of them")));
        });
    }
}

/// <summary>Draws, and tells the procedures that wait.</summary>
internal sealed class DrawRunVerb : CeremonyVerb
{
    private const string Hold = "--hold";

    public DrawRunVerb()
        : base("run", new("抽取并分发给等待的流程", "draw, and tell the procedures that wait"))
    {
        Options.Add(new Flag(Hold, new("只抽取，暂不分发", "draw only, tell nobody yet")));
        AddActing();
        Examples = ["doublerandom draw run jieyang 445200-0001 --by 陈经办 --by-unit transport"];
        Asks(async (call, engine, cancel) =>
        {
            var answer = await GiveAsync(call, engine, One(call) + "/run", [], cancel);
            CeremonyPages.Receipt(call, call.Has(Hold) ? answer : await GiveAsync(call, engine, One(call) + "/dispatch", [], cancel));
        });
    }
}

/// <summary>Steps with at most a reason.</summary>
internal sealed class DrawStepVerb : CeremonyVerb
{
    private DrawStepVerb(string name, Bilingual about, bool isReasoned)
        : base(name, about)
    {
        if (isReasoned)
            Options.Add(Acting.ReasonOf(needed: true));
        AddActing();
        Examples = [$"doublerandom draw {name} jieyang 445200-0001 {(isReasoned ? "--reason 见证人离场 " : "")}--by 陈经办 --by-unit transport"];
        Asks(async (call, engine, cancel) =>
            CeremonyPages.Receipt(call, await GiveAsync(call, engine, $"{One(call)}/{name}", isReasoned ? [("reason", call.Text(Acting.Reason))] : [], cancel)));
    }

    public static IEnumerable<Verb> AllOfThem()
    {
        yield return new DrawStepVerb("reveal", new("检查结束后公开混淆值和完整记录", "publish pepper and whole record when the checks are over"), isReasoned: false);
        yield return new DrawStepVerb("abandon", new("抽出之前放弃，写明理由", "give a draw up before anything is drawn, with a reason"), isReasoned: true);
    }
}

/// <summary>Uses the next substitute of a target's stratum.</summary>
internal sealed class DrawSubstituteVerb : CeremonyVerb
{
    private const string Target = "--target";

    public DrawSubstituteVerb()
        : base("substitute", new("对象无法检查时启用下一名候补", "use the next substitute for a target that cannot be checked"))
    {
        Options.Add(new Setting(Target, "CODE", new("无法检查的对象", "the target that cannot be checked"), needed: true));
        Options.Add(Acting.ReasonOf(needed: true));
        AddActing();
        Examples = ["doublerandom draw substitute jieyang 445200-0001 --target 91445202MA0000064R --reason 已注销 --by 陈经办 --by-unit transport"];
        Asks(async (call, engine, cancel) =>
            CeremonyPages.Substitute(call, await GiveAsync(call, engine, One(call) + "/substitutes", [("instead", call.Text(Target)), ("reason", call.Text(Acting.Reason))], cancel)));
    }
}

/// <summary>Lists draws.</summary>
internal sealed class DrawListVerb : ServerVerb
{
    private const string Jurisdiction = "JURISDICTION";

    public DrawListVerb()
        : base("list", new("列出抽取，最新的在前", "list draws, the newest first"))
    {
        Arguments.Add(new Word(Jurisdiction, new("辖区：文件夹、区划代码或 id", "jurisdiction: folder, division code or id")));
        AddServer("table", "json");
        Examples = ["doublerandom draw list jieyang"];
        Asks(async (call, engine, cancel) => CeremonyPages.List(call, await GetAsync(engine, $"/api/v1/jurisdictions/{Uri.EscapeDataString(call.Needed(Jurisdiction))}/draws", cancel)));
    }
}

/// <summary>Shows a draw, and saves its files.</summary>
internal sealed class DrawShowVerb : CeremonyVerb
{
    private const string Out = "--out";

    public DrawShowVerb()
        : base("show", new("查看一次抽取，可保存其文件", "show a draw, and save its files if asked to"))
    {
        Options.Add(new Setting(Out, "DIR", new("把文件存入该文件夹", "save the files in this folder")));
        AddServer("table", "json");
        Examples = ["doublerandom draw show jieyang 445200-0001 --out draw-1"];
        Asks(async (call, engine, cancel) =>
        {
            var answer = await GetAsync(engine, One(call), cancel);
            if (call.Text(Out) is { } folder)
                await SaveAsync(call, engine, answer, Path.GetFullPath(folder, call.Terminal.Folder), cancel);
            CeremonyPages.Detail(call, answer);
        });
    }

    private static async Task SaveAsync(Call call, RunningEngine engine, EngineAnswer answer, string folder, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in answer.Json.GetProperty("files").EnumerateObject())
        {
            await using var output = File.Create(Path.Combine(folder, Path.GetFileName(file.Name)));
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{One(call)}/files/{Uri.EscapeDataString(file.Name)}");
            await engine.DownloadAsync(request, TimeSpan.FromMinutes(10), output, cancel);
        }
    }
}
