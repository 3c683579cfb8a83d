using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Api.Requests;

/// <summary>Who acts. Until sign-in exists the request says so itself: <c>by</c> in the body, otherwise the header <c>Acting-Person</c> (UTF-8, percent-encoded).</summary>
internal static class ActingPerson
{
    public const string Header = "Acting-Person";

    private const int Longest = 100;

    /// <summary>The name; empty when nobody is named, so that the use case refuses in its own words.</summary>
    public static string Of(HttpRequest request, string? inBody)
    {
        var name = (inBody ?? Uri.UnescapeDataString(request.Headers[Header].ToString())).Trim();
        return name.Length <= Longest && !name.Any(char.IsControl) ? name : "";
    }
}
