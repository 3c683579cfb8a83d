using DoubleRandom.Service.Telemetry;
using DoubleRandom.Web.Api.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Api.Metrics;

/// <summary>The engine's figures for a Prometheus server.</summary>
internal static class MetricsRoutes
{
    public static void Map(IEndpointRouteBuilder root) => root.MapGet("/metrics", WriteAsync)
        .Is("metrics.get", new("运行指标", "Metrics"), new("Prometheus 文本格式。也可用 OTEL_EXPORTER_OTLP_ENDPOINT 送往 OpenTelemetry 收集器。", "In the Prometheus text format. With OTEL_EXPORTER_OTLP_ENDPOINT they also go to an OpenTelemetry collector."))
        .Produces<string>(200, "text/plain");

    private static async Task<IResult> WriteAsync(EngineGauges gauges, PrometheusText text, CancellationToken cancel)
    {
        await gauges.RefreshAsync(cancel);
        return Results.Text(text.Write(), "text/plain; version=0.0.4; charset=utf-8");
    }
}
