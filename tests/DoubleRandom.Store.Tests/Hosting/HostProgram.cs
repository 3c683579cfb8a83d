using System.Diagnostics;
using System.Globalization;
using Dapper;
using DoubleRandom.Tests.Shared;

namespace DoubleRandom.Store.Tests.Hosting;

/// <summary>
/// A program that uses the database, for tests that need one to time, kill or compete with: <c>use FOLDER</c> opens a private database and commits
/// numbers, one per line of output, until its input ends; <c>fixture</c> starts the shared test cluster and waits.
/// </summary>
internal static class HostProgram
{
    private static readonly TimeSpan BetweenCommits = TimeSpan.FromMilliseconds(5);

    public static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["use", var folder]:
                await UseAsync(folder);
                return 0;
            case ["fixture"]:
                await FixtureAsync();
                return 0;
            default:
                return 2;
        }
    }

    private static async Task UseAsync(string folder)
    {
        try
        {
            await using var database = await Database.OpenAsync(new DatabaseOptions { DataFolder = folder }, TimeProvider.System);
            await using var connection = await database.Source.OpenConnectionAsync();
            await connection.ExecuteScalarAsync<int>("select 1");
            var sinceProcessStart = DateTime.Now - Process.GetCurrentProcess().StartTime;
            Say($"ready {sinceProcessStart.TotalMilliseconds:0}");
            await connection.ExecuteAsync("create table if not exists committed (number bigint generated always as identity)");
            await CommitUntilInputEndsAsync(connection);
        }
        catch (DatabaseUnavailableException refused)
        {
            Say($"refused {refused.Problem} {refused.English}");
        }
    }

    private static async Task CommitUntilInputEndsAsync(System.Data.Common.DbConnection connection)
    {
        var end = Task.Run(Console.In.ReadToEnd); // The console has no reading that is really asynchronous.
        while (!end.IsCompleted)
        {
            Say($"committed {await connection.ExecuteScalarAsync<long>("insert into committed default values returning number")}");
            await Task.Delay(BetweenCommits);
        }
    }

    private static async Task FixtureAsync()
    {
        var fixture = new PostgresFixture();
        await fixture.InitializeAsync();
        await using var connection = await fixture.Source.OpenConnectionAsync();
        Say($"ready {await connection.ExecuteScalarAsync<string>("show data_directory")}");
        await Console.In.ReadToEndAsync();
    }

    private static void Say(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
