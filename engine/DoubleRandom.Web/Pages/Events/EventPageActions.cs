using System.Globalization;
using DoubleRandom.Core;
using DoubleRandom.Core.Planning;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Events;
using DoubleRandom.Web.Api.Events;
using DoubleRandom.Web.Pages.Wording;
using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Pages.Events;

/// <summary>Records what a form on the page of events tells, and keeps what was entered when it is refused.</summary>
internal sealed class EventPageActions(EventRecorder recorder)
{
    /// <summary>Records what was posted; the attempt has no refusals when it was done.</summary>
    public async Task<(EventAttempt Attempt, ReconcileReport? Report)> DoAsync(string folder, IFormCollection posted, CancellationToken cancel)
    {
        var entered = new EventAttempt(Text(posted, "event"), Text(posted, "on"), Text(posted, "subject"), Text(posted, "unit"), Text(posted, "by"), []);
        var day = DateOnly.TryParseExact(entered.On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : (DateOnly?)null;
        if (Faults(entered, day).ToArray() is { Length: > 0 } faults)
            return (entered with { Refusals = faults }, null);
        var answer = await recorder.RecordAsync(folder, new(entered.Event, on, entered.Subject, entered.Unit.Length == 0 ? null : entered.Unit), entered.By, cancel);
        return (entered with { Refusals = answer.Refusals }, answer.Value);
    }

    /// <summary>All that can be said without the pack: every fault at once, in the words of the page.</summary>
    private static IEnumerable<Refusal> Faults(EventAttempt entered, DateOnly? on)
    {
        if (entered.Event.Length == 0)
            yield return new("event-missing", "event", EventWords.NoEvent, EventWords.ChooseEvent);
        if (on is null || on < PlanSpan.First || on > PlanSpan.Last)
            yield return new("date-wrong", "on", EventWords.WrongDay, EventWords.WriteDay);
        if (!EventSubject.IsGood(entered.Subject))
            yield return new("text-wrong", "subject", EventWords.WrongSubject, EventWords.WriteSubject);
        if (entered.By.Length == 0)
            yield return new("person-missing", "by", EventWords.NoPerson, EventWords.NamePerson);
    }

    private static string Text(IFormCollection posted, string name) => posted[name].FirstOrDefault()?.Trim() ?? "";
}
