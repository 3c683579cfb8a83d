using Dapper;
using DoubleRandom.Core.Packs;
using DoubleRandom.Store.Packs;
using DoubleRandom.Store.Workflows;
using DoubleRandom.Tests.Shared;

namespace DoubleRandom.Store.Tests.Workflows;

/// <summary>Rows for tests: a jurisdiction with one version, and instances that say only what matters.</summary>
internal static class Instances
{
    public const string Folder = "990001-tiny";
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    public static Task AdoptAsync(PostgresFixture database, string hash = "v1") => database.Source.InTransactionAsync(
        async connection =>
        {
            await PackVersions.AdoptAsync(connection, new(Folder, "990001", "测试县", "Test", "Asia/Shanghai", hash, new(2026, 1, 1), null, null), hash, Array.Empty<PackFile>(), Now, default);
            return 0;
        },
        default);

    public static InstanceRow Row(long id, string workflow = "check", string? startKey = null, string status = "running", long version = 1) => new()
    {
        Id = id,
        Jurisdiction = Folder,
        Workflow = workflow,
        Subject = $"S-{id}",
        PackHash = "v1",
        DefinitionVersion = "d1",
        StartKey = startKey,
        Version = version,
        Status = status,
        StarterUnit = "alpha",
        OpenSteps = """{"plan":1}""",
        Hears = ["conference.held"],
        DatedBy = "v1",
        StartedAt = Now,
        ChangedAt = Now,
    };

    public static InstanceChange New(InstanceRow row, params string[] parties) => new(0, row, [Entry(1)], [], [], parties, false);

    public static string Entry(long version) => $$"""{"kind":"commented","text":"注 {{version}}","version":{{version}},"at":"2026-03-02T00:00:00+00:00","by":"li","unit":"alpha"}""";

    public static Task SaveAsync(PostgresFixture database, params InstanceChange[] changes) => database.Source.InTransactionAsync(
        async connection =>
        {
            await InstanceTable.SaveAsync(connection, changes, Now, default);
            return 0;
        },
        default);

    public static Task<T> AskAsync<T>(PostgresFixture database, string sql, object? given = null) => database.Source.ReadAsync(connection => connection.QuerySingleAsync<T>(sql, given), default);
}
