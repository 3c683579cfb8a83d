using DoubleRandom.Core;
using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Pages.Workflows;

/// <summary>
/// Remembers in the browser for whom somebody acted last, so that the next form begins with it. It only fills in two fields, which the reader sees and can change;
/// it gives nobody any right.
/// </summary>
internal static class ActingPlace
{
    private const string Cookie = "acting";

    /// <summary>Nobody is named.</summary>
    public static readonly Refusal NoPerson = new("person-missing", "by", new("没有写明经办人", "nobody is named who does this"), new("写明经办人", "name the person"));

    /// <summary>What is wrong when no unit was chosen; null when one was.</summary>
    public static Refusal? Against(string unit) => unit.Length > 0 ? null : new("acting-unit-missing", "",
        new("没有选择以哪个单位的名义办理", "it is not said on behalf of which unit"), new("从列表中选择单位", "choose the unit from the list"));

    /// <summary>The unit and the person of the last form in that jurisdiction; empty when there was none.</summary>
    public static (string Unit, string By) Of(HttpContext http, string folder) => http.Request.Cookies[Cookie]?.Split('|') is [var place, var unit, var by] && string.Equals(place, folder, StringComparison.Ordinal)
        ? (unit, Uri.UnescapeDataString(by))
        : ("", "");

    /// <summary>Remembers them until the browser is closed.</summary>
    public static void Remember(HttpContext http, string folder, string unit, string by) =>
        http.Response.Cookies.Append(Cookie, $"{folder}|{unit}|{Uri.EscapeDataString(by)}", new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true });
}
