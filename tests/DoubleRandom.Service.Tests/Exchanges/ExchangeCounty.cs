using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Exchanges;
using DoubleRandom.Service.Tests.Engine;
using DoubleRandom.Store;
using DoubleRandom.Store.Publication;

namespace DoubleRandom.Service.Tests.Exchanges;

/// <summary>The tiny county with a platform above it, a procedure that waits for the entry there, and results that it publishes.</summary>
internal sealed class ExchangeCounty : IAsyncDisposable
{
    public const string Head = "记录,单位,事项,名称,结果";

    private const string Profile = """
        {
          "$schema": "../../schemas/exchange.schema.json",
          "profiles": [{
            "id": "above", "name": { "zh": "上级平台", "en": "The platform above" }, "local": { "zh": "测试用", "en": "for tests" }, "rows": "item", "format": "csv", "encoding": "utf-8",
            "columns": [
              { "id": "record", "header": "记录", "from": "record", "local": { "zh": "测试用", "en": "for tests" } },
              { "id": "unit", "header": "单位", "from": "unit", "local": { "zh": "测试用", "en": "for tests" } },
              { "id": "item", "header": "事项", "from": "item", "local": { "zh": "测试用", "en": "for tests" } },
              { "id": "name", "header": "名称", "from": "target.name", "local": { "zh": "测试用", "en": "for tests" } },
              { "id": "category", "header": "结果", "from": "item.category", "codes": "category", "local": { "zh": "测试用", "en": "for tests" } }
            ],
            "codes": [{ "id": "category", "words": { "no-problem": "01", "corrected": "02" }, "local": { "zh": "测试用", "en": "for tests" } }],
            "receipt": { "match": ["record", "unit", "item"], "state": "状态", "taken": ["已接收"], "number": "编号" },
            "closes": { "step": "entry/platform-entry", "content": { "title": "number" } }
          }]
        }
        """;

    private readonly WorkflowEngine _flows;

    private ExchangeCounty(WorkflowEngine flows) => _flows = flows;

    public WorkflowEngine Flows => _flows;

    public TestEngine Engine => _flows.Engine;

    public ExchangeProfile Above => Engine.Tiny.Exchanges["above"];

    public static async Task<ExchangeCounty> WithAsync(params (string Old, string New)[] edits)
    {
        var flows = await WorkflowEngine.WithAsync("entry");
        var text = edits.Aggregate(Profile, (so, edit) => so.Replace(edit.Old, edit.New, StringComparison.Ordinal));
        await flows.AdoptAsync(new(WorkflowEngine.Library(["entry"]).Files.Append(new PackFile($"workflows/{TestPacks.Tiny}/exchange.json", Encoding.UTF8.GetBytes(text)))));
        return new(flows);
    }

    /// <summary>Publishes, corrects or withdraws the result of a target.</summary>
    public Task PublishAsync(long task, string target, string category = "no-problem", StatementAct act = StatementAct.Publish, string on = "2026-03-02", string name = "小店")
    {
        var body = new JsonObject
        {
            ["task"] = task.ToString(CultureInfo.InvariantCulture),
            ["target"] = new JsonObject { ["code"] = target, ["name"] = name },
            ["departments"] = new JsonArray(Department("alpha", "消防", category), Department("beta", "卫生", "no-problem")),
        };
        var statement = new Statement(StatementKind.Result, $"task-{task}/{target}", act, $"{name} 检查结果", body.ToJsonString(), DateOnly.Parse(on, CultureInfo.InvariantCulture), "alpha", act is StatementAct.Publish ? null : "更正");
        return Engine.Database.Source.InTransactionAsync(connection => PublicLedger.AppendAsync(connection, TestPacks.Tiny, statement, new Dictionary<string, byte[]>(StringComparer.Ordinal), Engine.Clock.GetUtcNow(), default), default);
    }

    /// <summary>The file as bytes, and what was said of it.</summary>
    public async Task<(byte[] File, ExportReport Report)> ExportAsync(string? since = null)
    {
        using var stream = new MemoryStream();
        var report = await Engine.Get<ExchangeExport>().WriteAsync(Engine.Tiny, Above, since is null ? null : DateOnly.Parse(since, CultureInfo.InvariantCulture), stream, default);
        return (stream.ToArray(), report);
    }

    /// <summary>The lines of the file without its heading.</summary>
    public async Task<string[]> LinesAsync(string? since = null) => [.. Encoding.UTF8.GetString((await ExportAsync(since)).File).TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)];

    /// <summary>Brings a receipt whose heading is that of the file with state and number.</summary>
    public Task<ReceiptReport> ReceiveAsync(params string[] lines) => ReceiveAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines.Prepend($"{Head},状态,编号"))));

    public async Task<ReceiptReport> ReceiveAsync(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return await Engine.Get<ExchangeReceipts>().TakeAsync(Engine.Tiny, Above, stream, WorkflowEngine.Alpha, default);
    }

    public ValueTask DisposeAsync() => _flows.DisposeAsync();

    private static JsonObject Department(string unit, string item, string category) =>
        new() { ["unit"] = unit, ["items"] = new JsonArray(new JsonObject { ["item"] = item, ["category"] = category }) };
}
