using DoubleRandom.Web.Api.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Api.Health;

/// <summary>Whether the server lives, and whether it can do its work.</summary>
internal static class HealthRoutes
{
    public static void Map(IEndpointRouteBuilder root)
    {
        root.MapGet("/health/live", () => Results.Ok(new HealthView("live", [])))
            .Is("health.live", new("进程存活", "The process lives"), new("能应答即为存活。", "It answers, so it lives."))
            .Produces<HealthView>();
        root.MapGet("/health/ready", ReadyAsync)
            .Is("health.ready", new("可以工作", "Ready for work"), new("数据库有应答、调度已启动、没有久未处理的提醒；否则 503。", "The database answers, the scheduler runs, no rung waits too long; otherwise 503."))
            .Produces<HealthView>().Produces<HealthView>(503);
    }

    private static async Task<IResult> ReadyAsync(HttpResponse response, Readiness readiness, CancellationToken cancel)
    {
        var health = await readiness.CheckAsync(cancel);
        response.Headers.CacheControl = "no-store";
        if (health.Status is "ready")
            return Results.Ok(health);
        response.Headers.RetryAfter = "2";
        return Results.Json(health, statusCode: 503);
    }
}
