using DoubleRandom.Web.Api;
using DoubleRandom.Web.Pages.Frames;
using DoubleRandom.Web.Pages.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DoubleRandom.Web.Pages.Safety;

/// <summary>What a reader sees when a page cannot be made: in both languages, with what to do. Programs have their own answer.</summary>
internal static class PageFailures
{
    public static void UsePageFailures(this IApplicationBuilder app) => app.UseWhen(
        http => !ApiPaths.Include(http.Request.Path),
        pages =>
        {
            pages.UseExceptionHandler(handler => handler.Run(http => ShowAsync(http, Of(http.Features.Get<IExceptionHandlerFeature>()?.Error))));
            // An address that nobody maps, or a method that it does not take: an answer without content.
            pages.UseStatusCodePages(context => ShowAsync(context.HttpContext, context.HttpContext.Response.StatusCode is 400 ? TroubleView.Unreadable : TroubleView.Missing));
        });

    private static Task ShowAsync(HttpContext http, TroubleView view)
    {
        SecurityHeaders.Write(http.Response);
        return PageResults.Trouble(http.RequestServices.GetRequiredService<FrameReader>().Of(http), view).ExecuteAsync(http);
    }

    private static TroubleView Of(Exception? failure) => failure switch
    {
        NpgsqlException or TimeoutException => TroubleView.NoDatabase,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or InvalidDataException => TroubleView.TooLarge,
        BadHttpRequestException => TroubleView.Unreadable,
        _ => TroubleView.Broken,
    };
}
