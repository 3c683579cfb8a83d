using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace DoubleRandom.Service.Channels.Smtp;

/// <summary>Sends notices as mail.</summary>
/// <remarks>
/// The protocol is spoken here and not by <c>System.Net.Mail.SmtpClient</c>, whose time limit does not hold for asynchronous sending, which has no
/// TLS from the first byte, takes its trust in certificates from one process-wide callback, and hides at which command the server said no,
/// so that a wrong password could not be told from a wrong recipient.
/// </remarks>
/// <exception cref="ArgumentException">The sender in the options is not a mail address.</exception>
public sealed class SmtpChannel(SmtpOptions options) : IChannel
{
    /// <inheritdoc/>
    public string Name => "smtp";

    private readonly string _from = MailAddressText.ToWire(options.From)
        ?? throw new ArgumentException($"邮件设置中的发件地址“{options.From}”无效 / the sender “{options.From}” in the mail settings is not a mail address", nameof(options));

    /// <inheritdoc/>
    /// <remarks>
    /// When the line breaks between the last byte of the message and the server's answer, nobody can know whether the server has it: the outcome is
    /// <see cref="DeliveryOutcome.RetryLater"/>, and the second copy carries the same Message-ID, by which mail systems drop repeats.
    /// </remarks>
    public async Task<DeliveryOutcome> DeliverAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (MailAddressText.ToWire(message.Address) is not { } recipient)
            return DeliveryOutcome.Never($"“{message.Address}”不是有效的邮箱地址；请在通讯录中更正", $"“{message.Address}” is not a mail address; correct it in the directory");
        if (WouldExposePassword)
            return DeliveryOutcome.Retry("邮件设置要求在未加密的连接上登录；请启用 STARTTLS 或 TLS", "the mail settings ask to sign in over an unprotected line; turn on STARTTLS or TLS");

        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Timeout);
        return await AttemptAsync(MailText.Compose(message, recipient, options), recipient, limit.Token, cancellationToken);
    }

    private async Task<DeliveryOutcome> AttemptAsync(byte[] mail, string recipient, CancellationToken limit, CancellationToken caller)
    {
        SmtpStage stage = SmtpStage.Connecting;
        try
        {
            using TcpClient socket = new();
            await socket.ConnectAsync(options.Host, options.Port, limit);
            await using SmtpConversation talk = new(socket.GetStream());
            try
            {
                await SendAsync(talk, mail, recipient, limit);
            }
            finally
            {
                stage = talk.Stage;
            }

            return DeliveryOutcome.Done;
        }
        catch (SmtpReplyException refusal)
        {
            return refusal.Outcome;
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            return DeliveryOutcome.Retry($"邮件服务器 {Server} 在 {options.Timeout.TotalSeconds} 秒内没有应答（{stage}）", $"the mail server {Server} did not answer within {options.Timeout.TotalSeconds} s ({stage})");
        }
        catch (AuthenticationException failure)
        {
            return DeliveryOutcome.Retry($"邮件服务器 {Server} 的证书不可信：{failure.Message}；请安装其根证书", $"the certificate of the mail server {Server} is not trusted: {failure.Message}; install its root certificate");
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            return DeliveryOutcome.Retry($"与邮件服务器 {Server} 的连接失败（{stage}）：{failure.Message}", $"the connection to the mail server {Server} failed ({stage}): {failure.Message}");
        }
    }

    private async Task SendAsync(SmtpConversation talk, byte[] mail, string recipient, CancellationToken limit)
    {
        if (options.Security == SmtpSecurity.ImplicitTls)
            await talk.ProtectAsync(plain => ProtectAsync(plain, limit));
        await talk.ExpectAsync(SmtpStage.Greeting, 220, limit);
        SmtpReply offers = await HelloAsync(talk, limit);
        if (options.Security == SmtpSecurity.StartTls)
        {
            await talk.CommandAsync(SmtpStage.StartTls, "STARTTLS", 220, limit);
            await talk.ProtectAsync(plain => ProtectAsync(plain, limit));
            offers = await HelloAsync(talk, limit);
        }

        if (options.User is not null)
            await SignInAsync(talk, offers, limit);
        await talk.CommandAsync(SmtpStage.Sender, $"MAIL FROM:<{_from}>", 250, limit);
        await talk.CommandAsync(SmtpStage.Recipient, $"RCPT TO:<{recipient}>", 250, limit);
        await talk.CommandAsync(SmtpStage.Data, "DATA", 354, limit);
        await talk.SendAsync(mail, limit);
        await talk.ExpectAsync(SmtpStage.Message, 250, limit);
        await LeaveAsync(talk);
    }

    private Task<SmtpReply> HelloAsync(SmtpConversation talk, CancellationToken limit) =>
        talk.CommandAsync(SmtpStage.Hello, $"EHLO {options.MessageIdDomain}", 250, limit);

    private async Task SignInAsync(SmtpConversation talk, SmtpReply offers, CancellationToken limit)
    {
        string password = options.Password ?? "";
        if (offers.OffersSignIn("PLAIN"))
        {
            await talk.CommandAsync(SmtpStage.SignIn, $"AUTH PLAIN {Base64($"\0{options.User}\0{password}")}", 235, limit);
            return;
        }

        await talk.CommandAsync(SmtpStage.SignIn, "AUTH LOGIN", 334, limit);
        await talk.CommandAsync(SmtpStage.SignIn, Base64(options.User!), 334, limit);
        await talk.CommandAsync(SmtpStage.SignIn, Base64(password), 235, limit);
    }

    private async Task<Stream> ProtectAsync(Stream plain, CancellationToken limit)
    {
        SslStream tls = new(plain);
        SslClientAuthenticationOptions handshake = new() { TargetHost = options.Host };
        if (options.TrustedRoots is { } roots)
        {
            handshake.CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            handshake.CertificateChainPolicy.CustomTrustStore.AddRange(roots);
        }

        await tls.AuthenticateAsClientAsync(handshake, limit);
        return tls;
    }

    /// <summary>The server has the message; a farewell that fails changes nothing and is not waited for.</summary>
    private static async Task LeaveAsync(SmtpConversation talk)
    {
        using CancellationTokenSource brief = new(TimeSpan.FromSeconds(1));
        try
        {
            await talk.SendAsync("QUIT\r\n"u8.ToArray(), brief.Token);
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException)
        {
            // Already delivered.
        }
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private string Server => $"{options.Host}:{options.Port}";

    private bool WouldExposePassword => options.User is not null && options.Security == SmtpSecurity.None && !IsThisMachine(options.Host);

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));
}
