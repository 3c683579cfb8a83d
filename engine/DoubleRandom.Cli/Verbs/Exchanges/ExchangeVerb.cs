using DoubleRandom.Cli.Line;

namespace DoubleRandom.Cli.Verbs.Exchanges;

/// <summary>Files for the platforms above.</summary>
internal sealed class ExchangeVerb : Verb
{
    public const string Jurisdiction = "--jurisdiction";
    public const string Profile = "--profile";

    public ExchangeVerb()
        : base("exchange", new("与省级平台交换文件", "exchange files with the province's platform"))
    {
        Subcommands.Add(new ExchangeExportVerb());
        Subcommands.Add(new ExchangeReceiptVerb());
    }

    public static Setting JurisdictionOf() => new(Jurisdiction, "NAME", new("辖区", "jurisdiction"), needed: true);

    public static Setting ProfileOf() => new(Profile, "ID", new("交换方案：配置包 exchange.json 中的 id", "profile: an id of the pack's exchange.json"), needed: true);

    /// <summary>The address of the profile that the call names.</summary>
    public static string Address(Call call) => $"/api/v1/jurisdictions/{Uri.EscapeDataString(call.Needed(Jurisdiction))}/exchange/{Uri.EscapeDataString(call.Needed(Profile))}";
}
