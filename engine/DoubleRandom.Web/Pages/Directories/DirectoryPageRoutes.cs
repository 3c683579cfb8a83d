using DoubleRandom.Core;
using DoubleRandom.Web.Pages.Frames;
using DoubleRandom.Web.Pages.Shared;
using DoubleRandom.Web.Pages.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Pages.Directories;

/// <summary>The addresses of the directories of inspection.</summary>
internal static class DirectoryPageRoutes
{
    public static void MapDirectories(this RouteGroupBuilder pages)
    {
        pages.MapGet("/directories", async (HttpContext http, FrameReader frames, DirectoryPageReader reader, CancellationToken cancel) =>
            PageResults.Page<DirectoryListPage>(frames.Of(http), DirectoryWords.Directories, await reader.ListAsync(cancel)));
        pages.MapGet("/directories/{folder}/{directory}", PageAsync);
        pages.MapGet("/directories/{folder}/{directory}/{code}", RowAsync);
    }

    private static async Task<RazorComponentResult> PageAsync(
        string folder, string directory, HttpContext http, FrameReader frames, DirectoryPageReader reader, CancellationToken cancel)
    {
        var query = http.Request.Query;
        var search = new DirectorySearch(Written("q"), Written("area"), Written("industry"), Written("class"), Written("unit"), Written("after"));
        return await reader.PageAsync(folder, directory, search, cancel) is { } view
            ? PageResults.Page<DirectoryPage>(frames.Of(http), Named(view.Sheet.Name, view.Pack.Jurisdiction.Name), view)
            : Missing(frames.Of(http));

        string? Written(string name) => query[name].ToString().Trim() is { Length: > 0 and <= 100 } text && !text.Any(char.IsControl) ? text : null;
    }

    private static async Task<RazorComponentResult> RowAsync(string folder, string directory, string code, HttpContext http, FrameReader frames, DirectoryPageReader reader, CancellationToken cancel) =>
        await reader.RowAsync(folder, directory, code, cancel) is { } view
            ? PageResults.Page<RowPage>(frames.Of(http), Named(new(view.Newest.Name, view.Newest.Name), view.Sheet.Name), view)
            : Missing(frames.Of(http));

    private static RazorComponentResult Missing(Frame frame) => PageResults.Trouble(frame, TroubleView.Missing);

    private static Bilingual Named(Bilingual what, Bilingual where) => new($"{what.Zh} · {where.Zh}", $"{what.En} · {where.En}");
}
