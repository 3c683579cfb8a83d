using Dapper;
using DoubleRandom.Store.Tests.Hosting;
using DoubleRandom.Tests.Shared;

namespace DoubleRandom.Store.Tests.Shared;

public sealed class PostgresFixtureTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_Remains_WhenTheTestProcessEnds(bool killed)
    {
        using var program = HostedProgram.Start("fixture");
        var folder = Path.GetDirectoryName(await program.ReadAsync("ready"))!;
        var server = Processes.Postmaster(folder);
        Assert.False(Processes.HasEnded(server));
        if (killed)
            await program.KillAsync();
        else
            await program.EndAsync();
        Assert.True(await Processes.EndsAsync(server));
        Assert.True(await VanishesAsync(Path.GetDirectoryName(folder)!));
    }

    [Fact]
    public async Task Databases_AreSeparate()
    {
        var (one, other) = (new PostgresFixture(), new PostgresFixture());
        await one.InitializeAsync();
        await other.InitializeAsync();
        await using (var connection = await one.Source.OpenConnectionAsync())
            await connection.ExecuteAsync("create table mine (id int)");
        await using (var connection = await other.Source.OpenConnectionAsync())
            Assert.True(await connection.ExecuteScalarAsync<bool>("select to_regclass('mine') is null"));
        await one.DisposeAsync();
        await other.DisposeAsync();
    }

    private static async Task<bool> VanishesAsync(string folder)
    {
        for (var attempt = 0; attempt < 200 && Directory.Exists(folder); attempt++)
            await Task.Delay(50);
        return !Directory.Exists(folder);
    }
}
