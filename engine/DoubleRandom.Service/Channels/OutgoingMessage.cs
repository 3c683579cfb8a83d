namespace DoubleRandom.Service.Channels;

/// <summary>One notice for one recipient, rendered and ready to leave.</summary>
/// <param name="Key">
/// The natural key of notice and recipient, the same at every attempt. It becomes the mail's Message-ID and the webhook's Idempotency-Key.
/// </param>
/// <param name="Address">Where to: a mail address, or a webhook address as <see cref="Webhooks.WebhookAddress"/> reads it.</param>
/// <param name="Subject">One line of plain text.</param>
/// <param name="Body">Plain text with LF line ends.</param>
/// <param name="Language">The language of subject and body, <c>zh</c> or <c>en</c>.</param>
/// <param name="CreatedAt">When the notice was written to the outbox (UTC); the mail's Date.</param>
/// <param name="Data">The variables of the notice for machines that read generic webhooks; mail and robots leave them out.</param>
public sealed record OutgoingMessage(
    string Key,
    string Address,
    string Subject,
    string Body,
    string Language,
    DateTimeOffset CreatedAt,
    IReadOnlyDictionary<string, string> Data);
