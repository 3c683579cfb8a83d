using System.Text.Json.Nodes;
using DoubleRandom.Core;
using DoubleRandom.Core.Notices;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Notices;
using DoubleRandom.Store.Deadlines;

namespace DoubleRandom.Service.Publication.Circulars;

/// <summary>Puts a circular about a missed deadline into the words that the public reads: the pack's own template, without what belongs to the draft.</summary>
internal sealed class CircularText(NoticeComposer composer)
{
    /// <summary>The statement that would publish it; null when the pack that runs knows the duty or the unit no more.</summary>
    /// <param name="pack">The pack that runs.</param>
    /// <param name="deadline">The deadline as it stands.</param>
    /// <param name="key">Key of the public record.</param>
    /// <param name="today">The civil day.</param>
    /// <param name="now">The present instant.</param>
    public Statement? Of(Pack pack, DeadlineRow deadline, string key, DateOnly today, DateTimeOffset now)
    {
        if (pack.Obligation(deadline.Obligation) is not { } obligation || pack.Unit(deadline.Unit) is not { } unit || obligation.Ladder.Rungs.Count == 0)
            return null;
        var rung = obligation.Ladder.Rungs.FirstOrDefault(one => one.Circular) ?? obligation.Ladder.Rungs[^1];
        var due = new DueRung(obligation, unit, deadline.Period, deadline.DueOn, rung, now, deadline.Counted, deadline.Required, deadline.Provisional);
        var (zh, en) = (composer.Circular(pack, due, "zh", now), composer.Circular(pack, due, "en", now));
        var body = new JsonObject
        {
            [CircularDraft.Text] = Both(zh.Body, en.Body),
            ["unit"] = unit.Id,
            ["obligation"] = Both(obligation.Name.Zh, obligation.Name.En),
            ["dueOn"] = deadline.DueOn.Iso(),
            [CircularDraft.Basis] = Basis(pack, obligation),
        };
        return new(StatementKind.Circular, key, StatementAct.Publish, $"{zh.Subject}（{unit.Name.Zh}）", body.ToJsonString(), today, pack.Jurisdiction.OfficeUnit);
    }

    private static JsonNode Basis(Pack pack, Obligation obligation)
    {
        if (obligation.Basis.Local is { } local)
            return Both($"本地规定：{local.Zh}", $"a local rule: {local.En}");
        var document = obligation.Basis.Document is { } id ? pack.Documents.GetValueOrDefault(id) : null;
        return JsonValue.Create($"《{document?.Title ?? obligation.Basis.Document}》{(document?.Number is { } number ? $"（{number}）" : "")}{obligation.Basis.Article}");
    }

    private static JsonObject Both(string zh, string en) => new() { ["zh"] = zh, ["en"] = en };
}
