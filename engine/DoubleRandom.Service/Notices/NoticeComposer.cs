using DoubleRandom.Core.Notices;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Store.Notices;

namespace DoubleRandom.Service.Notices;

/// <summary>What every notice of this server says of itself.</summary>
/// <param name="BaseUrl">Where the pages are: <c>http://127.0.0.1:5080</c>.</param>
/// <param name="IsVirtual">Whether the clock is a simulated one, which every notice then says.</param>
public sealed record NoticeSettings(string BaseUrl, bool IsVirtual = false);

/// <summary>Puts decided notices into words, with the templates of the pack that runs.</summary>
public sealed class NoticeComposer(TemplateRenderer renderer, NoticeSettings settings)
{
    private const int MostBytes = 65_536;

    /// <summary>One notice in a language.</summary>
    public NoticeDraft Compose(Pack pack, NoticeDecision decision, string language, DateTimeOffset now)
    {
        var main = decision.Main;
        var today = Today(pack, now);
        var data = decision.IsLate ? Digest(pack, decision, language, today) : About(pack, main, language, today);
        var (subject, body) = Render(pack, decision.IsLate ? "late-digest" : main.Rung.Template, Common(data, pack, decision.Recipient, language, now), language);
        var isCircular = decision.Rungs.Any(rung => rung.Rung.Circular);
        if (isCircular)
            body = WithCirculars(pack, decision, body, language, now);
        return decision.IsLate
            ? new(Key(pack, decision, language), pack.Jurisdiction.Folder, "", "", "", decision.Kind, Covers(decision), decision.Recipient.Unit, decision.Recipient.Function, language, subject, body, true, isCircular, null)
            : new(Key(pack, decision, language), pack.Jurisdiction.Folder, main.Obligation.Id, main.Unit.Id, main.Period, decision.Kind, Covers(decision), decision.Recipient.Unit, decision.Recipient.Function, language, subject, body, false, isCircular, main.DueOn);
    }

    /// <summary>The notice with the draft of each circular under it; of a digest over very many only as many as a notice holds.</summary>
    private string WithCirculars(Pack pack, NoticeDecision decision, string body, string language, DateTimeOffset now)
    {
        var drafts = decision.Rungs
            .Where(rung => rung.Rung.Circular)
            .Select(rung => Render(pack, "circular", Common(About(pack, rung, language, Today(pack, now)), pack, decision.Recipient, language, now), language).Body);
        return Text.Utf8Cut.Shorten(string.Join("\n\n————\n", drafts.Prepend(body)), MostBytes);
    }

    /// <summary>The circular about a deadline as it is issued, without the remarks and the address of the draft.</summary>
    /// <param name="pack">The pack that runs.</param>
    /// <param name="due">The deadline, with the rung that drafts the circular.</param>
    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    /// <param name="now">The present instant, from which the days of lateness are counted.</param>
    public (string Subject, string Body) Circular(Pack pack, DueRung due, string language, DateTimeOffset now)
    {
        var data = Common(About(pack, due, language, Today(pack, now)), pack, new(pack.Jurisdiction.OfficeUnit, "office"), language, now);
        return Render(pack, "circular", data.With("url", (string?)null).With("issued", true), language);
    }

    /// <summary>The variables about one deadline.</summary>
    public NoticeData About(Pack pack, DueRung due, string language, DateOnly today)
    {
        var obligation = due.Obligation;
        var daysLeft = due.DueOn.DayNumber - today.DayNumber;
        var data = Basis(new NoticeData(), pack, obligation, language)
            .With("unit", due.Unit.Name.In(language))
            .With("obligation", obligation.Name.In(language))
            .With("deliverable", Deliverable(pack, obligation, language))
            .With("dueOn", (DateOnly?)due.DueOn)
            .With("closesAt", ClosesAt(pack, obligation))
            .With("daysLeft", daysLeft > 0 ? daysLeft : null)
            .With("workingDaysLeft", daysLeft > 0 ? pack.Calendar.CountWorkingDays(today.AddDays(1), due.DueOn) : null)
            .With("daysLate", daysLeft < 0 ? -daysLeft : null)
            .With("provisional", due.Provisional)
            .With("counted", due.Counted)
            .With("required", due.Required)
            .With("url", Url(pack, obligation.Id, due.Unit.Id, due.Period));
        return obligation.Strength == Strength.Should
            ? data.With("strength", language is "en" ? "(The text advises this; it does not oblige.)" : "（该事项为提示性要求，不作督办。）")
            : data;
    }

