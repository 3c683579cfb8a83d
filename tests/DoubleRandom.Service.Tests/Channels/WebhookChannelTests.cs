using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DoubleRandom.Service.Channels;
using DoubleRandom.Service.Channels.Webhooks;
using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Service.Tests.Channels;

public sealed class WebhookChannelTests : IDisposable
{
    [Fact]
    public async Task Deliver_PostsJsonTheReceiverCanVerify_WhenAddressIsGeneric()
    {
        await using WebhookListener listener = await WebhookListener.StartAsync(204);
        OutgoingMessage message = Messages.To(listener.Url + "/hook?x=1");

        Assert.IsType<DeliveryOutcome.Delivered>(await Channel(listener, "密钥").DeliverAsync(message, default));

        WebhookListener.Post post = Assert.Single(listener.Posts);
        Assert.Equal("/hook?x=1", post.PathAndQuery);
        Assert.Equal(message.Key, post.Headers["Idempotency-Key"]);
        Assert.Equal("application/json; charset=utf-8", post.Headers["Content-Type"]);
        long sentAt = long.Parse(post.Headers["X-DoubleRandom-Timestamp"], CultureInfo.InvariantCulture);
        Assert.InRange(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - sentAt, 0, 60);
        using HMACSHA256 hmac = new(Encoding.UTF8.GetBytes("密钥"));
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{sentAt}."), .. post.Body];
        Assert.Equal("sha256=" + Convert.ToHexString(hmac.ComputeHash(signed)).ToLowerInvariant(), post.Headers["X-DoubleRandom-Signature"]);
        JsonElement body = JsonSerializer.Deserialize<JsonElement>(post.Body);
        Assert.Equal(message.Key, body.GetProperty("key").GetString());
        Assert.Equal(message.Subject, body.GetProperty("subject").GetString());
        Assert.Equal(message.Body, body.GetProperty("text").GetString());
        Assert.Equal("2026-03-31", body.GetProperty("data").GetProperty("dueOn").GetString());
    }

    [Fact]
    public async Task Deliver_LeavesSignatureOut_WhenThereIsNoSecret()
    {
        await using WebhookListener listener = await WebhookListener.StartAsync(200);

        Assert.IsType<DeliveryOutcome.Delivered>(await Channel(listener).DeliverAsync(Messages.To(listener.Url), default));

        Assert.False(Assert.Single(listener.Posts).Headers.ContainsKey("X-DoubleRandom-Signature"));
    }

    [Fact]
    public async Task Deliver_PostsMarkdownWithin4096Bytes_WhenAddressIsWeCom()
    {
        await using WebhookListener listener = await WebhookListener.StartAsync(200, """{"errcode":0,"errmsg":"ok"}""");
        OutgoingMessage message = Messages.To($"wecom+{listener.Url}/cgi-bin/webhook/send?key=k", "标题", "<@all>😀" + new string('垣', 3000));

        Assert.IsType<DeliveryOutcome.Delivered>(await Channel(listener).DeliverAsync(message, default));

        WebhookListener.Post post = Assert.Single(listener.Posts);
        JsonElement body = JsonSerializer.Deserialize<JsonElement>(post.Body);
        string content = body.GetProperty("markdown").GetProperty("content").GetString()!;
        Assert.Equal("/cgi-bin/webhook/send?key=k", post.PathAndQuery);
        Assert.Equal("markdown", body.GetProperty("msgtype").GetString());
        Assert.StartsWith("**标题**\n＜@all>😀垣", content, StringComparison.Ordinal);
        Assert.EndsWith("垣…", content, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(content), 4093, 4096);
    }

