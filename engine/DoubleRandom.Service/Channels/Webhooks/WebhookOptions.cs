namespace DoubleRandom.Service.Channels.Webhooks;

/// <summary>How webhooks are posted.</summary>
public sealed record WebhookOptions
{
    /// <summary>The time one attempt may take, from connecting to the last byte of the answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>True to allow plain http to other machines, for closed intranets without certificates; to this machine it is always allowed.</summary>
    public bool AllowPlainHttp { get; init; }

    /// <summary>
    /// Signing secrets by address as written in the directory, or by host (with its port, when the address names one) for all addresses there.
    /// Addresses without a secret are posted to unsigned.
    /// </summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The secret for an address, or null.</summary>
    internal string? SecretFor(WebhookAddress address) =>
        Secrets.TryGetValue(address.Written, out string? own) || Secrets.TryGetValue(address.Uri.Authority, out own) ? own : null;
}
