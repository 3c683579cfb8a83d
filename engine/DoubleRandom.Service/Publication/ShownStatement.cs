using System.Text.Json;
using DoubleRandom.Core.Publication;
using DoubleRandom.Store.Publication;

namespace DoubleRandom.Service.Publication;

/// <summary>What a statement says, read for showing it.</summary>
/// <param name="Content">Its canonical JSON.</param>
public sealed record ShownStatement(JsonElement Content)
{
    /// <summary>Reads one.</summary>
    public static ShownStatement Of(string content) => new(JsonElement.Parse(content));

    /// <summary>Its title; null when it withholds.</summary>
    public string? Title => Text("title");

    /// <summary>Its body; null when it withholds or withdraws.</summary>
    public JsonElement? Body => Content.TryGetProperty("body", out var body) ? body : null;

    /// <summary>Why it corrects or withdraws.</summary>
    public string? Reason => Text("reason");

    /// <summary>The legal ground on which it withholds.</summary>
    public string? Ground => Text("ground");

    /// <summary>What is handed out with it.</summary>
    public IReadOnlyList<StatementFile> Files => Content.TryGetProperty("files", out var files)
        ? [.. files.EnumerateArray().Select(file => new StatementFile(file.GetProperty("name").GetString()!, file.GetProperty("mediaType").GetString()!, file.GetProperty("sha256").GetString()!, file.GetProperty("bytes").GetInt64()))]
        : [];

    /// <summary>A text of the body; null when it has none of that name, or of another kind.</summary>
    public string? InBody(string name) => Body is { } body && body.TryGetProperty(name, out var value) ? value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    } : null;

    /// <summary>Whether a version of a record may still be shown: what was said before it was last withdrawn or withheld may not.</summary>
    public static bool IsShown(PublicRecordRow record, PublicVersionRow version) =>
        version.Version >= record.ShownFrom || (!record.IsWithheld && version.Act is "withdraw");

    private string? Text(string name) => Content.TryGetProperty(name, out var value) ? value.GetString() : null;
}
