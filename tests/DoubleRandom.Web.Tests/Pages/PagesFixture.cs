using DoubleRandom.Core.Planning;
using DoubleRandom.Service;
using DoubleRandom.Service.Events;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Packs;
using DoubleRandom.Tests.Shared;
using DoubleRandom.Web.Api;
using DoubleRandom.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace DoubleRandom.Web.Tests.Pages;

/// <summary>The pages on a real database and a port of their own, at a moment that stands still, and a real browser to look at them.</summary>
/// <remarks>The five packs were published on 2026-03-20; it is 2026-04-02, ten in the morning. Everything that was told until then was told.</remarks>
public class PagesFixture : IAsyncLifetime
{
    private readonly PostgresFixture _postgres = new();
    private WebApplication? _app;
    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _browser = new(LaunchAsync); // Whoever never visits needs none.

    public string Root { get; private set; } = "";

    public StoppedClock Clock { get; } = new(new(2026, 3, 20, 2, 0, 0, TimeSpan.Zero));

    public T Service<T>()
        where T : notnull => _app!.Services.GetRequiredService<T>();

    public PostgresFixture Postgres => _postgres;

    public async Task InitializeAsync()
    {
        await _postgres.InitializeAsync();
        _app = Build();
        await PrepareAsync();
        await _app.StartAsync();
        Root = _app.Urls.Single();
    }

    public async Task DisposeAsync()
    {
        if (_browser.IsValueCreated)
        {
            var (playwright, browser) = await _browser.Value;
            await browser.DisposeAsync();
            playwright.Dispose();
        }

        if (_app is not null)
            await _app.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    /// <summary>A visit with a browser that has no cookies yet.</summary>
    public async Task<Visit> VisitAsync(string path, bool script = true, int width = 1280)
    {
        var context = await (await _browser.Value).Browser.NewContextAsync(new() { JavaScriptEnabled = script, ViewportSize = new() { Width = width, Height = 900 } });
        var visit = new Visit(await context.NewPageAsync(), Root);
        await visit.GoAsync(path);
        return visit;
    }

    /// <summary>Takes the packs in, and lets happen what the tests find.</summary>
    protected virtual async Task PrepareAsync()
    {
        await Service<PackIntake>().TakeInAsync(PackFolder.Read(Repository.Root), default);
        await HappenAsync("445200-jieyang", new("result.produced", new(2026, 3, 10), "R-1", "agriculture"));
        foreach (var day in Enumerable.Range(0, 14))
        {
            Clock.Now = new DateTimeOffset(2026, 3, 20, 2, 0, 0, TimeSpan.Zero).AddDays(day);
            await Service<Sweep>().RunAsync(default);
        }
    }

    private async Task HappenAsync(string folder, PlanEvent happened) =>
        Assert.Empty((await Service<EventRecorder>().RecordAsync(folder, happened, "test", default)).Refusals);

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] }));
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddApi().AddPages().AddEngine(new EngineOptions(
            _postgres.Database, Repository.Root, Clock, new NoticeSettings("http://127.0.0.1", IsVirtual: true), new ChannelSet(new Dictionary<string, Service.Channels.IChannel>(StringComparer.Ordinal)),
            SweepOptions.Usual, TimeSpan.FromSeconds(1)));
        var app = builder.Build();
        app.MapApi();
        app.MapPages();
        return app;
    }
}

/// <summary>A clock that stands where it is put.</summary>
public sealed class StoppedClock(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>All page tests share one server and one browser.</summary>
[CollectionDefinition(Name)]
public sealed class PagesCollection : ICollectionFixture<PagesFixture>
{
    public const string Name = "pages";
}
