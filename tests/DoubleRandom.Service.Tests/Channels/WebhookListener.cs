using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DoubleRandom.Service.Tests.Channels;

/// <summary>A real web server on loopback that keeps what is posted and answers as told.</summary>
internal sealed class WebhookListener : IAsyncDisposable
{
    private WebhookListener(WebApplication app) => _app = app;

    public record Post(string PathAndQuery, IReadOnlyDictionary<string, string> Headers, byte[] Body);

    public string Url => _app.Urls.First();

    public ConcurrentQueue<Post> Posts { get; } = new();

    public static async Task<WebhookListener> StartAsync(Func<HttpContext, Task> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        WebhookListener listener = new(app);
        app.Run(async context =>
        {
            using MemoryStream body = new();
            await context.Request.Body.CopyToAsync(body);
            listener.Posts.Enqueue(new($"{context.Request.Path}{context.Request.QueryString}", context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray()));
            await answer(context);
        });
        await app.StartAsync();
        return listener;
    }

    public static Task<WebhookListener> StartAsync(int status, string body = "", params (string Name, string Value)[] headers) => StartAsync(context =>
    {
        context.Response.StatusCode = status;
        foreach ((string name, string value) in headers)
            context.Response.Headers[name] = value;
        return context.Response.WriteAsync(body);
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private readonly WebApplication _app;
}
