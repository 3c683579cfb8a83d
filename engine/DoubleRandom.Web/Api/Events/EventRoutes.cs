using DoubleRandom.Core;
using DoubleRandom.Core.Planning;
using DoubleRandom.Service.Events;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.Events;
using DoubleRandom.Web.Api.Jurisdictions;
using DoubleRandom.Web.Api.OpenApi;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace DoubleRandom.Web.Api.Events;

/// <summary>Events on which duties depend.</summary>
internal static class EventRoutes
{
    private const int Most = 500;
    private const int Usual = 100;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/events", NewestAsync).Takes(Parameter.Jurisdiction(), Parameter.BeforeId, Parameter.Limit(Most, Usual))
            .Is("events.list", new("列出事件", "List events"), new("最近登记的在前，用 beforeId 翻页。", "The last recorded first; beforeId turns the page."))
            .Produces<EventPage>();
        api.MapPost("/events", RecordAsync).TakesJson<EventRequest>()
            .Is("events.record", new("登记事件", "Record an event"), new("由它产生的时限同时生成；同一事件再登记不改变任何东西。", "The deadlines that hang on it follow at once; the same event again changes nothing."), 403, 413, 415, 422)
            .Produces<EventEffect>();
    }

    private static async Task<IResult> NewestAsync(HttpRequest request, NpgsqlDataSource source, RunningPacks packs, CancellationToken cancel)
    {
        if (packs.Unknown(request) is { } problem)
            return problem;
        var most = request.Count("limit", Usual);
        var rows = await source.ReadAsync(connection => EventLog.NewestAsync(connection, packs.Asked(request), request.Number("beforeId"), most, cancel), cancel);
        return Results.Ok(new EventPage([.. rows.Select(EventView.Of)], rows.Count == most ? rows[^1].Id : null));
    }

    private static async Task<IResult> RecordAsync(HttpRequest request, EventRecorder recorder, CancellationToken cancel)
    {
        var body = await JsonBody.ReadAsync<EventRequest>(request, cancel);
        if (body.Value is not { } asked)
            return body.Problem!;
        if (Check(asked).ToArray() is { Length: > 0 } faults)
            return new ProblemResult(ProblemKind.Invalid, faults);
        var happened = new PlanEvent(asked.Event!, asked.On!.Value, asked.Subject ?? "", string.IsNullOrEmpty(asked.Unit) ? null : asked.Unit);
        var answer = await recorder.RecordAsync(asked.Jurisdiction!, happened, ActingPerson.Of(request, asked.By), cancel);
        return answer.Value is { } report ? Results.Ok(EventEffect.Of(report)) : ProblemResult.Of(answer.Refusals);
    }

    private static IEnumerable<Refusal> Check(EventRequest asked)
    {
        if (string.IsNullOrWhiteSpace(asked.Jurisdiction))
            yield return Faults.MissingKey("jurisdiction");
        if (string.IsNullOrWhiteSpace(asked.Event))
            yield return Faults.MissingKey("event");
        if (asked.On is not { } on)
            yield return Faults.MissingKey("on");
        else if (on < PlanSpan.First || on > PlanSpan.Last)
            yield return Faults.FarDate("on");
        if (asked.Subject is { } subject && !EventSubject.IsGood(subject))
            yield return Faults.WrongText("subject");
    }
}
