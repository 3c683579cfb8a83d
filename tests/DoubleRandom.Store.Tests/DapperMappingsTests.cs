using Dapper;
using DoubleRandom.Tests.Shared;

namespace DoubleRandom.Store.Tests;

public sealed class DapperMappingsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly Row Full = new(
        Guid.Parse("5b1f0c1e-0000-4000-8000-000000000001"), new DateOnly(2024, 2, 29), new DateOnly(2026, 11, 30), new TimeOnly(17, 30),
        new DateTimeOffset(2024, 5, 15, 16, 0, 0, TimeSpan.Zero), new DateTimeOffset(2025, 4, 28, 0, 0, 0, TimeSpan.Zero), ["甲", "乙"], [1, 2], 4_000_000_000L, true, """{"a": 1}""");

    private const string RoundTrip = """
        select @UnitId as unit_id, @DueOn::date as due_on, @ClosedOn::date as closed_on, @ClosesAt::time as closes_at, @SeenAt::timestamptz as seen_at, @MetAt::timestamptz as met_at,
               @RoleNames::text[] as role_names, @Steps::int[] as steps, @RowCount as row_count, @Provisional as provisional, @Details::jsonb as details
        """;

    [Fact]
    public async Task Row_ComesBackAsItWent_WhenAllColumnsAreFull()
    {
        await using var connection = await postgres.Source.OpenConnectionAsync();
        var back = await connection.QuerySingleAsync<Row>(RoundTrip, Full);
        Assert.Equivalent(Full, back, strict: true);
        Assert.Equal(TimeSpan.Zero, back.SeenAt.Offset);
    }

    [Fact]
    public async Task Row_ComesBackAsItWent_WhenOptionalColumnsAreNull()
    {
        var sparse = Full with { ClosedOn = null, MetAt = null };
        await using var connection = await postgres.Source.OpenConnectionAsync();
        Assert.Equivalent(sparse, await connection.QuerySingleAsync<Row>(RoundTrip, sparse), strict: true);
    }

    [Fact]
    public async Task Instant_IsStoredAsTheSameInstant_WhenGivenInLocalTime()
    {
        var beijing = new DateTimeOffset(2024, 5, 16, 0, 0, 0, TimeSpan.FromHours(8));
        await using var connection = await postgres.Source.OpenConnectionAsync();
        Assert.Equal("2024-05-15 16:00:00+00", await connection.ExecuteScalarAsync<string>("set timezone to 'UTC'; select cast(@beijing::timestamptz as text)", new { beijing }));
        Assert.Equal(beijing, await connection.QuerySingleAsync<DateTimeOffset>("select @beijing::timestamptz", new { beijing }));
    }

    [Fact]
    public async Task Scalars_AreRead_WhenTheyAreDates()
    {
        await using var connection = await postgres.Source.OpenConnectionAsync();
        Assert.Equal(new DateOnly(2024, 2, 29), await connection.ExecuteScalarAsync<DateOnly>("select date '2024-02-29'"));
        Assert.Equal(new DateTimeOffset(2024, 2, 29, 0, 0, 0, TimeSpan.Zero), await connection.ExecuteScalarAsync<DateTimeOffset>("select timestamptz '2024-02-29 00:00+00'"));
        Assert.Null(await connection.ExecuteScalarAsync<DateOnly?>("select null::date"));
    }

    [Fact]
    public async Task Dates_CanBeAListOfParameters()
    {
        DateOnly[] days = [new(2024, 2, 28), new(2024, 2, 29)];
        await using var connection = await postgres.Source.OpenConnectionAsync();
        Assert.Equal(2, await connection.ExecuteScalarAsync<int>("select count(*) from unnest(@days) as day", new { days }));
        Assert.Equal(days, await connection.QueryAsync<DateOnly>("select unnest(@days)", new { days }));
    }

    private sealed record Row(
        Guid UnitId, DateOnly DueOn, DateOnly? ClosedOn, TimeOnly ClosesAt, DateTimeOffset SeenAt, DateTimeOffset? MetAt,
        string[] RoleNames, int[] Steps, long RowCount, bool Provisional, string Details);
}
