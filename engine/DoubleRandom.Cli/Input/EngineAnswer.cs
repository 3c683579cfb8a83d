using System.Net;
using System.Text.Json;

namespace DoubleRandom.Cli.Input;

/// <summary>What a running server answered.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Text">The answer as it came.</param>
/// <param name="Json">The answer when it is JSON; undefined otherwise.</param>
internal sealed record EngineAnswer(HttpStatusCode Status, string Text, JsonElement Json)
{
    public bool IsDone => (int)Status is >= 200 and < 300;

    /// <exception cref="JsonException">It says that it is JSON and is not.</exception>
    public static EngineAnswer Of(HttpResponseMessage response, string text)
    {
        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        var isJson = type.EndsWith("json", StringComparison.Ordinal);
        return isJson || (int)response.StatusCode < 400 ? new(response.StatusCode, text, isJson ? JsonElement.Parse(text) : default) : throw new JsonException($"{(int)response.StatusCode} {type}");
    }

    /// <summary>The answer as one of the server's own records.</summary>
    public T As<T>() => Json.Deserialize<T>(JsonSerializerOptions.Web) ?? throw new JsonException("The answer is null.");
}
