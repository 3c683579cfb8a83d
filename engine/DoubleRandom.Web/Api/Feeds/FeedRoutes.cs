using System.Security.Cryptography;
using System.Text;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Feeds;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.Deadlines;
using DoubleRandom.Web.Api.Jurisdictions;
using DoubleRandom.Web.Api.OpenApi;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace DoubleRandom.Web.Api.Feeds;

/// <summary>Calendars to subscribe to: of a jurisdiction, and of one unit.</summary>
internal static class FeedRoutes
{
    private const int PastMonths = 6;
    private const int MostEntries = 5000;

    public static void Map(IEndpointRouteBuilder root)
    {
        root.MapGet("/feeds/{folder}.ics", (string folder, HttpRequest request, NpgsqlDataSource source, RunningPacks packs, NoticeSettings settings, TimeProvider time, CancellationToken cancel) =>
                FeedAsync(folder, null, request, source, packs, settings, time, cancel))
            .Takes(Parameter.Language)
            .Is("feeds.jurisdiction", new("订阅辖区日历", "Subscribe to a jurisdiction's calendar"), new("iCalendar（RFC 5545）；改期时 UID 不变、SEQUENCE 增大，撤销的为 CANCELLED。", "iCalendar (RFC 5545); a moved deadline keeps its UID and gets a higher SEQUENCE, a withdrawn one is CANCELLED."), 404)
            .Produces<string>(200, "text/calendar").Produces(304);
        root.MapGet("/feeds/{folder}/{unit}.ics", FeedAsync)
            .Takes(Parameter.Language)
            .Is("feeds.unit", new("订阅单位日历", "Subscribe to a unit's calendar"), new("该单位应办的时限。", "The deadlines that the unit owes."), 404)
            .Produces<string>(200, "text/calendar").Produces(304);
    }

    private static async Task<IResult> FeedAsync(
        string folder, string? unit, HttpRequest request, NpgsqlDataSource source, RunningPacks packs, NoticeSettings settings, TimeProvider time, CancellationToken cancel)
    {
        if (packs.Named(folder) is not { } pack)
            return packs.NoSuch(folder);
        if (unit is not null && pack.Unit(unit) is null)
            return new ProblemResult(ProblemKind.NotFound, Faults.UnknownUnit(unit, pack.Units.Select(known => known.Id)));
        var language = request.Text("lang") ?? "zh";
        var from = JurisdictionZone.Of(pack.Jurisdiction.TimeZone).DayOf(time.GetUtcNow()).AddMonths(-PastMonths);
        var rows = await source.ReadAsync(connection => DeadlineQueries.CalendarAsync(connection, pack.Jurisdiction.Folder, unit, from, MostEntries, cancel), cancel);
        var entries = new DeadlineEntries(pack, language, row => Page(settings, row));
        var feed = Encoding.UTF8.GetBytes(CalendarFeed.Write(Name(pack, unit, language), pack.Jurisdiction.TimeZone, rows.Select(entries.Of)));
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(feed))}\"");
        return Results.Bytes(feed, "text/calendar; charset=utf-8", entityTag: tag);
    }

    private static string Name(Pack pack, string? unit, string language)
    {
        var whose = (unit is null ? pack.Jurisdiction.Name : pack.Unit(unit)!.Name).In(language);
        return language is "en" ? $"{whose}: deadlines" : $"{whose}：双随机时限";
    }

    private static Uri Page(NoticeSettings settings, DeadlineRow row) =>
        new($"{settings.BaseUrl}/deadlines/{row.Jurisdiction}/{row.Obligation}/{row.Unit}/{Uri.EscapeDataString(row.Period)}");
}
