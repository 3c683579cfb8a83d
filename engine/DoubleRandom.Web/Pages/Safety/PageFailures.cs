using DoubleRandom.Web.Pages.Frames;
using DoubleRandom.Web.Pages.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DoubleRandom.Web.Pages.Safety;

/// <summary>What a reader sees when a page cannot be made: in both languages, with what to do. Programs under <c>/api</c> have their own answer.</summary>
internal static class PageFailures
{
    /// <summary>Paths that programs use; their failures are not pages.</summary>
    public static readonly string[] Programs = ["/api", "/feeds", "/schemas", "/openapi", "/health", "/metrics", "/problems"];

    public static bool IsPage(HttpContext http) => !Array.Exists(Programs, path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));

    public static void UsePageFailures(this IApplicationBuilder app) =>
        app.UseWhen(IsPage, pages => pages.UseExceptionHandler(handler => handler.Run(ShowAsync)));

    private static Task ShowAsync(HttpContext http)
    {
        var view = Of(http.Features.Get<IExceptionHandlerFeature>()?.Error);
        SecurityHeaders.Write(http.Response);
        return PageResults.Page<TroublePage>(http.RequestServices.GetRequiredService<FrameReader>().Of(http), view.Title, view, view.Status).ExecuteAsync(http);
    }

    private static TroubleView Of(Exception? failure) => failure switch
    {
        NpgsqlException or TimeoutException => TroubleView.NoDatabase,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or InvalidDataException => TroubleView.TooLarge,
        BadHttpRequestException => TroubleView.Unreadable,
        _ => TroubleView.Broken,
    };
}
