using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Playwright;

namespace DoubleRandom.Web.Tests.Pages;

/// <summary>One tab of a real browser, which remembers what it asked for and what it complained of.</summary>
public sealed class Visit : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string _root;

    public Visit(IPage page, string root)
    {
        (Page, _root) = (page, root);
        page.Request += (_, request) => Requests.Add(request.Url);
        page.Console += (_, message) => Note(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, error) => Note(true, error);
    }

    public IPage Page { get; }

    public ConcurrentBag<string> Requests { get; } = [];

    public ConcurrentBag<string> Complaints { get; } = [];

    /// <summary>What it complained of, line by line, without its note that a refused form was answered with 422.</summary>
    public string Unexpected => string.Join('\n', Complaints.Where(text => !text.Contains("status of 422", StringComparison.Ordinal)));

    public int Status { get; private set; }

    public async Task GoAsync(string path) => Status = (await Page.GotoAsync(_root + path))!.Status;

    public Task<string> TextAsync(string selector) => Page.Locator(selector).First.InnerTextAsync();

    /// <summary>Presses a button that sends a form, and waits for the page that answers to be there: its response comes before it takes the place of the old one.</summary>
    public async Task SendAsync(string button)
    {
        await Page.EvaluateAsync("() => { window.isBefore = true; }");
        var answer = await Page.RunAndWaitForResponseAsync(() => Page.Locator(button).ClickAsync(), response => response.Request.IsNavigationRequest && response.Status != 303);
        for (var since = Stopwatch.GetTimestamp(); !await HasArrivedAsync(); await Task.Delay(20))
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, $"{button} was answered, but no new page came.");
        Status = answer.Status;
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    /// <summary>The new page is asked itself: events of loading may come between looking and waiting for them.</summary>
    private async Task<bool> HasArrivedAsync()
    {
        try
        {
            return await Page.EvaluateAsync<bool>("() => !window.isBefore && document.readyState === 'complete'");
        }
        catch (PlaywrightException)
        {
            return false; // The old page went away while it was asked.
        }
    }

    private void Note(bool isComplaint, string text)
    {
        if (isComplaint)
            Complaints.Add(text);
    }
}
