namespace DoubleRandom.Service.Channels.Webhooks;

/// <summary>Who listens at a webhook address, and so what is posted there.</summary>
public enum WebhookKind
{
    /// <summary>A county's own system: the project's signed JSON.</summary>
    Generic,

    /// <summary>A group robot of WeCom 企业微信.</summary>
    WeCom,

    /// <summary>A group robot of DingTalk 钉钉.</summary>
    DingTalk,
}
