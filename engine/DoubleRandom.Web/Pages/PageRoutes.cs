using DoubleRandom.Web.Pages.Audit;
using DoubleRandom.Web.Pages.Deadlines;
using DoubleRandom.Web.Pages.Directories;
using DoubleRandom.Web.Pages.Draws;
using DoubleRandom.Web.Pages.Events;
using DoubleRandom.Web.Pages.Frames;
using DoubleRandom.Web.Pages.Home;
using DoubleRandom.Web.Pages.Inspections;
using DoubleRandom.Web.Pages.Instances;
using DoubleRandom.Web.Pages.Notices;
using DoubleRandom.Web.Pages.Packs;
using DoubleRandom.Web.Pages.Publication;
using DoubleRandom.Web.Pages.Safety;
using DoubleRandom.Web.Pages.Shared;
using DoubleRandom.Web.Pages.Statements;
using DoubleRandom.Web.Pages.Tasks;
using DoubleRandom.Web.Pages.Wording;
using DoubleRandom.Web.Pages.Workflows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;

namespace DoubleRandom.Web.Pages;

/// <summary>The pages of staff and of the public: their services and their addresses.</summary>
public static class PageRoutes
{
    /// <summary>Adds what renders and gathers the pages.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        return services
            // Chinese stays readable in the source of a page, and a page half as long.
            .AddSingleton(System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All))
            .AddSingleton<FrameReader>()
            .AddSingleton<HomeReader>()
            .AddSingleton<DeadlineReader>()
            .AddSingleton<DeadlineActions>()
            .AddSingleton<NoticeReader>()
            .AddSingleton<CircularActions>()
            .AddSingleton<PackReader>()
            .AddSingleton<WorkflowPageReader>()
            .AddSingleton<StartActions>()
            .AddSingleton<InstanceReader>()
            .AddSingleton<InstanceActions>()
            .AddSingleton<TaskPageReader>()
            .AddSingleton<DirectoryPageReader>()
            .AddSingleton<DrawPageReader>()
            .AddSingleton<DrawPageActions>()
            .AddSingleton<EventPageReader>()
            .AddSingleton<StatementPageReader>()
            .AddSingleton<StatementPageActions>()
            .AddSingleton<PublicReader>()
            .AddSingleton<EventPageActions>();
    }

    /// <summary>Maps the pages, the files beside them, and what a reader sees when something goes wrong.</summary>
    public static void MapPages(this WebApplication app)
    {
        app.UsePageFailures();
        app.UseStaticFiles(Files());
        var pages = app.MapGroup("").AddEndpointFilter<RouteGroupBuilder, PageGate>().ExcludeFromDescription();
        MapHome(pages);
        pages.MapDeadlines();
        pages.MapNotices();
        pages.MapPacks();
        pages.MapWorkflows();
        pages.MapInstances();
        pages.MapInspections();
        pages.MapTasks();
        pages.MapEvents();
        pages.MapDirectories();
        pages.MapDraws();
        pages.MapStatements();
        pages.MapAudit();
        pages.MapPublic();
    }

    private static void MapHome(RouteGroupBuilder pages)
    {
        pages.MapGet("/", async (HttpContext http, FrameReader frames, HomeReader home, string? jurisdiction, string? unit, CancellationToken cancel) =>
        {
            var (frame, view) = (frames.Of(http), await home.ReadAsync(jurisdiction, unit, cancel));
            return http.Request.Headers.ContainsKey("HX-Request") ? PageResults.Fragment<HomeBoard>(frame, view) : PageResults.Page<HomePage>(frame, ShellWords.Home, view);
        });
        pages.MapGet("/clock", (HttpContext http, FrameReader frames) => PageResults.Fragment<VirtualBanner>(frames.Of(http), ""));
    }

    /// <summary>The libraries lie beside the program, wherever it is started from.</summary>
    private static StaticFileOptions Files() => new()
    {
        FileProvider = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot")),
        OnPrepareResponse = file =>
        {
            SecurityHeaders.Write(file.Context.Response);
            file.Context.Response.Headers.CacheControl = "public, max-age=300";
        },
    };
}
