using System.Text.Encodings.Web;
using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Publication;
using DoubleRandom.Store;
using DoubleRandom.Store.Publication;
using Npgsql;

namespace DoubleRandom.Service.Publication;

/// <summary>Writes a public chain as pages of SSJ-LEDGER/1, each with so many links and the heads that cover them.</summary>
public sealed class LedgerPages(NpgsqlDataSource source)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = false };

    /// <summary>Writes the page of the links after one.</summary>
    /// <returns>The link after which the next page begins; null when this is the last one.</returns>
    public async Task<long?> WriteAsync(string jurisdiction, long after, Stream output, CancellationToken cancel)
    {
        var (links, heads, key) = await source.ReadAsync(
            async connection =>
            {
                var rows = await LedgerTable.AfterAsync(connection, jurisdiction, after, LedgerWalk.PageSize, cancel);
                return (rows, rows.Count == 0 ? [] : await LedgerTable.HeadsAsync(connection, jurisdiction, after, rows[^1].Sequence, cancel), await LedgerTable.KeyAsync(connection, cancel));
            },
            cancel);
        long? next = links.Count == LedgerWalk.PageSize ? links[^1].Sequence : null;
        await using var json = new Utf8JsonWriter(output, Readable);
        json.WriteStartObject();
        json.WriteString("format", LedgerWalk.Format);
        json.WriteString("jurisdiction", jurisdiction);
        if (key is not null)
            json.WriteString("publicKey", key.PublicKey);
        await WriteAsync(json, jurisdiction, links, cancel);
        Write(json, heads);
        if (next is { } further)
            json.WriteNumber("next", further);
        json.WriteEndObject();
        return next;
    }

    /// <summary>A signed head by itself, for keeping.</summary>
    public static byte[] HeadJson(LedgerHeadRow head)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
            Write(json, head);
        return bytes.ToArray();
    }

    private static async Task WriteAsync(Utf8JsonWriter json, string jurisdiction, IReadOnlyList<LedgerRow> links, CancellationToken cancel)
    {
        json.WriteStartArray("entries");
        for (var at = 0; at < links.Count; at++)
        {
            Write(json, jurisdiction, links[at]);
            if (at % 200 == 199)
                await json.FlushAsync(cancel);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string jurisdiction, LedgerRow link)
    {
        json.WriteStartObject();
        json.WriteString("act", link.Act);
        json.WriteString("at", PublicEntry.InstantText(link.At));
        json.WriteString("content", link.ContentHash);
        json.WriteString("hash", link.Hash);
        json.WriteString("jurisdiction", jurisdiction);
        json.WriteString("key", link.Key);
        json.WriteString("kind", link.Kind);
        json.WriteString("on", link.Day.Iso());
        json.WriteString("previous", link.Previous);
        json.WriteNumber("sequence", link.Sequence);
        if (link.Content is { } content)
        {
            json.WritePropertyName("statement");
            json.WriteRawValue(content, skipInputValidation: true);
        }

        json.WriteNumber("version", link.Version);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<LedgerHeadRow> heads)
    {
        json.WriteStartArray("heads");
        foreach (var head in heads)
            Write(json, head);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, LedgerHeadRow head)
    {
        json.WriteStartObject();
        json.WritePropertyName("head");
        json.WriteRawValue(head.Head, skipInputValidation: true);
        json.WriteString("signature", head.Signature);
        json.WriteEndObject();
    }
}
