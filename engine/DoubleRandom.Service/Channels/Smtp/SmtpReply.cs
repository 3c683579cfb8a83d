namespace DoubleRandom.Service.Channels.Smtp;

/// <summary>One answer of a mail server: its three-digit code and its lines of text without the code.</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    /// <summary>True when the server's EHLO answer lists the extension.</summary>
    public bool Offers(string extension) =>
        Lines.Skip(1).Any(line => line.Split(' ')[0].Equals(extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>True when the server's EHLO answer lists this way of signing in.</summary>
    public bool OffersSignIn(string mechanism) =>
        Lines.Skip(1).Select(line => line.Split(' ', '=')).Any(words =>
            words[0].Equals("AUTH", StringComparison.OrdinalIgnoreCase) && words.Skip(1).Contains(mechanism, StringComparer.OrdinalIgnoreCase));

    public override string ToString() => $"{Code} {string.Join(' ', Lines)}";
}
