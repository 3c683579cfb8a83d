using System.Globalization;
using System.Text;
using System.Text.Json;
using Dapper;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Service.Channels;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Events;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.People;
using DoubleRandom.Service.Scheduling;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Store;
using DoubleRandom.Store.Deadlines;
using DoubleRandom.Store.Notices;
using DoubleRandom.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Service.Tests.Engine;

/// <summary>A whole engine, composed as the server composes it, on a database of its own and a clock that the test sets.</summary>
internal sealed class TestEngine : IAsyncDisposable
{
    public const string Start = "2026-03-02 08:00";

    /// <summary>A liaison and a leader in every bureau of the tiny county, and the office.</summary>
    private const string Directory = """
        unit,name,function,email,language
        alpha,甲联,liaison,al@tiny.test,zh
        alpha,甲长,leader,ad@tiny.test,zh
        beta,Beth,liaison,bl@tiny.test,en
        beta,乙长,leader,bd@tiny.test,zh
        gamma,丙联,liaison,gl@tiny.test,zh
        gamma,Gus,liaison,gus@tiny.test,en
        gamma,丙长,leader,gd@tiny.test,zh
        hub,办公,office,hub@tiny.test,zh
        hub,办联,liaison,hl@tiny.test,zh
        """;

    private readonly ServiceProvider _services;
    private readonly Database _database;

    private TestEngine(ServiceProvider services, Database database, SettableClock clock, RecordingChannel mail, string connectionString) =>
        (_services, _database, Clock, Mail, ConnectionString) = (services, database, clock, mail, connectionString);

    public SettableClock Clock { get; }

    public RecordingChannel Mail { get; }

    public string ConnectionString { get; }

    public Database Database => _database;

    public PackIntake Intake => Get<PackIntake>();

    public Reconciler Reconciler => Get<Reconciler>();

    public Sweep Sweep => Get<Sweep>();

    public RunningPacks Packs => Get<RunningPacks>();

    public Pack Tiny => Packs.Of(TestPacks.Tiny) ?? throw new InvalidOperationException("The tiny pack does not run.");

    /// <summary>An engine on a new database; nothing is adopted yet.</summary>
    public static async Task<TestEngine> EmptyAsync(string at = Start, SweepOptions? sweep = null, IReadOnlyDictionary<string, IChannel>? channels = null, string? root = null) =>
        await OnAsync(await PostgresFixture.CreateDatabaseAsync(), new SettableClock(at), sweep, channels, root);

    /// <summary>An engine in which the tiny county runs and its people are known.</summary>
    public static async Task<TestEngine> TinyAsync(string at = Start, SweepOptions? sweep = null, IReadOnlyDictionary<string, IChannel>? channels = null)
    {
        var engine = await EmptyAsync(at, sweep, channels);
        var outcome = Assert.Single(await engine.TakeInAsync(TestPacks.OneTiny));
        Assert.True(outcome.Compiled.IsValid, string.Join('\n', outcome.Compiled.Diagnostics));
        await engine.ImportAsync(Directory);
        return engine;
    }

    /// <summary>One more node on the database of another engine, with the same clock.</summary>
    public async Task<TestEngine> AnotherNodeAsync(SweepOptions? sweep = null)
    {
        var node = await OnAsync(ConnectionString, Clock, sweep, null, null);
        await node.Packs.RefreshAsync(default);
        return node;
    }

    /// <summary>An engine on a database that is there.</summary>
    public static async Task<TestEngine> OnAsync(string connectionString, SettableClock clock, SweepOptions? sweep = null, IReadOnlyDictionary<string, IChannel>? channels = null, string? root = null)
    {
        var database = await Database.OpenAsync(new() { ConnectionString = connectionString }, clock);
        return Of(database, connectionString, clock, sweep, channels, root);
    }