    /// <summary>Renders with a template of the pack; the name is one that the compiler found to exist.</summary>
    public (string Subject, string Body) Render(Pack pack, string template, NoticeData data, string language)
    {
        var found = pack.Template(template, language) ?? pack.Template(template, "zh")
            ?? throw new InvalidOperationException($"The pack {pack.Jurisdiction.Folder} has no template '{template}'.");
        var rendered = renderer.Render(found.Text, data, language);
        return (rendered.Subject, rendered.Body);
    }

    /// <summary>The variables that every notice has.</summary>
    public NoticeData Common(NoticeData data, Pack pack, Recipient recipient, string language, DateTimeOffset now)
    {
        data.With("jurisdiction", pack.Jurisdiction.Name.In(language)).With("office", OfficeName(pack, language));
        if (settings.IsVirtual)
            data.With("virtualClock", now.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        return recipient.Function is "leader" ? data.With("recipient", language is "en" ? "head of unit" : "单位负责人") : data;
    }

    /// <summary>The variables about the law behind a duty.</summary>
    public static NoticeData Basis(NoticeData data, Pack pack, Obligation obligation, string language)
    {
        var document = obligation.Basis.Document is { } id ? pack.Documents.GetValueOrDefault(id) : null;
        return data
            .With("basisDocument", document?.Title ?? obligation.Basis.Local?.In(language))
            .With("basisNumber", document?.Number)
            .With("basisArticle", obligation.Basis.Article)
            .With("quote", obligation.Basis.Quote)
            .With("readingNote", obligation.Vague is null ? null : obligation.Period.Local?.In(language));
    }

    /// <summary>Where a deadline can be seen and dealt with.</summary>
    public string Url(Pack pack, string obligation, string unit, string period) =>
        $"{settings.BaseUrl}/deadlines/{pack.Jurisdiction.Folder}/{obligation}/{unit}/{Uri.EscapeDataString(period)}";

    /// <summary>Where a workflow instance can be seen and dealt with.</summary>
    public string Url(long instance) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{settings.BaseUrl}/workflows/{instance}");

    /// <summary>Where a unit sees all its tasks.</summary>
    public string TasksUrl(string folder, string unit) => $"{settings.BaseUrl}/tasks?jurisdiction={folder}&unit={unit}";

    /// <summary>What is handed in: the form's name, otherwise the obligation's.</summary>
    public static string Deliverable(Pack pack, Obligation obligation, string language) =>
        (obligation.Form is { } form ? pack.Forms.GetValueOrDefault(form)?.Name : null)?.In(language) ?? obligation.Name.In(language);

    /// <summary>The closing time in words; null for midnight, which goes without saying.</summary>
    public static string? ClosesAt(Pack pack, Obligation obligation) => obligation.Readings.ClosesAt switch
    {
        "24:00" => null,
        "office-hours" => pack.OfficeHours.To.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        var time => time,
    };

    private NoticeData Digest(Pack pack, NoticeDecision decision, string language, DateOnly today)
    {
        var unit = pack.Unit(decision.Recipient.Unit);
        return new NoticeData()
            .With("unit", unit?.Name.In(language) ?? decision.Recipient.Unit)
            .With("url", $"{settings.BaseUrl}/?jurisdiction={pack.Jurisdiction.Folder}&unit={decision.Recipient.Unit}")
            .With("rungs", decision.Rungs.Select(rung => About(pack, rung, language, today)
                .With("kind", KindName(rung, language))
                .With("on", (DateOnly?)Today(pack, rung.At))));
    }

    private static string KindName(DueRung rung, string language) => (rung.Rung.Kind, language) switch
    {
        (RungKind.Escalation, "en") => "escalation",
        (RungKind.Escalation, _) => "督办",
        (RungKind.Behind, "en") => "progress reminder",
        (RungKind.Behind, _) => "进度提醒",
        (_, "en") => "reminder",
        _ => "提醒",
    };

    private static DateOnly Today(Pack pack, DateTimeOffset now) => Deadlines.JurisdictionZone.Of(pack.Jurisdiction.TimeZone).DayOf(now);

    private static string OfficeName(Pack pack, string language) => pack.Unit(pack.Jurisdiction.OfficeUnit)?.Name.In(language) ?? pack.Jurisdiction.OfficeUnit;

    private static string Key(Pack pack, NoticeDecision decision, string language) => $"{decision.Key(pack.Jurisdiction.Folder)}/{language}";

    private static IReadOnlyList<string> Covers(NoticeDecision decision) => [.. decision.Rungs.Select(rung => rung.Cover)];
}
