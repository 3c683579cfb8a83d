namespace DoubleRandom.Service.Channels.Smtp;

/// <summary>Where a conversation with a mail server stands; it decides whether a refusal is about the message or about the server.</summary>
internal enum SmtpStage
{
    Connecting,
    Greeting,
    Hello,
    StartTls,
    SignIn,
    Sender,
    Recipient,
    Data,
    Message,
}
