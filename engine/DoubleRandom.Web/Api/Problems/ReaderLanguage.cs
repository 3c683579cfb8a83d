using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Api.Problems;

/// <summary>In which language an answer is written.</summary>
internal static class ReaderLanguage
{
    /// <summary>English when <c>Accept-Language</c> prefers it to Chinese, otherwise Chinese.</summary>
    public static string Of(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.Value ?? "")
        .FirstOrDefault(language => Is(language, "zh") || Is(language, "en")) is { } preferred && Is(preferred, "en") ? "en" : "zh";

    private static bool Is(string language, string primary) =>
        language.Equals(primary, StringComparison.OrdinalIgnoreCase) || language.StartsWith(primary + "-", StringComparison.OrdinalIgnoreCase);
}
