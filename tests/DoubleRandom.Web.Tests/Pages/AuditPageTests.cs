using System.Diagnostics;
using System.Globalization;
using DoubleRandom.Store;
using DoubleRandom.Store.Audit;
using Npgsql;
using NpgsqlTypes;
using Xunit.Abstractions;

namespace DoubleRandom.Web.Tests.Pages;

[Collection(PagesCollection.Name)]
public class AuditPageTests(PagesFixture pages, ITestOutputHelper output)
{
    private const string Folder = "445200-jieyang";
    private const int Long = 100_000;

    [Fact]
    public async Task Chain_IsCheckedStretchByStretch_WhenItIsLong()
    {
        await LengthenAsync();
        var whole = await TimedAsync(() => pages.Postgres.Source.ReadAsync(connection => AuditTrail.FirstBrokenAsync(connection, Folder, default), default));
        using var client = new HttpClient();
        await client.GetStringAsync($"{pages.Root}/audit/{Folder}");
        var page = await TimedAsync(() => client.GetStringAsync($"{pages.Root}/audit/{Folder}"));
        output.WriteLine($"the whole chain of {Long} links takes {whole.TotalMilliseconds:0} ms; the page answers in {page.TotalMilliseconds:0} ms");
        Assert.True(page < whole / 2, $"the page took {page}, the chain {whole}");

        await using var visit = await pages.VisitAsync($"/audit/{Folder}");
        Assert.True(await visit.Page.Locator(".alert-info, .alert-success").CountAsync() > 0);
        await visit.Page.Locator(".alert-success").WaitForAsync(new() { Timeout = 60_000 });
        Assert.Matches("哈希链完整：1000[0-9]{2} 条", await visit.TextAsync(".alert-success"));

        await using var byHand = await pages.VisitAsync($"/audit/{Folder}?lang=en", script: false);
        Assert.Contains("5000 of 100", await byHand.TextAsync(".alert-info"), StringComparison.Ordinal);
        await byHand.Page.ClickAsync(".alert-info a");
        Assert.Contains("10000 of 100", await byHand.TextAsync(".alert-info"), StringComparison.Ordinal);
        await ChangeAsync(70_000);
        await visit.GoAsync($"/audit/{Folder}");
        await visit.Page.Locator(".alert-danger").WaitForAsync(new() { Timeout = 60_000 });
        Assert.Contains("第 70000 条", await visit.TextAsync(".alert-danger"), StringComparison.Ordinal);
        await ShortenAsync();
    }

    private static async Task<TimeSpan> TimedAsync<T>(Func<Task<T>> work)
    {
        var since = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(since);
    }

    private async Task ChangeAsync(long sequence)
    {
        await using var command = pages.Postgres.Source.CreateCommand($"update audit_entry set detail = 'forged' where jurisdiction = '{Folder}' and sequence = {sequence.ToString(CultureInfo.InvariantCulture)}");
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    private async Task ShortenAsync()
    {
        await using var command = pages.Postgres.Source.CreateCommand($"delete from audit_entry where jurisdiction = '{Folder}' and action = 'test'");
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>As a county has it after years: as many links as if each had been appended by itself.</summary>
    private async Task LengthenAsync()
    {
        await using var connection = await pages.Postgres.Source.OpenConnectionAsync();
        var last = (await AuditTrail.NewestAsync(connection, Folder, 1, default)) is [var newest] ? (newest.Sequence, newest.Hash) : (AuditReach.Start.Sequence, AuditReach.Start.Hash);
        await using var copy = await connection.BeginBinaryImportAsync("copy audit_entry from stdin (format binary)");
        for (var i = 0; i < Long; i++)
        {
            var entry = new AuditEntry(Folder, last.Sequence + 1, pages.Clock.Now, "system", "test", $"monthly/{i}", "{\"notices\":12}", last.Hash, []);
            last = (entry.Sequence, entry.Expected());
            await WriteAsync(copy, entry, last.Hash);
        }

        await copy.CompleteAsync();
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, AuditEntry entry, byte[] hash)
    {
        await copy.StartRowAsync();
        await copy.WriteAsync(entry.Jurisdiction, NpgsqlDbType.Text);
        await copy.WriteAsync(entry.Sequence, NpgsqlDbType.Bigint);
        await copy.WriteAsync(entry.At.UtcDateTime, NpgsqlDbType.TimestampTz);
        foreach (var text in new[] { entry.Actor, entry.Action, entry.Subject, entry.Detail })
            await copy.WriteAsync(text, NpgsqlDbType.Text);
        await copy.WriteAsync(entry.Previous, NpgsqlDbType.Bytea);
        await copy.WriteAsync(hash, NpgsqlDbType.Bytea);
    }
}
