using System.Text.Json;
using DoubleRandom.Store.Draws;
using Npgsql;

namespace DoubleRandom.Service.Draws;

/// <summary>Somebody behind a pseudonym.</summary>
/// <param name="Inspector">The directory's id.</param>
/// <param name="Unit">Id of the unit.</param>
internal sealed record DrawName(string Inspector, string Unit);

/// <summary>Who is behind the pseudonyms of a draw. Kept with it and never published, so that a later change of the directory takes nobody's name away.</summary>
/// <param name="ByPseudonym">The inspectors by pseudonym.</param>
internal sealed record DrawNames(IReadOnlyDictionary<string, DrawName> ByPseudonym)
{
    private const string File = "names.json";

    public DrawName this[string pseudonym] => ByPseudonym[pseudonym];

    /// <summary>The files of a draw with this one.</summary>
    public IReadOnlyDictionary<string, byte[]> With(IReadOnlyDictionary<string, byte[]> files) =>
        files.Append(new(File, JsonSerializer.SerializeToUtf8Bytes(ByPseudonym, JsonSerializerOptions.Web))).ToDictionary(StringComparer.Ordinal);

    /// <summary>The names that were kept with a draw; null when nobody is assigned.</summary>
    public static async Task<DrawNames?> ReadAsync(NpgsqlConnection connection, DrawRow draw, CancellationToken cancel) =>
        await DrawTable.FileAsync(connection, draw, File, cancel) is { } file ? new(JsonSerializer.Deserialize<Dictionary<string, DrawName>>(file.Content, JsonSerializerOptions.Web)!) : null;
}
