using System.Diagnostics;
using System.Globalization;
using DoubleRandom.Core.Packs;
using DoubleRandom.Service;
using DoubleRandom.Service.Channels;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.Directories;
using DoubleRandom.Web.Api;
using DoubleRandom.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace DoubleRandom.Benchmarks;

/// <summary>The public pages of a jurisdiction with a million results: the whole answer of the server, page and all, over loopback.</summary>
internal static class PublicBench
{
    private const string Folder = "640425-pengyang";
    private const int MostMilliseconds = 100;
    private const int Days = 1500;
    private static readonly string[] Trades = ["餐饮", "商贸", "农资", "建材", "药品", "机械", "广告", "运输"];

    public static async Task<IEnumerable<Figure>> RunAsync(int rows)
    {
        await using var bench = await BenchDatabase.OpenAsync();
        await using var app = await ServerAsync(bench);
        var watch = Stopwatch.StartNew();
        await SeedAsync(bench.Source, rows);
        var seeded = watch.Elapsed.TotalSeconds;
        using var client = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        var list = $"/public/{Folder}/result";
        (string Name, string Path)[] pages =
        [
            ("first", list), ("deep", $"{list}?after=2024-03-01~{Key(rows / 2)}"), ("rareName", $"{list}?q={Uri.EscapeDataString($"第{rows - 7}号")}"), ("commonName", $"{list}?q={Uri.EscapeDataString("餐饮")}"),
            ("twoWords", $"{list}?q={Uri.EscapeDataString("兴旺药品店")}"), ("noName", $"{list}?q={Uri.EscapeDataString("不存在的商店")}"), ("code", $"{list}?q={Code(rows / 3)}"), ("overview", $"/public/{Folder}"), ("record", $"{list}/{Key(5)}"),
        ];
        var times = new List<(string, double)>();
        foreach (var (name, path) in pages)
            times.Add((name, await MedianAsync(client, path)));
        return [new("slowest public page over results", times.Max(time => time.Item2), "ms", false, MostMilliseconds, [("rows", rows), ("seededSeconds", seeded), .. times])];
    }

    private static async Task<double> MedianAsync(HttpClient client, string path)
    {
        var times = new List<double>();
        for (var at = 0; at < 8; at++)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await client.GetAsync(path);
            await answer.Content.ReadAsByteArrayAsync();
            answer.EnsureSuccessStatusCode();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times.Skip(3).Order().ElementAt(2);
    }

    private static async Task<WebApplication> ServerAsync(BenchDatabase bench)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddApi().AddPages().AddEngine(new EngineOptions(
            bench.Database, Counties.Root, TimeProvider.System, new NoticeSettings("http://127.0.0.1"), new ChannelSet(new Dictionary<string, IChannel>(StringComparer.Ordinal)), SweepOptions.Usual, TimeSpan.FromSeconds(1)));
        var app = builder.Build();
        app.MapApi();
        app.MapPages();
        var own = PackCompiler.Compile(Counties.Library, Folder).Pack!.Layers.ToHashSet(StringComparer.Ordinal);
        await app.Services.GetRequiredService<PackIntake>().TakeInAsync(new(Counties.Library.Files.Where(file => own.Contains(file.Folder)).Concat(Counties.Library.Calendars), Counties.Library), default);
        await app.StartAsync();
        return app;
    }

    /// <summary>Rows as publishing makes them, without the hashes, which no page reads.</summary>
    private static async Task SeedAsync(NpgsqlDataSource source, int rows)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using (var entries = await connection.BeginBinaryImportAsync("copy public_entry (jurisdiction, sequence, kind, key, version, act, day, at, content, content_hash, previous, hash) from stdin (format binary)"))
        {
            for (var at = 1; at <= rows; at++)
                await EntryAsync(entries, at);
            await entries.CompleteAsync();
        }

        await using (var records = await connection.BeginBinaryImportAsync("copy public_record (jurisdiction, kind, key, version, sequence, shown_from, state, day, first_on, unit, code, title, grams, changed_at) from stdin (format binary)"))
        {
            for (var at = 1; at <= rows; at++)
                await RecordAsync(records, at);
            await records.CompleteAsync();
        }

        await using var analyze = new NpgsqlCommand("vacuum analyze public_entry, public_record", connection) { CommandTimeout = 0 };
        await analyze.ExecuteNonQueryAsync();
    }

    private static async Task EntryAsync(NpgsqlBinaryImporter writer, int at)
    {
        await writer.StartRowAsync();
        await TextAsync(writer, Folder);
        await writer.WriteAsync((long)at, NpgsqlDbType.Bigint);
        await TextAsync(writer, "result");
        await TextAsync(writer, Key(at));
        await writer.WriteAsync(1, NpgsqlDbType.Integer);
        await TextAsync(writer, "publish");
        await writer.WriteAsync(Day(at), NpgsqlDbType.Date);
        await writer.WriteAsync(DateTime.UnixEpoch.AddSeconds(at), NpgsqlDbType.TimestampTz);
        await TextAsync(writer, string.Create(CultureInfo.InvariantCulture,
            $$"""{"body":{"category":"未发现问题","departments":[{"items":[{"category":"未发现问题","item":"经营资质检查"}],"unit":"education"}],"inspectedOn":"2026-03-20","lead":"education","target":{"code":"{{Code(at)}}","name":"{{Name(at)}}"},"task":"18"},"files":[],"title":"{{Name(at)}}","unit":"education"}"""));
        await TextAsync(writer, "");
        await TextAsync(writer, "");
        await TextAsync(writer, "0123456789abcdef0123456789abcdef");
    }

    private static async Task RecordAsync(NpgsqlBinaryImporter writer, int at)
    {
        await writer.StartRowAsync();
        await TextAsync(writer, Folder);
        await TextAsync(writer, "result");
        await TextAsync(writer, Key(at));
        await writer.WriteAsync(1, NpgsqlDbType.Integer);
        await writer.WriteAsync((long)at, NpgsqlDbType.Bigint);
        await writer.WriteAsync(1, NpgsqlDbType.Integer);
        await TextAsync(writer, "published");
        await writer.WriteAsync(Day(at), NpgsqlDbType.Date);
        await writer.WriteAsync(Day(at), NpgsqlDbType.Date);
        await TextAsync(writer, "education");
        await TextAsync(writer, Code(at));
        await TextAsync(writer, Name(at));
        await writer.WriteAsync(NameGrams.Of(Name(at)), NpgsqlDbType.Array | NpgsqlDbType.Integer);
        await writer.WriteAsync(DateTime.UnixEpoch.AddSeconds(at), NpgsqlDbType.TimestampTz);
    }

    private static Task TextAsync(NpgsqlBinaryImporter writer, string text) => writer.WriteAsync(text, NpgsqlDbType.Text);

    private static string Key(int at) => string.Create(CultureInfo.InvariantCulture, $"task-{at % 500}/{Code(at)}");

    private static string Code(int at) => string.Create(CultureInfo.InvariantCulture, $"91640425MA{at:0000000}X");

    private static string Name(int at) => string.Create(CultureInfo.InvariantCulture, $"彭阳县兴旺{Trades[at % Trades.Length]}店第{at}号");

    private static DateOnly Day(int at) => new DateOnly(2022, 1, 1).AddDays(at % Days);
}
