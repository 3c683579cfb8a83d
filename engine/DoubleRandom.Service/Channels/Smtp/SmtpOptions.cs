using System.Security.Cryptography.X509Certificates;

namespace DoubleRandom.Service.Channels.Smtp;

/// <summary>How to reach the mail server through which notices leave.</summary>
public sealed record SmtpOptions
{
    /// <summary>Name or address of the mail server; its certificate must carry this name.</summary>
    public required string Host { get; init; }

    /// <summary>TCP port: 587 for submission with STARTTLS (the default), 465 for TLS from the first byte, 25 for a relay in the machine room.</summary>
    public int Port { get; init; } = 587;

    /// <summary>How the line is protected; a server that does not offer it is not used, so that nobody on the way can strip it.</summary>
    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    /// <summary>The account to sign in with, or null for a relay that knows this machine.</summary>
    public string? User { get; init; }

    /// <summary>The password of <see cref="User"/>. Never sent over an unprotected line, except to this machine itself.</summary>
    public string? Password { get; init; }

    /// <summary>The sender's mail address.</summary>
    public required string From { get; init; }

    /// <summary>The name shown beside the sender's address, such as 某县“双随机、一公开”联席会议办公室.</summary>
    public string? FromName { get; init; }

    /// <summary>The domain after the @ of every Message-ID, also used to greet the server. Keep it: changing it makes repeats look new.</summary>
    public required string MessageIdDomain { get; init; }

    /// <summary>The time one whole attempt may take, from connecting to the server's last answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The county's own certificate authorities, trusted in place of the machine's when given; null for the machine's.</summary>
    public X509Certificate2Collection? TrustedRoots { get; init; }
}
