using DoubleRandom.Core;

namespace DoubleRandom.Cli.Output;

/// <summary>How an instance stands, for people.</summary>
internal static class StatusWords
{
    public static Bilingual Of(string status) => status switch
    {
        "running" => new("办理中", "running"),
        "ended" => new("已结束", "ended"),
        "cancelled" => new("已取消", "cancelled"),
        _ => new(status, status),
    };
}
