using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Requests;
using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Api.Workflows;

/// <summary>Reads the bodies of requests to workflows: every key that is needed and not there, at once. An idempotency key that cannot be kept is refused with them.</summary>
internal static class WorkflowBody
{
    public static async Task<JsonBody<T>> ReadAsync<T>(HttpRequest request, CancellationToken cancel)
        where T : WorkflowRequest
    {
        if (!IdempotencyKey.IsGood(request))
            return new(null, new(ProblemKind.Invalid, Faults.WrongText(IdempotencyKey.Header)));
        var body = await JsonBody.ReadAsync<T>(request, cancel);
        if (body.Value is not { } asked)
            return body;
        Refusal[] faults = [.. Missing(asked).Select(Faults.MissingKey), .. asked.Holes().Select(place => Faults.BodyUnreadable(place, null))];
        return faults.Length == 0 ? body : new(null, new(ProblemKind.Invalid, faults));
    }

    /// <summary>A content as the engine keeps it; null when there is none.</summary>
    public static string? TextOf(JsonElement? content) => content is { ValueKind: not JsonValueKind.Null and not JsonValueKind.Undefined } given ? given.GetRawText() : null;

    /// <summary>The keys that the type marks as required and the body leaves out.</summary>
    private static IEnumerable<string> Missing<T>(T asked)
        where T : notnull =>
        ApiJson.Options.GetTypeInfo(typeof(T)).Properties
            .Where(property => property.AttributeProvider?.IsDefined(typeof(RequiredAttribute), inherit: true) == true && property.Get!(asked) is null)
            .Select(property => property.Name);
}
