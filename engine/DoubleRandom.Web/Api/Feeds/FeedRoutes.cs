using System.Security.Cryptography;
using System.Text;
using DoubleRandom.Core;
using DoubleRandom.Core.Notices;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Feeds;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.Deadlines;
using DoubleRandom.Store.People;
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

/// <summary>Calendars to subscribe to: of a jurisdiction, of one unit, and of one person.</summary>
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
        root.MapGet("/feeds/{folder}/people/{person}.ics", PersonAsync)
            .Takes(Parameter.Language, Parameter.Unit)
            .Is("feeds.person", new("订阅个人日历", "Subscribe to a person's calendar"), new(
                "名录中的一人：联络员、负责人为本单位应办的时限，办公室为报送给它的时限，督查为督办到它的时限。多个单位有同名人员时用 unit 区分。",
                "Of one person of the directory: what the unit owes for its liaisons and leaders, what is handed to it for an office, what can be escalated to it for supervision. unit tells people of one name apart."), 404)
            .Produces<string>(200, "text/calendar").Produces(304);
    }

    private static async Task<IResult> FeedAsync(
        string folder, string? unit, HttpRequest request, NpgsqlDataSource source, RunningPacks packs, NoticeSettings settings, TimeProvider time, CancellationToken cancel)
    {
        if (packs.Named(folder) is not { } pack)
            return packs.NoSuch(folder);
        if (unit is not null && pack.Unit(unit) is null)
            return new ProblemResult(ProblemKind.NotFound, Faults.UnknownUnit(unit, pack.Units.Select(known => known.Id)));
        var whose = unit is null ? pack.Jurisdiction.Name : pack.Unit(unit)!.Name;
        return Feed(pack, whose, await source.ReadAsync(connection => RowsAsync(connection, pack, unit, time, cancel), cancel), request, settings);
    }

    private static async Task<IResult> PersonAsync(
        string folder, string person, HttpRequest request, NpgsqlDataSource source, RunningPacks packs, NoticeSettings settings, TimeProvider time, CancellationToken cancel)
    {
        if (packs.Named(folder) is not { } pack)
            return packs.NoSuch(folder);
        var (people, rows) = await source.ReadAsync(
            async connection => (await PersonTable.OfAsync(connection, pack.Jurisdiction.Folder, cancel), await RowsAsync(connection, pack, null, time, cancel)), cancel);
        var unit = request.Text("unit");
        var named = people.Where(row => string.Equals(row.Name, person, StringComparison.Ordinal) && (unit is null || string.Equals(row.Unit, unit, StringComparison.Ordinal)));
        Recipient[] functions = [.. named.Select(row => new Recipient(row.Unit, row.Function))];
        // Who else stands in the directory is nobody's business here: no name is suggested.
        if (functions.Length == 0)
            return new ProblemResult(ProblemKind.NotFound, Faults.UnknownPerson(person));
        return Feed(pack, new(person, person), rows.Where(new PersonDeadlines(pack, functions).Include), request, settings);
    }

    private static Task<IReadOnlyList<DeadlineRow>> RowsAsync(NpgsqlConnection connection, Pack pack, string? unit, TimeProvider time, CancellationToken cancel)
    {
        var from = JurisdictionZone.Of(pack.Jurisdiction.TimeZone).DayOf(time.GetUtcNow()).AddMonths(-PastMonths);
        return DeadlineQueries.CalendarAsync(connection, pack.Jurisdiction.Folder, unit, from, MostEntries, cancel);
    }

    private static IResult Feed(Pack pack, Bilingual whose, IEnumerable<DeadlineRow> rows, HttpRequest request, NoticeSettings settings)
    {
        var language = request.Text("lang") ?? "zh";
        var entries = new DeadlineEntries(pack, language, row => Page(settings, row));
        var name = language is "en" ? $"{whose.En}: deadlines" : $"{whose.Zh}：双随机时限";
        var feed = Encoding.UTF8.GetBytes(CalendarFeed.Write(name, pack.Jurisdiction.TimeZone, rows.Select(entries.Of)));
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(feed))}\"");
        return Results.Bytes(feed, "text/calendar; charset=utf-8", entityTag: tag);
    }

    private static Uri Page(NoticeSettings settings, DeadlineRow row) =>
        new($"{settings.BaseUrl}/deadlines/{row.Jurisdiction}/{row.Obligation}/{row.Unit}/{Uri.EscapeDataString(row.Period)}");
}
