using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Api.Requests;

/// <summary>Reads what is written in an address, in one way only.</summary>
internal static class Written
{
    public static DateOnly? Date(string? value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public static long? Number(string? value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The value of a parameter, already checked by <see cref="QueryCheck"/>; null when it is not there.</summary>
    public static string? Text(this HttpRequest request, string name) => request.Query.TryGetValue(name, out var values) ? values[0] : null;

    public static DateOnly? Date(this HttpRequest request, string name) => Date(request.Text(name));

    public static long? Number(this HttpRequest request, string name) => Number(request.Text(name));

    public static int Count(this HttpRequest request, string name, int usual) => (int)(request.Number(name) ?? usual);
}
