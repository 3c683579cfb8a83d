using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DoubleRandom.Service.Text;

namespace DoubleRandom.Service.Channels.Webhooks;

/// <summary>Turns a message into the request its listener expects. Pure: the time is an argument.</summary>
internal static class WebhookPayload
{
    /// <summary>The request for an address, signed when there is a secret.</summary>
    public static HttpRequestMessage Request(OutgoingMessage message, WebhookAddress address, string? secret, DateTimeOffset now) => address.Kind switch
    {
        WebhookKind.WeCom => Post(address.Uri, WeComBody(message)),
        WebhookKind.DingTalk => Post(secret is null ? address.Uri : DingTalkSigned(address.Uri, secret, now), DingTalkBody(message)),
        _ => Generic(message, address.Uri, secret, now),
    };

    private static HttpRequestMessage Generic(OutgoingMessage message, Uri uri, string? secret, DateTimeOffset now)
    {
        byte[] body = Json(new { key = message.Key, createdAt = message.CreatedAt, language = message.Language, subject = message.Subject, text = message.Body, data = message.Data });
        string timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        HttpRequestMessage request = Post(uri, body);
        request.Headers.Add("Idempotency-Key", HeaderText(message.Key));
        request.Headers.Add("X-DoubleRandom-Timestamp", timestamp);
        if (secret is not null)
            request.Headers.Add("X-DoubleRandom-Signature", $"sha256={Sign(secret, timestamp, body)}");
        return request;
    }

    /// <summary>The timestamp is under the signature, so that a recorded post cannot be replayed later.</summary>
    private static string Sign(string secret, string timestamp, byte[] body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.ASCII.GetBytes(timestamp + "."), .. body]));

    private static byte[] WeComBody(OutgoingMessage message) =>
        Json(new { msgtype = "markdown", markdown = new { content = Utf8Cut.Shorten($"**{Tame(message.Subject)}**\n{Tame(message.Body)}", WeComBytes) } });

    private static byte[] DingTalkBody(OutgoingMessage message)
    {
        // DingTalk joins lines unless two spaces stand before the break.
        string text = $"#### {Tame(message.Subject)}\n\n{Tame(message.Body).Replace("\n", "  \n", StringComparison.Ordinal)}";
        return Json(new { msgtype = "markdown", markdown = new { title = Utf8Cut.Shorten(message.Subject, DingTalkTitleBytes), text = Utf8Cut.Shorten(text, DingTalkBytes) } });
    }

    private static Uri DingTalkSigned(Uri uri, string secret, DateTimeOffset now)
    {
        string timestamp = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        byte[] sign = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}\n{secret}"));
        string separator = uri.Query.Length > 1 ? "&" : "?";
        return new Uri($"{uri.GetLeftPart(UriPartial.Query).TrimEnd('?')}{separator}timestamp={timestamp}&sign={Uri.EscapeDataString(Convert.ToBase64String(sign))}");
    }

    /// <summary>
    /// Reasons and notes are written by people: what they write must not become a mention of everybody, a hidden link or a picture in the group.
    /// </summary>
    private static string Tame(string text) =>
        text.Replace('<', '＜').Replace("](", "] (", StringComparison.Ordinal).ReplaceLineEndings("\n");

    private static string HeaderText(string key) => key.All(c => c is > ' ' and <= '~') ? key : Uri.EscapeDataString(key);

    private static HttpRequestMessage Post(Uri uri, byte[] body) => new(HttpMethod.Post, uri)
    {
        Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } },
    };

    private static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Readable);

    // The receivers are programs, not HTML pages: Chinese stays Chinese in their logs.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int WeComBytes = 4096;
    private const int DingTalkBytes = 18_000;
    private const int DingTalkTitleBytes = 200;
}