    [Fact]
    public async Task Deliver_SignsTheUrl_WhenAddressIsDingTalkWithSecret()
    {
        await using WebhookListener listener = await WebhookListener.StartAsync(200, """{"errcode":0,"errmsg":"ok"}""");

        Assert.IsType<DeliveryOutcome.Delivered>(await Channel(listener, "SEC000").DeliverAsync(Messages.To($"dingtalk+{listener.Url}/robot/send?access_token=t", "标题", "一\n二"), default));

        WebhookListener.Post post = Assert.Single(listener.Posts);
        Dictionary<string, string> query = post.PathAndQuery.Split('?')[1].Split('&').Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1]), StringComparer.Ordinal);
        using HMACSHA256 hmac = new(Encoding.UTF8.GetBytes("SEC000"));
        Assert.Equal("t", query["access_token"]);
        Assert.Equal(Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes(query["timestamp"] + "\nSEC000"))), query["sign"]);
        JsonElement markdown = JsonSerializer.Deserialize<JsonElement>(post.Body).GetProperty("markdown");
        Assert.Equal("标题", markdown.GetProperty("title").GetString());
        Assert.Equal("#### 标题\n\n一  \n二", markdown.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("wecom", """{"errcode":93000,"errmsg":"invalid webhook url"}""", typeof(DeliveryOutcome.Refused))]
    [InlineData("wecom", """{"errcode":45009,"errmsg":"api freq out of limit"}""", typeof(DeliveryOutcome.RetryLater))]
    [InlineData("wecom", """{"errcode":-1,"errmsg":"system busy"}""", typeof(DeliveryOutcome.RetryLater))]
    [InlineData("dingtalk", """{"errcode":310000,"errmsg":"sign not match"}""", typeof(DeliveryOutcome.Refused))]
    [InlineData("dingtalk", """{"errcode":130101,"errmsg":"send too fast"}""", typeof(DeliveryOutcome.RetryLater))]
    [InlineData("dingtalk", "<html>portal login</html>", typeof(DeliveryOutcome.RetryLater))]
    [InlineData("dingtalk", "[]", typeof(DeliveryOutcome.RetryLater))]
    [InlineData("dingtalk", "", typeof(DeliveryOutcome.RetryLater))]
    public async Task Deliver_ReadsTheBody_WhenRobotAnswers200(string kind, string answer, Type expected)
    {
        await using WebhookListener listener = await WebhookListener.StartAsync(200, answer);

        Assert.IsType(expected, await Channel(listener).DeliverAsync(Messages.To($"{kind}+{listener.Url}/robot"), default));
    }

    [Theory]
    [InlineData(200, typeof(DeliveryOutcome.Delivered))]
    [InlineData(302, typeof(DeliveryOutcome.Refused))]
    [InlineData(404, typeof(DeliveryOutcome.Refused))]
    [InlineData(410, typeof(DeliveryOutcome.Refused))]
    [InlineData(408, typeof(DeliveryOutcome.RetryLater))]
    [InlineData(429, typeof(DeliveryOutcome.RetryLater))]
    [InlineData(500, typeof(DeliveryOutcome.RetryLater))]
    [InlineData(503, typeof(DeliveryOutcome.RetryLater))]
    public async Task Deliver_JudgesByStatus_WhenListenerAnswers(int status, Type expected)
    {
        await using WebhookListener listener = await WebhookListener.StartAsync(status, "because", ("Location", "/elsewhere"), ("Retry-After", "120"));

        DeliveryOutcome outcome = await Channel(listener).DeliverAsync(Messages.To(listener.Url), default);

        Assert.IsType(expected, outcome);
        Assert.Single(listener.Posts);
        if (outcome is DeliveryOutcome.RetryLater retry)
            Assert.Equal(TimeSpan.FromSeconds(120), retry.NotBefore);
    }

    [Fact]
    public async Task Deliver_WaitsWithinItsTime_WhenListenerNeverAnswers()
    {
        await using WebhookListener listener = await WebhookListener.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        Stopwatch watch = Stopwatch.StartNew();

        Assert.IsType<DeliveryOutcome.RetryLater>(await Channel(listener, timeoutSeconds: 1).DeliverAsync(Messages.To(listener.Url), default));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Deliver_WaitsWithinItsTime_WhenListenerDripsItsAnswerForEver()
    {
        await using WebhookListener listener = await WebhookListener.StartAsync(async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(".", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(50, context.RequestAborted);
            }
        });

        Assert.IsType<DeliveryOutcome.RetryLater>(await Channel(listener, timeoutSeconds: 1).DeliverAsync(Messages.To(listener.Url), default));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [InlineData(false, "this is not HTTP")]
    public async Task Deliver_Waits_WhenLineBreaksOrTalksNonsense(bool hangs, params string[] lines)
    {
        await using BadListener listener = new(hangs, lines);
        WebhookChannel channel = new(_client, new() { Timeout = TimeSpan.FromSeconds(1) }, TimeProvider.System);

        Assert.IsType<DeliveryOutcome.RetryLater>(await channel.DeliverAsync(Messages.To($"http://127.0.0.1:{listener.Port}/"), default));
    }

    [Fact]
    public async Task Deliver_Waits_WhenNobodyListens()
    {
        WebhookChannel channel = new(_client, new(), TimeProvider.System);

        Assert.IsType<DeliveryOutcome.RetryLater>(await channel.DeliverAsync(Messages.To($"http://127.0.0.1:{BadListener.ClosedPort()}/"), default));
    }

    [Theory]
    [InlineData("http://oa.county.test/hook")]
    [InlineData("wecom+http://oa.county.test/hook")]
    [InlineData("ftp://127.0.0.1/hook")]
    [InlineData("file:///etc/passwd")]
    [InlineData("slack+https://127.0.0.1/hook")]
    [InlineData("https://user:password@127.0.0.1/")]
    [InlineData("/hook")]
    [InlineData("")]
    public async Task Deliver_RefusesWithoutAsking_WhenAddressIsNoneOrUnprotected(string address)
    {
        WebhookChannel channel = new(_client, new() { Timeout = TimeSpan.FromMilliseconds(1) }, TimeProvider.System);

        Assert.IsType<DeliveryOutcome.Refused>(await channel.DeliverAsync(Messages.To(address), default));
    }

    public void Dispose() => _client.Dispose();

    private WebhookChannel Channel(WebhookListener listener, string? secret = null, int timeoutSeconds = 10)
    {
        Dictionary<string, string> secrets = new(StringComparer.Ordinal);
        if (secret is not null)
            secrets[new Uri(listener.Url).Authority] = secret;
        return new(_client, new() { Timeout = TimeSpan.FromSeconds(timeoutSeconds), Secrets = secrets }, TimeProvider.System);
    }

    private readonly HttpClient _client = new(WebhookChannel.CreateHandler());
}
