using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DoubleRandom.Web.Api;

/// <summary>How the API writes and reads JSON: camelCase, ISO dates, Chinese as Chinese.</summary>
internal static class ApiJson
{
    /// <summary>The deepest nesting that is read.</summary>
    public const int MostLevels = 32;

    public static JsonSerializerOptions Options { get; } = Create();

    public static void Apply(JsonSerializerOptions options)
    {
        // What is sent is application/json and never part of a page, so only JSON's own characters need escaping.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.MaxDepth = MostLevels;
        options.AllowDuplicateProperties = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(options);
        return options;
    }
}
