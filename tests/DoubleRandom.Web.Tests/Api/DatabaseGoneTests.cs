using System.Net;
using DoubleRandom.Tests.Shared;
using Npgsql;

namespace DoubleRandom.Web.Tests.Api;

public class DatabaseGoneTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Answers_AreUnavailableWithRetryAfter_WhenTheDatabaseIsGone()
    {
        var database = new NpgsqlConnectionStringBuilder(server.ConnectionString);
        await using (var elsewhere = NpgsqlDataSource.Create(await PostgresFixture.CreateDatabaseAsync()))
        await using (var drop = elsewhere.CreateCommand($"drop database {database.Database} with (force)"))
            await drop.ExecuteNonQueryAsync();

        foreach (var path in new[] { "/api/v1/deadlines", "/api/v1/jurisdictions", "/metrics" })
        {
            using var response = await server.Client.GetAsync(path);
            await ApiServer.BodyAsync(response, HttpStatusCode.ServiceUnavailable);
            Assert.True(response.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        }

        using var ready = await server.Client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        using var live = await server.Client.GetAsync("/health/live");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }
}
