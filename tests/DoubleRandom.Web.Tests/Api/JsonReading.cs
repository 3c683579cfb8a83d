using System.Text.Json;

namespace DoubleRandom.Web.Tests.Api;

/// <summary>Short words for looking into answers.</summary>
internal static class JsonReading
{
    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;

    public static long Number(this JsonElement json, string name) => json.GetProperty(name).GetInt64();

    public static IReadOnlyList<JsonElement> List(this JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray()];

    /// <summary>The codes of a problem's errors.</summary>
    public static IReadOnlyList<string> Codes(this JsonElement problem) => [.. problem.List("errors").Select(error => error.Text("code"))];
}
