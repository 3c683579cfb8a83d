using System.Net;
using System.Text.RegularExpressions;
using DoubleRandom.Service.Notices;
using DoubleRandom.Tests.Shared;
using DoubleRandom.Web.Api.Health;
using DoubleRandom.Web.Api.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DoubleRandom.Web.Tests.Api;

public partial class HealthAndMetricsTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Health_IsGood_WhenEverythingRuns()
    {
        Assert.Equal("live", (await server.GetAsync("/health/live")).Text("status"));
        var ready = await server.GetAsync("/health/ready");
        Assert.Equal(["scheduler", "database", "rungs"], ready.List("checks").Select(check => check.Text("name")).ToArray());
        Assert.All(ready.List("checks"), check => Assert.True(check.GetProperty("isGood").GetBoolean()));
    }

    [Fact]
    public async Task Ready_SaysNo_WhenTheSchedulerHasNotStarted()
    {
        var folder = Directory.CreateTempSubdirectory("doublerandom-api-");
        await using var idle = await Server.BuildAsync(
            new() { Port = 0, PacksRoot = folder.FullName, Database = await PostgresFixture.CreateDatabaseAsync(), DataFolder = "" }, CancellationToken.None);
        var health = await idle.App.Services.GetRequiredService<Readiness>().CheckAsync(CancellationToken.None);
        Assert.Equal("unready", health.Status);
        Assert.False(health.Checks.Single(check => check.Name is "scheduler").IsGood);
        Assert.True(health.Checks.Single(check => check.Name is "database").IsGood);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Metrics_ArePrometheusText_WhenScraped()
    {
        using var response = await server.Client.GetAsync("/metrics");
        Assert.Equal("0.0.4", response.Content.Headers.ContentType!.Parameters.Single(parameter => parameter.Name is "version").Value);
        var lines = (await response.Content.ReadAsStringAsync()).TrimEnd('\n').Split('\n');
        var types = lines.Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(line => line.Split(' ')).ToDictionary(line => line[2], line => line[3], StringComparer.Ordinal);
        foreach (var sample in lines.Where(line => line[0] != '#'))
        {
            Assert.Matches(Sample(), sample);
            var name = Sample().Match(sample).Groups["name"].Value;
            Assert.True(types.ContainsKey(name) || types[Regex.Replace(name, "_(bucket|sum|count)$", "", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))] is "histogram", name);
        }

        Assert.Equal("gauge", types["doublerandom_deadlines_open"]);
        Assert.Equal("gauge", types["doublerandom_rungs_lag_seconds"]);
        Assert.Equal("histogram", types["doublerandom_sweep_duration_seconds"]);
        Assert.Equal("counter", types["doublerandom_reconcile_changes_total"]);
        Assert.Equal("counter", types["doublerandom_notices_written_total"]);
    }

    [Fact]
    public async Task Metrics_CountWhatTheApiCounts_WhenAskedTogether() => await ApiServer.UntilAsync(async () =>
    {
        var open = (await server.Client.GetStringAsync("/metrics")).Split('\n').Single(line => line.StartsWith("doublerandom_deadlines_open ", StringComparison.Ordinal)).Split(' ')[1];
        return (await server.GetAsync("/api/v1/deadlines?status=open&limit=1")).Number("total") == long.Parse(open, System.Globalization.CultureInfo.InvariantCulture) && open is not "0";
    });

    [Fact]
    public async Task Ready_SaysNo_WhenARungWaitsTooLong()
    {
        var sweep = server.Services.GetRequiredService<SweepOptions>();
        var readiness = new Readiness(
            server.Services.GetRequiredService<NpgsqlDataSource>(), server.Services.GetRequiredService<Quartz.ISchedulerFactory>(), sweep with { LateAfter = TimeSpan.FromMinutes(-1) }, TimeProvider.System);
        Assert.False((await readiness.CheckAsync(CancellationToken.None)).Checks.Single(check => check.Name is "rungs").IsGood);
    }

    [Fact]
    public async Task Export_ReachesTheCollector_WhenOneIsConfigured()
    {
        var paths = new System.Collections.Concurrent.ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var collector = builder.Build();
        collector.Map("/{**path}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            paths[request.Path] = (int)body.Length;
            return Results.Ok();
        });
        await collector.StartAsync();
        using (var export = new OtlpExport(new Uri(collector.Urls.Single()), isHttp: true))
        {
            await export.StartAsync(CancellationToken.None);
            Service.Telemetry.EngineMeter.NoticesWritten.Add(1);
            Service.Telemetry.EngineMeter.Traces.StartActivity("sweep")?.Dispose();
            await export.StopAsync(CancellationToken.None);
        }

        Assert.True(paths["/v1/metrics"] > 0);
        Assert.True(paths["/v1/traces"] > 0);
    }

    [GeneratedRegex("^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\\{[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\"(?:,[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\")*\\})? (-?[0-9.eE+-]+|NaN|[+-]Inf)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sample();
}
