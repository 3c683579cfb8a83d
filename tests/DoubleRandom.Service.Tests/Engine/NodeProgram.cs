using System.Diagnostics;
using DoubleRandom.Service.Channels;
using DoubleRandom.Service.Notices;
using DoubleRandom.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DoubleRandom.Service.Tests.Engine;

/// <summary>
/// Programs of their own that tests start and kill. A server node without pages, by the clock of life: <c>node CONNECTION-STRING PACKS-ROOT</c>; says <c>ready</c> and runs until
/// its input ends. Steps of a draw's ceremony: <c>ceremony CONNECTION-STRING STEP…</c>.
/// </summary>
internal static class NodeProgram
{
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is ["ceremony", var county, .. var steps])
            return await Draws.CeremonyProgram.RunAsync(county, steps);
        if (arguments is not ["node", var connectionString, var root])
            return 2;
        await using var database = await Database.OpenAsync(new() { ConnectionString = connectionString }, TimeProvider.System);
        using var node = await StartAsync(database, root);
        await Console.Out.WriteLineAsync("ready");
        await Console.In.ReadToEndAsync();
        return 0;
    }

    /// <summary>The same node inside the tests' own process.</summary>
    public static async Task<IHost> StartAsync(Database database, string root)
    {
        var options = new EngineOptions(
            database, root, TimeProvider.System, new("http://127.0.0.1:5080"), new ChannelSet(new Dictionary<string, IChannel>(StringComparer.Ordinal) { ["mail"] = new RecordingChannel() }),
            SweepOptions.Usual, TimeSpan.FromSeconds(1));
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLogging(logging => logging.ClearProviders()).AddEngine(options).AddEngineSchedule(options);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    /// <summary>The node as a process of its own, which ends with this one.</summary>
    public static Process Spawn(string connectionString, string root) => Spawn(["node", connectionString, root]);

    /// <summary>A process of its own, with its input and output.</summary>
    public static Process Spawn(IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(NodeProgram).Assembly.Location, .. arguments])
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;
}
