namespace DoubleRandom.Service.Channels.Smtp;

/// <summary>The mail server answered with something other than a yes. Never leaves <see cref="SmtpChannel"/>.</summary>
internal sealed class SmtpReplyException(SmtpStage stage, SmtpReply reply) : Exception($"{stage}: {reply}")
{
    /// <summary>
    /// 4xx may pass; 5xx is for good when it speaks of this message (sender, recipient, content). A 5xx before that, or one that asks for
    /// a sign-in or for TLS (530, 534, 535, 538), speaks of the settings: once they are mended the very same message will go, so it waits.
    /// </summary>
    public DeliveryOutcome Outcome => reply.Code is >= 500 and < 600 && stage >= SmtpStage.Sender && reply.Code is not (530 or 534 or 535 or 538)
        ? DeliveryOutcome.Never($"邮件服务器拒收（{stage}）：{reply}；请核对收件地址", $"the mail server refused the message ({stage}): {reply}; check the recipient's address")
        : DeliveryOutcome.Retry($"邮件服务器暂不接收（{stage}）：{reply}；如持续出现请核对邮件设置", $"the mail server does not take it now ({stage}): {reply}; if this goes on, check the mail settings");
}
