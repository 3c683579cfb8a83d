using System.Text;
using System.Text.Json;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Publication;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Service.Tests.Engine;
using DoubleRandom.Service.Workflows;

namespace DoubleRandom.Service.Tests.Publication;

/// <summary>What publish steps make public, and what stays inside.</summary>
public sealed class FormStatementsTests
{
    private const string Forms = """
        {
          "$schema": "../../../../../../schemas/forms.schema.json",
          "forms": [
            { "id": "item-list", "name": { "zh": "清单", "en": "List" }, "local": { "zh": "测试用", "en": "For tests" },
              "fields": [
                { "id": "batch", "name": { "zh": "批次", "en": "Batch" }, "type": "text" },
                { "id": "matter", "name": { "zh": "种类", "en": "Kind" }, "type": "choice", "choices": [{ "id": "own", "name": { "zh": "本部门", "en": "Own" } }] },
                { "id": "note", "name": { "zh": "说明", "en": "Note" }, "type": "long-text" },
                { "id": "contact", "name": { "zh": "经办", "en": "Contact" }, "type": "text" },
                { "id": "inside", "name": { "zh": "内部意见", "en": "Inside" }, "type": "text", "public": false },
                { "id": "items", "name": { "zh": "事项", "en": "Items" }, "type": "list",
                  "fields": [{ "id": "item", "name": { "zh": "事项", "en": "Item" }, "type": "text" }, { "id": "phone", "name": { "zh": "咨询电话", "en": "Telephone" }, "type": "text" }] }
              ] },
            { "id": "plan-change", "name": { "zh": "调整表", "en": "Change" }, "local": { "zh": "测试用", "en": "For tests" },
              "fields": [{ "id": "task", "name": { "zh": "任务", "en": "Task" }, "type": "text", "required": true }] }
          ]
        }
        """;

    private const string Filled = """
        {"batch":"第一批","matter":"own","note":"电话 13895012345，由甲联负责","contact":"甲联","inside":"缓一缓","items":[{"item":"消防","basis":"消防法","body":"甲局","content":"通道","method":"实地","phone":"0954-7012345"}]}
        """;

    [Fact]
    public async Task Publish_SaysWhatWasHandedIn_AndNothingAboutPersons()
    {
        await using var engine = await StartedAsync();
        var seen = await PublishAsync(engine, await engine.StartAsync("announce", "2026"), 1);

        var (content, key) = await engine.Engine.AskAsync<(string, string)>("select content, key from public_entry");
        var said = JsonElement.Parse(content);
        Assert.Equal($"item-list-{seen.Instance}-第一批", key);
        Assert.Equal("清单公布 2026 第一批", said.GetProperty("title").GetString());
        var fields = said.GetProperty("body").GetProperty("fields").EnumerateArray().ToDictionary(field => field.GetProperty("id").GetString()!, StringComparer.Ordinal);
        Assert.Equal(["batch", "items", "matter", "note"], fields.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal("Own", fields["matter"].GetProperty("value").GetProperty("en").GetString());
        Assert.Equal("电话 〔已隐去〕，由〔已隐去〕负责", fields["note"].GetProperty("value").GetString());
        Assert.Contains("消防法", fields["items"].GetProperty("rows")[0].EnumerateArray().Select(cell => cell.GetString()), StringComparer.Ordinal);
        Assert.DoesNotContain("phone", fields["items"].GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("id").GetString()), StringComparer.Ordinal);
        Assert.DoesNotContain("7012345", content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_IsTheNextVersion_WhenTheSameBatchIsPublishedAgain()
    {
        await using var engine = await StartedAsync();
        var seen = await PublishAsync(engine, await engine.StartAsync("announce", "2026"), 1);
        seen = await engine.CompleteAsync(seen, 3, "again");
        await PublishAsync(engine, seen, 4);

        Assert.Equal("1, 2", await engine.Engine.AskAsync<string>("select string_agg(version::text, ', ' order by sequence) from public_entry"));
        Assert.Equal(2, await engine.Engine.AskAsync<int>("select version from public_record"));
    }

    [Fact]
    public async Task Publish_SaysNothing_WhenTheStepIsRefused()
    {
        await using var engine = await StartedAsync();
        var seen = await engine.StartAsync("announce", "2026");
        seen = await engine.CompleteAsync(seen, 1, content: Filled);

        Assert.NotEmpty(await engine.RefusalsAsync(seen, _ => new WorkflowCommand.Published(2, "x") { Version = seen.Version }, WorkflowEngine.Beta));
        Assert.Equal(0, await engine.Engine.AskAsync<int>("select count(*)::int from public_entry"));
    }

    [Fact]
    public async Task Change_IsPublished_FromTheActionThatMadeIt()
    {
        await using var engine = await StartedAsync();
        var seen = await engine.StartAsync("announce", "2026");
        seen = await engine.GiveAsync(seen, version => new WorkflowCommand.Act("change", "有特殊情况", """{"task":"客运站联查"}""") { Version = version });
        var run = (await engine.DetailAsync(seen.Instance)).State.OpenRuns.Single(open => open.Step is "publish-change").Number;
        await engine.GiveAsync(seen, version => new WorkflowCommand.Published(run, "网站") { Version = version });

        var (kind, content) = await engine.Engine.AskAsync<(string, string)>("select kind, content from public_entry");
        Assert.Equal(StatementKind.PlanChange.Word(), kind);
        Assert.Contains("客运站联查", content, StringComparison.Ordinal);
        Assert.DoesNotContain("网站", content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Circular_IsPublished_EachTimeByItself()
    {
        await using var engine = await WorkflowEngine.WithAsync("circulate");
        var seen = await engine.StartAsync("circulate", "2026");
        seen = await engine.CompleteAsync(seen, 1, content: """{"progress":"已办结三项，联系 13895012345","lagging":"乙局"}""");
        seen = await engine.GiveAsync(seen, version => new WorkflowCommand.Published(2, "网站") { Version = version });
        seen = await engine.CompleteAsync(seen, 3, "again");
        seen = await engine.CompleteAsync(seen, 4, content: """{"progress":"全部办结"}""");
        await engine.GiveAsync(seen, version => new WorkflowCommand.Published(5, "网站") { Version = version });

        Assert.Equal([$"circular circular-{seen.Instance}-2 1", $"circular circular-{seen.Instance}-5 1"], await engine.Engine.ListAsync<string>("select kind || ' ' || key || ' ' || version from public_entry order by sequence"), StringComparer.Ordinal);
        var fields = JsonElement.Parse(await engine.Engine.AskAsync<string>("select content from public_entry where sequence = 1")).GetProperty("body").GetProperty("fields");
        Assert.Equal(["已办结三项，联系 〔已隐去〕", "乙局"], fields.EnumerateArray().Select(field => field.GetProperty("value").GetString()), StringComparer.Ordinal);
    }

    private static async Task<WorkflowReceipt> PublishAsync(WorkflowEngine engine, WorkflowReceipt seen, int run)
    {
        seen = await engine.CompleteAsync(seen, run, content: Filled);
        return await engine.GiveAsync(seen, version => new WorkflowCommand.Published(run + 1, "网站") { Version = version });
    }

    private static async Task<WorkflowEngine> StartedAsync()
    {
        var engine = await WorkflowEngine.WithAsync("check");
        var library = WorkflowEngine.Library(["check", "announce"]);
        await engine.AdoptAsync(new(library.Files.Append(new PackFile($"workflows/{TestPacks.Tiny}/forms.json", Encoding.UTF8.GetBytes(Forms)))));
        return engine;
    }
}
