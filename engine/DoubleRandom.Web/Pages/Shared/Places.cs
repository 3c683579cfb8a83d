using DoubleRandom.Core.Planning;

namespace DoubleRandom.Web.Pages.Shared;

/// <summary>The addresses of things.</summary>
internal static class Places
{
    public static string Of(DeadlineKey key) => $"/deadlines/{key.Jurisdiction}/{key.Obligation}/{key.Unit}/{Uri.EscapeDataString(key.Period)}";

    public static string Notice(long id) => FormattableString.Invariant($"/notices/{id}");

    public static string Pack(string folder) => $"/packs/{folder}";

    public static string File(long id) => FormattableString.Invariant($"/attachments/{id}");
}
