using DoubleRandom.Core;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;

namespace DoubleRandom.Web.Api.OpenApi;

/// <summary>Marks an endpoint as an operation of the API: only such are listed in the OpenAPI document.</summary>
internal sealed record ApiOperation;

/// <summary>Marks an operation that does the same thing once however often it is sent with one Idempotency-Key.</summary>
/// <param name="Text">What the same key gives.</param>
internal sealed record Keyed(Bilingual Text);

/// <summary>Says, beside each endpoint, what it is, what it takes and which errors it gives.</summary>
internal static class OperationText
{
    /// <summary>What the same key gives where a workflow is started or something is done to an instance.</summary>
    public static Bilingual SameReceipt { get; } = new(
        "同一键、同一内容重发得到同一回执，不再执行；同一键用于别的内容则拒绝（422）", "the same key with the same content gives the same receipt, and nothing is done again; with another content it is refused (422)");

    /// <summary>Names an operation in both languages. Errors that any operation can give (400, 421, 500, 503) need not be listed.</summary>
    public static RouteHandlerBuilder Is(this RouteHandlerBuilder route, string id, Bilingual summary, Bilingual description, params int[] errors)
    {
        route.WithName(id).WithSummary($"{summary.Zh} / {summary.En}").WithDescription($"{description.Zh}\n\n{description.En}").WithMetadata(new ApiOperation());
        foreach (var status in errors.Concat([400, 421, 500, 503]).Distinct().Order())
            route.Produces<ProblemDocument>(status, "application/problem+json");
        return route;
    }

    /// <summary>Names the parameters that an operation takes in its address; any other is refused.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, params Parameter[] parameters) => route.WithMetadata([.. parameters]);

    /// <summary>An operation that changes something takes a small JSON body, no longer than needed.</summary>
    public static RouteHandlerBuilder TakesJson<T>(this RouteHandlerBuilder route)
        where T : notnull =>
        route.Accepts<T>("application/json").WithMetadata(new RequestSizeLimitAttribute(JsonBody.MostBytes));

    /// <summary>Says what the same Idempotency-Key gives.</summary>
    public static RouteHandlerBuilder Keyed(this RouteHandlerBuilder route, Bilingual text) => route.WithMetadata(new Keyed(text));

    /// <summary>How long an operation may take.</summary>
    public static RouteHandlerBuilder Within(this RouteHandlerBuilder route, TimeSpan limit)
    {
        route.WithRequestTimeout(limit);
        return route;
    }
}
