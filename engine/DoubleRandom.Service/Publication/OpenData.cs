using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Directories.Tables;
using DoubleRandom.Store.Publication;
using Npgsql;

namespace DoubleRandom.Service.Publication;

/// <summary>Writes all records of a kind for machines, as JSON or CSV, row by row. A withheld record tells its legal ground and nothing else.</summary>
public sealed class OpenData(NpgsqlDataSource source)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Columns = ["kind", "key", "state", "version", "firstOn", "on", "unit", "title", "targetCode", "inspectedOn", "category", "handling", "reason", "ground", "address", "content"];

    /// <summary>Writes a JSON array.</summary>
    public async Task WriteJsonAsync(string jurisdiction, StatementKind kind, Stream output, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var json = new Utf8JsonWriter(output, Readable);
        json.WriteStartArray();
        await foreach (var record in PublicQueries.AllAsync(connection, jurisdiction, kind.Word()).WithCancellation(cancel))
        {
            Write(json, jurisdiction, record);
            if (json.BytesPending > 1 << 16)
                await json.FlushAsync(cancel);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a CSV file for spreadsheets: with a byte order mark, and with cells that cannot become formulas.</summary>
    public async Task WriteCsvAsync(string jurisdiction, StatementKind kind, Stream output, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var csv = new CsvSheetWriter(output);
        await csv.WriteAsync(Columns, cancel);
        await foreach (var record in PublicQueries.AllAsync(connection, jurisdiction, kind.Word()).WithCancellation(cancel))
            await csv.WriteAsync(Cells(jurisdiction, record), cancel);
    }

    /// <summary>Writes one record as an object.</summary>
    public static void Write(Utf8JsonWriter json, string jurisdiction, PublicRecordRow record)
    {
        json.WriteStartObject();
        json.WriteString("kind", record.Kind);
        json.WriteString("key", record.Key);
        json.WriteString("state", record.State);
        var said = ShownStatement.Of(record.Content);
        if (record.IsWithheld)
        {
            json.WriteString("ground", said.Ground);
            json.WriteEndObject();
            return;
        }

        json.WriteNumber("version", record.Version);
        json.WriteString("firstOn", record.FirstOn.Iso());
        json.WriteString("on", record.Day.Iso());
        json.WriteString("unit", record.Unit);
        json.WriteString("address", PublicAddresses.Of(jurisdiction, record.Kind, record.Key));
        json.WritePropertyName("statement");
        json.WriteRawValue(record.Content, skipInputValidation: true);
        json.WriteEndObject();
    }

    private static string[] Cells(string jurisdiction, PublicRecordRow record)
    {
        var said = ShownStatement.Of(record.Content);
        string?[] cells = record.IsWithheld
            ? [record.Kind, record.Key, record.State, null, null, null, null, null, null, null, null, null, null, said.Ground, null, null]
            :
            [
                record.Kind, record.Key, record.State, record.Version.ToString(CultureInfo.InvariantCulture), record.FirstOn.Iso(), record.Day.Iso(), record.Unit, record.Title, record.Code,
                said.InBody("inspectedOn"), said.InBody("category"), said.InBody("handling"), said.Reason, null, PublicAddresses.Of(jurisdiction, record.Kind, record.Key), said.Body?.GetRawText(),
            ];
        return [.. cells.Select(cell => cell ?? "")];
    }
}
