using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Core.Workflows;

/// <summary>Journals and states as JSON: the same value gives the same bytes on every machine.</summary>
public static class WorkflowJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>The canonical JSON of a state, UTF-8: keys in a fixed order, without white space.</summary>
    public static byte[] Canonical(WorkflowInstance instance) => JsonSerializer.SerializeToUtf8Bytes(instance, Options);

    /// <summary>One entry of a journal as a line of JSON; its kind comes first.</summary>
    public static string Write(JournalEntry entry) => JsonSerializer.Serialize(entry, Options);

    /// <summary>An entry as it was written.</summary>
    /// <exception cref="JsonException">The text is no journal entry.</exception>
    public static JournalEntry Read(string entry) =>
        JsonSerializer.Deserialize<JournalEntry>(entry, Options) ?? throw new JsonException("A journal entry is not null.");

    /// <summary>An entry as it was written, from UTF-8.</summary>
    /// <exception cref="JsonException">The text is no journal entry.</exception>
    public static JournalEntry Read(ReadOnlySpan<byte> entry) =>
        JsonSerializer.Deserialize<JournalEntry>(entry, Options) ?? throw new JsonException($"A journal entry is not {Encoding.UTF8.GetString(entry)}.");
}
