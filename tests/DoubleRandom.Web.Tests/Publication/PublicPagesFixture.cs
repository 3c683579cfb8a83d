using System.Globalization;
using System.Text;
using System.Text.Json;
using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Directories;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Publication;
using DoubleRandom.Store;
using DoubleRandom.Store.Publication;
using DoubleRandom.Web.Tests.Pages;

namespace DoubleRandom.Web.Tests.Publication;

/// <summary>Pengyang with records of every kind: corrected, withdrawn and withheld ones, a sealed draw with files, and names that try to be markup and formulas.</summary>
/// <remarks>It is 2026-04-02, ten in the morning.</remarks>
public sealed class PublicPagesFixture : PagesFixture
{
    public const string Folder = "640425-pengyang";
    public const string Address = "/public/" + Folder;
    public const string Withheld = "task-18/91640425MA0000003W";
    public const string Ground = "《政府信息公开条例》第十四条";
    public const string Script = "彭阳县<script>document.title='x'</script>餐饮店";
    public const string Formula = "=HYPERLINK(\"http://evil.example\")商行";
    public const string Inspector = "张三丰";
    public const string Credential = "ZJ-640425-0007";
    public const string Phone = "13895012345";

    public static readonly DateOnly Today = new(2026, 4, 2);
    public static readonly byte[] Frame = Encoding.UTF8.GetBytes("SSJ-FRAME/1\n");

    public Task<IReadOnlyList<PublicEntry>> StateAsync(Statement statement, IReadOnlyDictionary<string, byte[]>? files = null) =>
        Postgres.Source.InTransactionAsync(
            connection => PublicLedger.AppendAsync(connection, Folder, [new(statement) { Files = files ?? new Dictionary<string, byte[]>(StringComparer.Ordinal) }], Clock.Now, default), default);

    public static Statement Result(string key, string name, string category, int number = 1) =>
        new(StatementKind.Result, key, StatementAct.Publish, name, JsonSerializer.Serialize(new
        {
            task = "18",
            target = new { code = CodeOf(number), name },
            inspectedOn = "2026-03-20",
            lead = "education",
            departments = new[] { new { unit = "education", items = new[] { new { item = "客运站安全检查", category } } } },
            category,
        }), Today, "education");

    public static string CodeOf(int number)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"91640425MA{number:0000000}");
        return body + CreditCode.CheckOf(body);
    }

    protected override async Task PrepareAsync()
    {
        Clock.Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
        await Service<PackIntake>().TakeInAsync(PackFolder.Read(Repository.Root), default);
        Clock.Now = new(2026, 4, 2, 2, 0, 0, TimeSpan.Zero);
        await PeopleAsync();
        for (var number = 1; number <= 60; number++)
            await StateAsync(Result($"task-18/{CodeOf(number)}", $"彭阳县第{number}号小店", number % 7 == 0 ? "发现问题已责令改正" : "未发现问题", number));
        await StateAsync(Result("task-18/script", Script, "未发现问题", 101));
        await StateAsync(Result("task-18/formula", Formula, "未发现问题", 102));
        await StateAsync(Result("task-18/corrected", "彭阳县更正商店", "发现问题", 103));
        await StateAsync(Result("task-18/corrected", "彭阳县更正商店", "未发现问题", 103) with { Act = StatementAct.Correct, Reason = "录入时选错结果" });
        await StateAsync(Result("task-18/withdrawn", "彭阳县撤回商店", "发现严重问题", 104));
        await StateAsync(Result("task-18/withdrawn", "彭阳县撤回商店", "", 104) with { Act = StatementAct.Withdraw, Reason = "对象不属于本县" });
        await StateAsync(Result(Withheld, "彭阳县保密工厂", "内情", 105));
        await StateAsync(Result(Withheld, "彭阳县保密工厂", "内情", 105) with { Act = StatementAct.Withhold, Ground = Ground });
        await StateAsync(Circular());
        await DrawAsync();
        await Service<LedgerSigner>().AllAsync(default);
    }

    private static Statement Circular() => new(
        StatementKind.Circular, "circular-2026-1", StatementAct.Publish, "一季度双随机抽查情况通报",
        JsonSerializer.Serialize(new { text = $"联系 {Phone}，由{Inspector}（{Credential}）负责，身份证 11010519491231002X" }), Today, "education");

    private Task DrawAsync() => StateAsync(
        new(StatementKind.Draw, "2026-3", StatementAct.Publish, "2026 年第 3 次抽取", JsonSerializer.Serialize(new
        {
            number = "2026-3",
            state = "frozen",
            what = "targets",
            frozenAt = "2026-04-01T01:00:00Z",
            frame = new { rows = 1200, sha256 = new string('a', 64), root = new string('b', 64) },
            rulesSha256 = new string('c', 64),
            pepper = new string('d', 64),
            witnesses = new[] { "县纪委监委驻点组" },
        }), Today, "education")
        { Files = [StatementFile.Of("frame.txt", "text/plain; charset=utf-8", Frame), StatementFile.Of("verify.html", "text/html", "<script>1</script>"u8)] },
        new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["frame.txt"] = Frame, ["verify.html"] = "<script>1</script>"u8.ToArray() });

    private async Task PeopleAsync()
    {
        var file = $"id,personName,unit,credential,credentialTo,tags\nPY-001,{Inspector},education,{Credential},2027-12-31,食品\n";
        var report = await Service<DirectoryUpdate>().RunAsync(Service<RunningPacks>().Of(Folder)!, new(InspectorSheet.Id, "测试员"), new MemoryStream(Encoding.UTF8.GetBytes(file)), null, default);
        Assert.Empty(report.Faults);
    }
}

/// <summary>All tests of the public pages share one server and one browser.</summary>
[CollectionDefinition(Name)]
public sealed class PublicPagesCollection : ICollectionFixture<PublicPagesFixture>
{
    public const string Name = "public pages";
}
