using System.Text.Json;
using DoubleRandom.Core.Forms;
using DoubleRandom.Core.Publication;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Core.Workflows.Deciding;

/// <summary>Holds what comes with a command against what is asked for: forms, lists, reasons.</summary>
internal static class Handed
{
    private const int MostItems = 20_000;
    private const int LongestItem = 200;
    private const int LongestReason = 2_000;
    private const int MostContent = 1 << 20;

    /// <summary>The faults of a form's content; the form's schema is applied when the form is known.</summary>
    public static IEnumerable<Refusal> Content(Course course, string? form, string? content, int attachments, string subject)
    {
        if (form is null)
            return content is null ? [] : [HandedRefusals.ContentNotAsked(subject)];
        if (content is null)
            return [HandedRefusals.ContentMissing(subject, form)];
        if (content.Length > MostContent || Parse(content) is not { } json)
            return [HandedRefusals.ContentBroken(subject, form)];
        using (json)
        {
            if (!course.Context.Forms.TryGetValue(form, out var known))
                return [];
            return [.. FormCheck.Of(known, json.RootElement), .. known.AttachmentRequired && attachments == 0 ? [HandedRefusals.AttachmentMissing(subject, form)] : Array.Empty<Refusal>()];
        }
    }

    /// <summary>The fault of facts handed over at the start: they are an object. Those that the rules do not know tell them nothing.</summary>
    public static IEnumerable<Refusal> Facts(string? content, string subject)
    {
        if (content is null)
            return [];
        using var json = content.Length > MostContent ? null : Parse(content);
        return json is { RootElement: { ValueKind: JsonValueKind.Object } facts } && FormCheck.IsText(facts) ? [] : [HandedRefusals.FactsBroken(subject)];
    }

    /// <summary>The faults of lists: none that may not be set, no item without a name, no item twice.</summary>
    public static IEnumerable<Refusal> Lists(IReadOnlyDictionary<string, IReadOnlyList<string>>? lists, IReadOnlyList<string> allowed) =>
        (lists ?? new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)).SelectMany(list =>
            !allowed.Contains(list.Key, StringComparer.Ordinal) ? [HandedRefusals.ListNotSet(list.Key, allowed)] : Items(list.Key, list.Value));

    public static IEnumerable<Refusal> Items(string list, IReadOnlyList<string> items)
    {
        if (items.Count > MostItems)
            yield return HandedRefusals.TooManyItems(list, items.Count, MostItems);
        if (items.FirstOrDefault(item => string.IsNullOrWhiteSpace(item) || item.Length > LongestItem || item.Any(c => c is '/' or '@' || char.IsControl(c))) is { } bad)
            yield return HandedRefusals.BadItem(list, bad);
        // Items stand in addresses, public ones too: what is published can be cleaned of persons, its address cannot.
        if (items.Any(item => item is not null && PersonalTraces.Of(item).Count > 0))
            yield return HandedRefusals.PersonalItem(list);
        if (items.Count != items.Distinct(StringComparer.Ordinal).Count())
            yield return HandedRefusals.DoubledItem(list, items.GroupBy(item => item, StringComparer.Ordinal).First(group => group.Count() > 1).Key);
    }

    public static IEnumerable<Refusal> Reason(string? reason, string subject) =>
        string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason ? [HandedRefusals.ReasonMissing(subject, LongestReason)] : [];

    public static void Set(Course course, IReadOnlyDictionary<string, IReadOnlyList<string>>? lists)
    {
        foreach (var (name, items) in (lists ?? new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)).OrderBy(list => list.Key, StringComparer.Ordinal))
            course.Note(new JournalEntry.ListSet(name, items));
    }

    private static JsonDocument? Parse(string content)
    {
        try
        {
            // Of a key written twice nobody could say which one holds.
            return JsonDocument.Parse(content, new() { AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
