namespace DoubleRandom.Service.Channels.Smtp;

/// <summary>How the connection to the mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>Not at all: for a relay on this machine or in the same closed room.</summary>
    None,

    /// <summary>Plain greeting, then TLS by the STARTTLS command (RFC 3207).</summary>
    StartTls,

    /// <summary>TLS from the first byte (RFC 8314), which many Chinese mail services offer on port 465 only.</summary>
    ImplicitTls,
}
