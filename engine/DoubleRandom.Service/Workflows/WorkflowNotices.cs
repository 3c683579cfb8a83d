using DoubleRandom.Core.Notices;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Service.Notices;
using DoubleRandom.Store.Notices;
using DoubleRandom.Store.People;
using DoubleRandom.Store.Workflows;

namespace DoubleRandom.Service.Workflows;

/// <summary>Writes the notices that steps ask for.</summary>
public sealed class WorkflowNotices(NoticeComposer composer, OutboxWriter outbox, DirectorySnapshot directory)
{
    /// <summary>Writes the notices of a chain; each once for every time its step is passed.</summary>
    internal async Task WriteAsync(CommandChain chain, CancellationToken cancel)
    {
        if (chain.Notices.Count == 0)
            return;
        var people = await directory.OfAsync(chain.Connection, chain.Running.Jurisdiction.Folder, cancel);
        var drafts = chain.Notices.SelectMany(notice => Drafts(chain, notice, people)).ToArray();
        await outbox.WriteAsync(chain.Connection, drafts, chain.Now, cancel);
    }

    private IEnumerable<NoticeDraft> Drafts(CommandChain chain, StepNotice notice, ILookup<Recipient, PersonRow> people)
    {
        if (notice.Handling.Definition.Step(notice.Effect.Step) is not { } step)
            return [];
        return from recipient in Recipients(chain, notice) from language in OutboxWriter.Languages(people, recipient) select Draft(chain, notice, step, recipient, language);
    }

    private NoticeDraft Draft(CommandChain chain, StepNotice notice, Step step, Recipient recipient, string language)
    {
        var (handling, running) = (notice.Handling, chain.Running);
        var duty = $"{handling.Definition.Id}.{step.Id}";
        // A template that only the instance's own version has is still the one it was promised.
        var pack = running.Template(notice.Effect.Template, language) is null && running.Template(notice.Effect.Template, "zh") is null ? handling.Pack : running;
        var (subject, body) = composer.Render(pack, notice.Effect.Template, composer.Common(Data(running, handling, step, recipient, language), running, recipient, language, chain.Now), language);
        var key = $"{running.Jurisdiction.Folder}/{duty}/{handling.Id}/{notice.Effect.Item}/{notice.Version}>{recipient.Unit}/{recipient.Function}/{language}";
        return new(
            key, running.Jurisdiction.Folder, duty, "", StepDeadlineTable.Period(handling.Id, 0), "told", [], recipient.Unit, recipient.Function, language, subject, body, false, false, null);
    }

    private NoticeData Data(Pack running, Handling handling, Step step, Recipient recipient, string language)
    {
        var basis = step.Basis ?? handling.Definition.Basis;
        var document = basis.Document is { } id ? running.Documents.GetValueOrDefault(id) : null;
        return new NoticeData()
            .With("unit", running.Unit(recipient.Unit)?.Name.In(language) ?? recipient.Unit)
            .With("obligation", $"{handling.Definition.Name.In(language)}：{step.Name.In(language)}")
            .With("deliverable", handling.State.Subject)
            .With("basisDocument", document?.Title ?? basis.Local?.In(language))
            .With("basisNumber", document?.Number)
            .With("basisArticle", basis.Article)
            .With("quote", basis.Quote)
            .With("url", composer.Url(handling.Id));
    }

    /// <summary>Whom a step's words mean: roles as this instance is cast, <c>liaison</c> and <c>leader</c> of the item's unit or of the one that started it.</summary>
    private static IEnumerable<Recipient> Recipients(CommandChain chain, StepNotice notice)
    {
        var (running, state) = (chain.Running, notice.Handling.State);
        var item = notice.Effect.Item[(notice.Effect.Item.LastIndexOf('/') + 1)..];
        var about = running.Unit(item) ?? running.Unit(state.StarterUnit) ?? running.Unit(running.Jurisdiction.OfficeUnit);
        var cast = notice.Effect.Audience.Where(audience => state.Cast.ContainsKey(RoleOf(audience))).ToArray();
        var recipients = cast.SelectMany(audience => state.Cast[RoleOf(audience)]).Select(unit => new Recipient(unit, "leader"));
        var others = notice.Effect.Audience.Except(cast, StringComparer.Ordinal).ToArray();
        return recipients.Concat(about is null || (others.Length == 0 && cast.Length > 0) ? [] : NoticeRules.Audience(running, about, others, chain.Today)).Distinct();
    }

    private static string RoleOf(string audience) => audience.StartsWith("role:", StringComparison.Ordinal) ? audience["role:".Length..] : "";
}
