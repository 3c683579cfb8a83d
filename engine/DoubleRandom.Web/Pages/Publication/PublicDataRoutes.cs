using System.Text.Encodings.Web;
using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Publication;
using DoubleRandom.Web.Pages.Frames;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Pages.Publication;

/// <summary>The public record for machines: all records of a kind, the feed, the chain.</summary>
internal static class PublicDataRoutes
{
    private const string Json = "application/json; charset=utf-8";
    private const string Csv = "text/csv; charset=utf-8";
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapPublicData(this RouteGroupBuilder pages)
    {
        pages.MapGet("/public/{folder}/data/{file}", Data);
        pages.MapGet("/public/{folder}/feed.atom", FeedAsync);
        pages.MapGet("/public/{folder}/head.json", async (string folder, HttpContext http, FrameReader frames, PublicReader reader, CancellationToken cancel) =>
            await reader.HeadAsync(folder, cancel) is { } head
                ? Results.File(LedgerPages.HeadJson(head), Json, $"head-{folder}-{head.Day.Iso()}.json")
                : PublicRoutes.Missing(frames.Of(http)));
        pages.MapGet("/public/{folder}/ledger.json", (string folder, long? after, HttpContext http, FrameReader frames, PublicReader reader, LedgerPages ledger) =>
            reader.Of(folder) is null
                ? PublicRoutes.Missing(frames.Of(http))
                : Results.Stream(output => ledger.WriteAsync(folder, Math.Max(0, after ?? 0), output, http.RequestAborted), Json));
    }

    /// <summary>One record as JSON, as the file of its kind has it.</summary>
    public static IResult Record(PublicRecordView view)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
            OpenData.Write(json, view.Pack.Jurisdiction.Folder, view.Shown is { } shown && !view.IsLatest ? view.Record with { Version = shown.Version, Content = shown.Content } : view.Record);
        return Results.Bytes(bytes.ToArray(), Json);
    }

    private static IResult Data(string folder, string file, HttpContext http, FrameReader frames, PublicReader reader, OpenData data)
    {
        var (name, form) = (Path.GetFileNameWithoutExtension(file), Path.GetExtension(file));
        if (reader.Of(folder) is null || !StatementWords.TryKind(name, out var kind) || form is not (".json" or ".csv"))
            return PublicRoutes.Missing(frames.Of(http));
        return form is ".csv"
            ? Results.Stream(output => data.WriteCsvAsync(folder, kind.Value, output, http.RequestAborted), Csv, $"{folder}-{file}")
            : Results.Stream(output => data.WriteJsonAsync(folder, kind.Value, output, http.RequestAborted), Json);
    }

    private static async Task<IResult> FeedAsync(string folder, HttpContext http, FrameReader frames, PublicReader reader, NoticeSettings settings, TimeProvider time, CancellationToken cancel)
    {
        if (reader.Of(folder) is not { } pack)
            return PublicRoutes.Missing(frames.Of(http));
        var records = await reader.NewestAsync(pack, AtomFeed.Most, cancel);
        return Results.Bytes(AtomFeed.Write(folder, pack.Jurisdiction.Name, settings.BaseUrl, records, time.GetUtcNow()), "application/atom+xml; charset=utf-8");
    }

}
