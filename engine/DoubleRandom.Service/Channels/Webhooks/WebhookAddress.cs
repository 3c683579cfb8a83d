using System.Diagnostics.CodeAnalysis;
using DoubleRandom.Core;

namespace DoubleRandom.Service.Channels.Webhooks;

/// <summary>
/// A webhook address as written in the directory: <c>https://…</c> for the project's signed JSON, <c>wecom+https://…</c> and
/// <c>dingtalk+https://…</c> for group robots; <c>http</c> in place of <c>https</c> is for this machine and, where allowed, the intranet.
/// </summary>
public sealed record WebhookAddress
{
    private WebhookAddress(WebhookKind kind, Uri uri, string written) => (Kind, Uri, Written) = (kind, uri, written);

    /// <summary>Who listens there.</summary>
    public WebhookKind Kind { get; }

    /// <summary>Where to post; http or https, without user name and password.</summary>
    public Uri Uri { get; }

    /// <summary>The address as the directory has it, under which its secret is looked up.</summary>
    public string Written { get; }

    /// <summary>True when the post would travel unprotected to another machine.</summary>
    public bool IsExposed => Uri.Scheme is "http" && !Uri.IsLoopback;

    /// <summary>Reads an address; when it is none, says why in both languages.</summary>
    public static bool TryParse(string written, [NotNullWhen(true)] out WebhookAddress? address, [NotNullWhen(false)] out Bilingual? fault)
    {
        address = null;
        fault = null;
        (WebhookKind kind, string rest) = Split(written);
        if (!Uri.TryCreate(rest, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
            fault = new("Webhook 地址须以 https://、wecom+https:// 或 dingtalk+https:// 开头", "a webhook address begins with https://, wecom+https:// or dingtalk+https://");
        else if (uri.UserInfo.Length > 0)
            fault = new("Webhook 地址不得含用户名或密码", "a webhook address must not carry a user name or password");
        else
            address = new(kind, uri, written);
        return fault is null;
    }

    private static (WebhookKind Kind, string Url) Split(string written)
    {
        if (written.StartsWith("wecom+", StringComparison.OrdinalIgnoreCase))
            return (WebhookKind.WeCom, written["wecom+".Length..]);
        if (written.StartsWith("dingtalk+", StringComparison.OrdinalIgnoreCase))
            return (WebhookKind.DingTalk, written["dingtalk+".Length..]);
        return (WebhookKind.Generic, written);
    }
}
