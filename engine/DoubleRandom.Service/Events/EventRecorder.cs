using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store.Events;
using DoubleRandom.Store.Packs;

namespace DoubleRandom.Service.Events;

/// <summary>Records that something happened; the deadlines that hang on it and the workflows that wait for it follow in the same transaction.</summary>
public sealed class EventRecorder(RunningPacks packs, Turns turns)
{
    /// <summary>A subject becomes part of deadlines' keys.</summary>
    private const int MostSubject = 120;

    /// <summary>Records an event. The same event again changes nothing and says so with an empty report.</summary>
    public async Task<Answer<ReconcileReport>> RecordAsync(string jurisdiction, PlanEvent happened, string by, CancellationToken cancel)
    {
        if (packs.Named(jurisdiction) is not { } pack)
            return Answer.Refused<ReconcileReport>([Refusal.Unknown("jurisdiction-unknown", jurisdiction, "辖区", "jurisdiction", packs.All.Keys)]);
        if (Check(pack, happened, by) is { Count: > 0 } refusals)
            return Answer.Refused<ReconcileReport>(refusals);
        CommandChain? last = null;
        var answer = await turns.TakeAsync(pack.Jurisdiction.Folder, chain => WithinAsync(last = chain, happened, by), cancel);
        return answer.IsDone
            ? Answer.Done(last?.Reconciled ?? new(pack.Jurisdiction.Folder, 0, 0, 0, 0, 0, 0))
            : Answer.Refused<ReconcileReport>(answer.Refusals);
    }

    private static async Task<Answer<bool>> WithinAsync(CommandChain chain, PlanEvent happened, string by)
    {
        var folder = chain.Running.Jurisdiction.Folder;
        await PackVersions.LockAsync(chain.Connection, folder, chain.Cancel);
        if (!await EventLog.RecordAsync(chain.Connection, folder, happened, by, chain.Now, chain.Cancel))
            return Answer.Done(false);
        await chain.HappenAsync(new(happened, by, 0));
        if (await chain.RunAsync() is { Count: > 0 } refusals)
            return Answer.Refused<bool>(refusals);
        chain.MustReconcile = true;
        var also = chain.Changed.Select(handling => handling.Id).ToArray();
        chain.Record = (by, "event.recorded", happened.Period, JsonSerializer.Serialize(new { happened.Event, on = happened.On, happened.Subject, happened.Unit, workflows = also }));
        return Answer.Done(true);
    }

    private static List<Refusal> Check(Pack pack, PlanEvent happened, string by)
    {
        var refusals = new List<Refusal>();
        if (!pack.Events.ContainsKey(happened.Event))
            refusals.Add(Refusal.Unknown("event-unknown", happened.Event, "事件", "event", pack.Events.Keys));
        if (happened.Unit is { } unit && pack.Unit(unit) is null)
            refusals.Add(Refusal.Unknown("unit-unknown", unit, "单位", "unit", pack.Units.Select(known => known.Id)));
        if (happened.Subject.Length > MostSubject || happened.Subject.Any(character => char.IsControl(character) || char.IsSurrogate(character)))
            refusals.Add(new("subject-wrong", "subject", new($"事项编号应不超过 {MostSubject} 个字符，且不含控制字符", $"the subject must have at most {MostSubject} characters and no control characters"), new("改用任务或结果的编号", "use the number of the task or result")));
        if (string.IsNullOrWhiteSpace(by))
            refusals.Add(new("person-missing", "by", new("没有写明经办人", "nobody is named who does this"), new("写明经办人", "name the person")));
        return refusals;
    }
}
