using DoubleRandom.Service.Clocks;
using DoubleRandom.Service.Notices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace DoubleRandom.Web.Pages.Frames;

/// <summary>Reads from a request in which language a page is wanted, and remembers a choice.</summary>
internal sealed class FrameReader(TimeProvider time, NoticeSettings settings)
{
    private const string Name = "lang";

    /// <summary>The frame of a request. Chinese comes first; only a choice of the reader changes that.</summary>
    public Frame Of(HttpContext http)
    {
        var language = http.Request.Query[Name].FirstOrDefault() switch
        {
            "en" => Remember(http, "en"),
            "zh" => Remember(http, "zh"),
            _ => http.Request.Cookies[Name] is "en" ? "en" : "zh",
        };
        return new(language, time.GetUtcNow(), Speed, http.Request.PathBase + http.Request.Path, QueryOf(http.Request));
    }

    private double? Speed => settings.IsVirtual ? (time as VirtualClock)?.Speed ?? 1 : null;

    private static string Remember(HttpContext http, string language)
    {
        http.Response.Cookies.Append(Name, language, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        return language;
    }

    private static string QueryOf(HttpRequest request) => QueryHelpers.AddQueryString(
        "", request.Query.Where(pair => pair.Key is not Name and not "done").SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value)));
}
