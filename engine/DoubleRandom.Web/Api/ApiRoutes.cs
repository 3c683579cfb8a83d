using DoubleRandom.Web.Api.Deadlines;
using DoubleRandom.Web.Api.Directories;
using DoubleRandom.Web.Api.Draws;
using DoubleRandom.Web.Api.Events;
using DoubleRandom.Web.Api.Exchanges;
using DoubleRandom.Web.Api.Feeds;
using DoubleRandom.Web.Api.Guards;
using DoubleRandom.Web.Api.Health;
using DoubleRandom.Web.Api.Inspections;
using DoubleRandom.Web.Api.Jurisdictions;
using DoubleRandom.Web.Api.Metrics;
using DoubleRandom.Web.Api.Notices;
using DoubleRandom.Web.Api.Packs;
using DoubleRandom.Web.Api.People;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Publication;
using DoubleRandom.Web.Api.Requests;
using DoubleRandom.Web.Api.Schemas;
using DoubleRandom.Web.Api.Submissions;
using DoubleRandom.Web.Api.Workflows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleRandom.Web.Api;

/// <summary>Every operation of the HTTP API, and the guards before all of the server's addresses.</summary>
public static class ApiRoutes
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Maps the operations. Call it before pages are mapped: its guards (loopback names only, no changes asked for by other origins) stand before pages too.
    /// </summary>
    public static WebApplication MapApi(this WebApplication app)
    {
        // The listener of the metrics has to be there before the first thing is counted.
        app.Services.GetRequiredService<PrometheusText>();
        app.UseMiddleware<FailureGuard>();
        app.UseMiddleware<LoopbackHostGuard>();
        app.UseMiddleware<SameOriginGuard>();
        app.UseRequestTimeouts();
        var root = app.MapGroup("");
        root.AddEndpointFilter<QueryCheck>().WithRequestTimeout(Limit);
        var api = root.MapGroup("/api/v1");
        JurisdictionRoutes.Map(api);
        PackRoutes.Map(api);
        DeadlineRoutes.Map(api);
        SubmissionRoutes.Map(api);
        WorkflowRoutes.Map(api);
        InstanceRoutes.Map(api);
        TaskRoutes.Map(api);
        CommandRoutes.Map(api);
        FileRoutes.Map(api);
        MoveRoutes.Map(api);
        EventRoutes.Map(api);
        NoticeRoutes.Map(api);
        DirectoryRoutes.Map(api);
        RowRoutes.Map(api);
        ExchangeRoutes.Map(api);
        StatementRoutes.Map(api);
        CircularRoutes.Map(api);
        DrawRoutes.Map(api);
        ProfileRoutes.Map(api);
        InspectionRoutes.Map(api);
        FeedRoutes.Map(root);
        SchemaRoutes.Map(root);
        HealthRoutes.Map(root);
        MetricsRoutes.Map(root);
        root.MapOpenApi("/openapi/{documentName}.json");
        return app;
    }
}
