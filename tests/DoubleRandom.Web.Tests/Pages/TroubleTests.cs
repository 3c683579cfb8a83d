using Dapper;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.Notices;
using DoubleRandom.Store.Packs;
using Npgsql;

namespace DoubleRandom.Web.Tests.Pages;

[Collection(PagesCollection.Name)]
public class TroubleTests(PagesFixture pages)
{
    private NpgsqlDataSource Source => pages.Postgres.Source;

    [Fact]
    public async Task Packs_SayHowToMend_WhenAFolderWasRefused()
    {
        var fault = Diagnostic.Error("SC003", new("workflows/532323-mouding/obligations.json", 7, 3, "/x"), new("未知的键“whenn”", "unknown key \"whenn\""), new("是否应为“when”？", "did you mean \"when\"?"));
        var faults = System.Text.Json.JsonSerializer.Serialize(new[] { fault }, System.Text.Json.JsonSerializerOptions.Web);
        await Source.ReadAsync(async connection => { await PackVersions.RejectAsync(connection, new("532323-mouding", "", pages.Clock.Now, faults), default); return 0; }, default);
        await using var visit = await pages.VisitAsync("/");
        await visit.Page.Locator(".warning-danger a", new() { HasText = "修改办法" }).ClickAsync();
        var text = await visit.TextAsync(".alert-danger");
        Assert.Contains("obligations.json:7:3", text, StringComparison.Ordinal);
        Assert.Contains("是否应为“when”？", text, StringComparison.Ordinal);
        await Source.ReadAsync(async connection => { await PackVersions.AcceptAsync(connection, "532323-mouding", default); return 0; }, default);
    }

    [Fact]
    public async Task DeadLetter_IsSentAgain_WhenSomebodyAsksForIt()
    {
        await Source.ReadAsync(
            async connection =>
            {
                await connection.ExecuteAsync("insert into delivery (notice, channel, address, state, next_attempt_at) values (1, 'mail', 'wrong@example.org', 'pending', @now)", new { now = pages.Clock.Now });
                var claimed = (await Deliveries.ClaimAsync(connection, pages.Clock.Now, TimeSpan.FromMinutes(1), 10, default)).Single();
                await Deliveries.NoteAsync(connection, claimed, "dead", null, "550 no such user", pages.Clock.Now, default);
                return 0;
            },
            default);
        await using var visit = await pages.VisitAsync("/");
        await visit.Page.Locator(".warning-danger a", new() { HasText = "重试" }).ClickAsync();
        Assert.Contains("550 no such user", await visit.TextAsync(".warnings"), StringComparison.Ordinal);
        await visit.SendAsync(".warnings button");
        Assert.Contains("待发送", await visit.TextAsync(".status-pending"), StringComparison.Ordinal);
        var ways = await Source.ReadAsync(connection => Deliveries.OfAsync(connection, 1, default), default);
        Assert.Equal(("pending", 0), (ways.Single().State, ways.Single().Attempts));
    }

    [Fact]
    public async Task Audit_SaysWhereItBreaks_WhenAnEntryWasChanged()
    {
        await using (var visit = await pages.VisitAsync("/audit/532323-mouding"))
            Assert.Contains("哈希链完整", await visit.TextAsync(".alert-success"), StringComparison.Ordinal);
        await using (var change = Source.CreateCommand("update audit_entry set detail = 'forged' where jurisdiction = '532323-mouding' and sequence = 2"))
            Assert.Equal(1, await change.ExecuteNonQueryAsync());
        await using var broken = await pages.VisitAsync("/audit/532323-mouding?lang=en");
        Assert.Contains("breaks at entry 2", await broken.TextAsync(".alert-danger"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_IsRead_WhenItWasOpened()
    {
        await using var visit = await pages.VisitAsync("/notices?jurisdiction=640221-pingluo&unit=water");
        Assert.Contains("未读", await visit.TextAsync(".inbox tbody tr"), StringComparison.Ordinal);
        await visit.Page.Locator(".inbox tbody a").First.ClickAsync();
        await visit.GoAsync("/notices?jurisdiction=640221-pingluo&unit=water");
        Assert.Contains("已读", await visit.TextAsync(".inbox tbody tr"), StringComparison.Ordinal);
    }
}
