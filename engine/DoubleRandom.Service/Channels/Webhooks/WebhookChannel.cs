using System.Net;
using System.Text;
using DoubleRandom.Core;

namespace DoubleRandom.Service.Channels.Webhooks;

/// <summary>
/// Posts notices to webhooks: signed JSON to a county's own system, or a message to a WeCom or DingTalk group robot. The receiver of the
/// JSON checks <c>X-DoubleRandom-Signature: sha256=…</c>, the hexadecimal HMAC-SHA256 of <c>{X-DoubleRandom-Timestamp}.{body}</c> under the shared
/// secret, and drops repeats by <c>Idempotency-Key</c>.
/// </summary>
/// <param name="client">Should come from <see cref="CreateHandler"/>; kept by the caller.</param>
/// <param name="options">How to post.</param>
/// <param name="time">Gives the timestamp of signatures.</param>
public sealed class WebhookChannel(HttpClient client, WebhookOptions options, TimeProvider time) : IChannel
{
    /// <summary>
    /// A handler that follows no redirect (a redirected post would lose its body, or be led to a place nobody approved), keeps no cookies and
    /// renews connections, so that a moved host name is noticed.
    /// </summary>
    public static SocketsHttpHandler CreateHandler() =>
        new() { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };

    /// <inheritdoc/>
    public string Name => "webhook";

    /// <inheritdoc/>
    public async Task<DeliveryOutcome> DeliverAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (!WebhookAddress.TryParse(message.Address, out WebhookAddress? address, out Bilingual? fault))
            return new DeliveryOutcome.Refused(fault);
        if (address.IsExposed && !options.AllowPlainHttp)
            return DeliveryOutcome.Never($"Webhook {address.Uri.Authority} 未使用 https；请改用 https，或在设置中允许内网 http", $"the webhook {address.Uri.Authority} does not use https; use https, or allow plain http in the settings");

        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Timeout);
        return await AttemptAsync(message, address, limit.Token, cancellationToken);
    }

    private async Task<DeliveryOutcome> AttemptAsync(OutgoingMessage message, WebhookAddress address, CancellationToken limit, CancellationToken caller)
    {
        string host = address.Uri.Authority;
        try
        {
            using HttpRequestMessage request = WebhookPayload.Request(message, address, options.SecretFor(address), time.GetUtcNow());
            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit);
            string body = await ReadBeginningAsync(response, limit);
            if (!response.IsSuccessStatusCode)
                return Unsuccessful(response, host, body);
            return address.Kind == WebhookKind.Generic ? DeliveryOutcome.Done : RobotAnswer.Read(body);
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            return DeliveryOutcome.Retry($"Webhook {host} 在 {options.Timeout.TotalSeconds} 秒内没有应答", $"the webhook {host} did not answer within {options.Timeout.TotalSeconds} s");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return DeliveryOutcome.Retry($"与 Webhook {host} 的连接失败：{failure.Message}", $"the connection to the webhook {host} failed: {failure.Message}");
        }
    }

    private DeliveryOutcome Unsuccessful(HttpResponseMessage response, string host, string body)
    {
        int status = (int)response.StatusCode;
        if (status >= 500 || response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || status == 425)
            return DeliveryOutcome.Retry($"Webhook {host} 暂不接收（{status}）：{body}", $"the webhook {host} does not take it now ({status}): {body}", Wish(response));
        return DeliveryOutcome.Never($"Webhook {host} 拒收（{status}）：{body}；请核对地址与密钥", $"the webhook {host} refused ({status}): {body}; check its address and secret");
    }

    private TimeSpan? Wish(HttpResponseMessage response)
    {
        TimeSpan? wish = response.Headers.RetryAfter?.Delta ?? response.Headers.RetryAfter?.Date - time.GetUtcNow();
        return wish > TimeSpan.Zero ? wish : null;
    }

    /// <summary>Answers are read for their reason only; a listener that pours out data for ever is cut off.</summary>
    private static async Task<string> ReadBeginningAsync(HttpResponseMessage response, CancellationToken limit)
    {
        byte[] beginning = new byte[LongestAnswer];
        await using Stream stream = await response.Content.ReadAsStreamAsync(limit);
        int read = await stream.ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, limit);
        return Encoding.UTF8.GetString(beginning, 0, read);
    }

    private const int LongestAnswer = 2048;
}
