using DoubleRandom.Service.Telemetry;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace DoubleRandom.Web.Api.Metrics;

/// <summary>Sends metrics and traces to an OpenTelemetry collector by OTLP.</summary>
/// <param name="endpoint">Where the collector listens: <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>; null sends nothing.</param>
/// <param name="isHttp">Whether it speaks HTTP with protobuf (<c>OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf</c>) rather than gRPC.</param>
internal sealed class OtlpExport(Uri? endpoint, bool isHttp) : IHostedService, IDisposable
{
    private MeterProvider? _meters;
    private TracerProvider? _traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (endpoint is null)
            return Task.CompletedTask;
        var resource = ResourceBuilder.CreateDefault().AddService("doublerandom", serviceVersion: typeof(OtlpExport).Assembly.GetName().Version?.ToString(3));
        _meters = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter(EngineMeter.Name, EngineMeter.Name + ".Standing", "Npgsql").AddOtlpExporter(options => Aim(options, "v1/metrics")).Build();
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
            .AddSource(EngineMeter.Name).AddOtlpExporter(options => Aim(options, "v1/traces")).Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _meters?.ForceFlush(2000);
        _traces?.ForceFlush(2000);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _meters?.Dispose();
        _traces?.Dispose();
    }

    private void Aim(OtlpExporterOptions options, string path)
    {
        options.Protocol = isHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        options.Endpoint = isHttp ? new Uri(endpoint!, $"{endpoint!.AbsolutePath.TrimEnd('/')}/{path}") : endpoint!;
    }
}
