using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Web.Api.Workflows;

/// <summary>A choice that a field offers.</summary>
/// <param name="Id">The value to hand in.</param>
/// <param name="Name">What people read.</param>
public sealed record ChoiceView(string Id, Bilingual Name);

/// <summary>One thing that a form asks for.</summary>
/// <param name="Id">The key of the value in the content.</param>
/// <param name="Name">Its label.</param>
/// <param name="Type">text, long-text, integer, number, date, boolean, choice or list.</param>
/// <param name="Required">Whether it must be given.</param>
/// <param name="Min">Smallest number, or fewest records of a list; null does not limit.</param>
/// <param name="Max">Largest number, or most records of a list; null does not limit.</param>
/// <param name="Choices">The values of a choice.</param>
/// <param name="Fields">The fields of a list's records.</param>
/// <param name="Help">Help beside the label.</param>
public sealed record FieldView(
    string Id, Bilingual Name, string Type, bool Required, decimal? Min, decimal? Max, IReadOnlyList<ChoiceView> Choices, IReadOnlyList<FieldView> Fields, Bilingual? Help)
{
    /// <summary>A field of a form.</summary>
    public static FieldView Of(FormField field) => new(
        field.Id, field.Name, JsonNamingPolicy.KebabCaseLower.ConvertName(field.Type.ToString()), field.Required, field.Min, field.Max,
        [.. field.Choices.Select(choice => new ChoiceView(choice.Id, choice.Name))], [.. field.Fields.Select(Of)], field.Help);
}

/// <summary>A form: what a content must carry.</summary>
/// <param name="Id">Id within the pack.</param>
/// <param name="Name">Its name.</param>
/// <param name="Fields">What it asks for.</param>
/// <param name="MaxAttachments">How many files may come with it.</param>
/// <param name="AttachmentRequired">Whether at least one must.</param>
public sealed record FormView(string Id, Bilingual Name, IReadOnlyList<FieldView> Fields, int MaxAttachments, bool AttachmentRequired)
{
    /// <summary>A form of a pack.</summary>
    public static FormView Of(Form form) => new(form.Id, form.Name, [.. form.Fields.Select(FieldView.Of)], form.MaxAttachments, form.AttachmentRequired);
}
