using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Web.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Api.Requests;

/// <summary>A body that was read, or the problem that it is.</summary>
/// <param name="Value">The content; the default when it could not be read.</param>
/// <param name="Problem">Why not; null when it was read.</param>
internal sealed record JsonBody<T>(T? Value, ProblemResult? Problem);

/// <summary>Reads JSON bodies strictly: known keys, each once, no text that the database could not keep.</summary>
internal static class JsonBody
{
    /// <summary>The largest JSON body.</summary>
    public const long MostBytes = 1_048_576;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = ApiJson.MostLevels, AllowDuplicateProperties = false };

    public static async Task<JsonBody<T>> ReadAsync<T>(HttpRequest request, CancellationToken cancel)
        where T : class
    {
        if (!request.HasJsonContentType())
            return new(null, new(ProblemKind.Unsupported));
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancel);
        return Read<T>(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
    }

    /// <summary>Reads a JSON object from bytes.</summary>
    public static JsonBody<T> Read<T>(ReadOnlyMemory<byte> bytes)
        where T : class
    {
        if (bytes.IsEmpty)
            return Wrong<T>(Faults.BodyMissing);
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            var faults = FaultsOf<T>(document.RootElement).ToArray();
            return faults.Length > 0 ? Wrong<T>(faults) : new(document.Deserialize<T>(ApiJson.Options), null);
        }
        catch (JsonException failure)
        {
            return Wrong<T>(Faults.BodyUnreadable(failure.Path ?? "$", failure.Path is null ? failure.LineNumber : null));
        }
    }

    private static JsonBody<T> Wrong<T>(params IReadOnlyList<Refusal> faults) => new(default, new(ProblemKind.Invalid, faults));

    private static IEnumerable<Refusal> FaultsOf<T>(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return [Faults.BodyMissing];
        var known = ApiJson.Options.GetTypeInfo(typeof(T)).Properties.Select(property => property.Name).ToArray();
        return root.EnumerateObject()
            .Where(property => !known.Contains(property.Name, StringComparer.Ordinal))
            .Select(property => Faults.UnknownKey(property.Name, known))
            .Concat(BadText(root, "$").Select(Faults.WrongCharacters));
    }

    /// <summary>Where the document holds text that PostgreSQL's text and jsonb cannot keep: NUL, or half a surrogate pair.</summary>
    private static IEnumerable<string> BadText(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.String => IsKeepable(element) ? [] : [path],
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, i) => BadText(item, $"{path}[{i}]")),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
            property.Name.Contains('\0', StringComparison.Ordinal) ? [path] : BadText(property.Value, $"{path}.{property.Name}")),
        _ => [],
    };

    private static bool IsKeepable(JsonElement text)
    {
        try
        {
            return !text.GetString()!.Contains('\0', StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            // GetString says so of a lone surrogate.
            return false;
        }
    }
}
