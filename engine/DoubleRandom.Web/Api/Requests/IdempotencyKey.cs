using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Api.Requests;

/// <summary>The key by which a client says that it sends the same thing again.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    private const int Longest = 100;

    /// <summary>The key; null when there is none.</summary>
    public static string? Of(HttpRequest request) => request.Headers[Header] is [{ Length: > 0 } key] ? key : null;

    /// <summary>Whether the key, if any, can be kept.</summary>
    public static bool IsGood(HttpRequest request) => Of(request) is not { } key || (key.Length <= Longest && !key.Any(char.IsControl));
}