    /// <summary>An engine on an open database, which it closes in the end.</summary>
    public static TestEngine Of(Database database, string connectionString, SettableClock clock, SweepOptions? sweep = null, IReadOnlyDictionary<string, IChannel>? channels = null, string? root = null)
    {
        var mail = new RecordingChannel();
        var ways = new ChannelSet(channels ?? new Dictionary<string, IChannel>(StringComparer.Ordinal) { ["mail"] = mail });
        var options = new EngineOptions(database, root ?? Repository.Root, clock, new("http://127.0.0.1:5080"), ways, sweep ?? SweepOptions.Usual, TimeSpan.FromSeconds(1));
        return new(new ServiceCollection().AddLogging().AddEngine(options).BuildServiceProvider(), database, clock, mail, connectionString);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<IReadOnlyList<IntakeOutcome>> TakeInAsync(PackLibrary library) => await Intake.TakeInAsync(library, default);

    public Task<ReconcileReport> ReconcileAsync(string folder = TestPacks.Tiny) => NotNullAsync(Reconciler.OneAsync(folder, default));

    public async Task ImportAsync(string csv) =>
        Assert.Empty((await Get<DirectoryImport>().ImportAsync(Tiny, Encoding.UTF8.GetBytes(csv), "测试员", default)).Faults);

    /// <summary>Sets the clock and sweeps.</summary>
    public async Task<int> SweepAtAsync(string beijing)
    {
        Clock.Set(beijing);
        return await Sweep.RunAsync(default);
    }

    /// <summary>Sweeps as a server does that is up all the time: whenever a rung falls, to the end of a day.</summary>
    public async Task SweepThroughAsync(string beijing)
    {
        var end = SettableClock.At(beijing);
        while (await NextRungAsync() is var next && next <= end)
        {
            Clock.Set(next > Clock.GetUtcNow() ? next : Clock.GetUtcNow());
            await Sweep.RunAsync(default);
        }

        Clock.Set(end);
    }

    /// <summary>When the next rung falls; the end of time when none does.</summary>
    public async Task<DateTimeOffset> NextRungAsync() => (await ListAsync<DateTimeOffset>("select next_rung_at from deadline where next_rung_at is not null order by 1 limit 1")).FirstOrDefault(DateTimeOffset.MaxValue);

    public Task<Answer<ReconcileReport>> HappenAsync(string name, string on, string? unit = null, string subject = "") =>
        Get<EventRecorder>().RecordAsync(TestPacks.Tiny, new(name, DateOnly.Parse(on, CultureInfo.InvariantCulture), subject, unit), "测试员", default);

    public Task<Answer<long>> SubmitAsync(DeadlineKey key, string content = """{"title":"报表"}""", string? idempotencyKey = null, params HandedFile[] files) =>
        Get<HandIn>().SubmitAsync(new(key, JsonSerializer.Deserialize<JsonElement>(content), files, "测试员", idempotencyKey), default);

    /// <summary>Every notice, oldest first.</summary>
    public async Task<IReadOnlyList<NoticeRow>> NoticesAsync(string where = "true") =>
        [.. await ListAsync<NoticeRow>($"select * from notice where {where} order by id")];

    /// <summary>Every deadline, by key.</summary>
    public async Task<IReadOnlyList<DeadlineRow>> DeadlinesAsync(string where = "true") =>
        [.. await ListAsync<DeadlineRow>($"select * from deadline where {where} order by jurisdiction, obligation, unit, period")];

    public async Task<DeadlineRow> DeadlineAsync(DeadlineKey key) =>
        await Database.Source.ReadAsync(connection => DeadlineQueries.GetAsync(connection, key, default), default) ?? throw new InvalidOperationException($"No deadline {key}.");

    public static DeadlineKey Key(string obligation, string unit, string period) => new(TestPacks.Tiny, obligation, unit, period);

    public Task<T> AskAsync<T>(string sql, object? parameters = null) => Database.Source.ReadAsync(connection => connection.QuerySingleAsync<T>(sql, parameters), default);

    public Task<IEnumerable<T>> ListAsync<T>(string sql, object? parameters = null) => Database.Source.ReadAsync(connection => connection.QueryAsync<T>(sql, parameters), default);

    public Task<int> DoAsync(string sql, object? parameters = null) => Database.Source.ReadAsync(connection => connection.ExecuteAsync(sql, parameters), default);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static async Task<T> NotNullAsync<T>(Task<T?> task)
        where T : class => await task ?? throw new InvalidOperationException("No pack runs.");
}
