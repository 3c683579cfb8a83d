using DoubleRandom.Service.Telemetry;
using DoubleRandom.Web.Api.Deadlines;
using DoubleRandom.Web.Api.Health;
using DoubleRandom.Web.Api.Metrics;
using DoubleRandom.Web.Api.OpenApi;
using DoubleRandom.Web.Api.Submissions;
using DoubleRandom.Web.Api.Workflows;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Web.Api;

/// <summary>What the HTTP API needs.</summary>
public static class ApiServices
{
    /// <summary>Adds the API's services; <see cref="ApiRoutes.MapApi"/> maps its operations.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => ApiJson.Apply(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = SubmissionReader.MostBytes;
        });
        services.AddRequestTimeouts();
        services.AddOpenApi("v1", ApiDocument.Configure);
        services.AddSingleton<DeadlineExplanation>();
        services.AddSingleton<CommandDesk>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<EngineGauges>();
        services.AddHostedService(provider => provider.GetRequiredService<EngineGauges>());
        services.AddSingleton<PrometheusText>();
        services.AddHostedService(provider => Export(provider.GetRequiredService<IConfiguration>()));
        return services;
    }

    private static OtlpExport Export(IConfiguration configuration)
    {
        var endpoint = Uri.TryCreate(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"], UriKind.Absolute, out var uri) ? uri : null;
        return new(endpoint, configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] is "http/protobuf");
    }
}
