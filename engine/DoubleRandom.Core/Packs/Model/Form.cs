namespace DoubleRandom.Core.Packs.Model;

/// <summary>The type of a field.</summary>
public enum FieldType
{
    /// <summary>One line, at most 200 characters.</summary>
    Text,

    /// <summary>Many lines, at most 20,000 characters.</summary>
    LongText,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A civil date.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>One of a list.</summary>
    Choice,

    /// <summary>A list of records with fields of their own.</summary>
    List,
}

/// <summary>A choice that a field offers.</summary>
public sealed record FieldChoice(string Id, Bilingual Name);

/// <summary>One thing that a form asks for.</summary>
/// <param name="Id">Id within the form; the JSON key of a submission.</param>
/// <param name="Name">Label.</param>
/// <param name="Type">Type of the value.</param>
/// <param name="Required">Whether it must be given.</param>
/// <param name="Min">Smallest number or fewest records.</param>
/// <param name="Max">Largest number or most records.</param>
/// <param name="Choices">The choices of a choice.</param>
/// <param name="Fields">The fields of a list's records.</param>
/// <param name="Help">Help beside the label.</param>
public sealed record FormField(
    string Id, Bilingual Name, FieldType Type, bool Required, decimal? Min, decimal? Max,
    IReadOnlyList<FieldChoice> Choices, IReadOnlyList<FormField> Fields, Bilingual? Help)
{
    /// <summary>The fact that it tells the rules, by its English name; in a list's record by its name within the record. Null when rules need not know.</summary>
    public string? Fact { get; init; }

    /// <summary>Whether it may be shown to the public when what it belongs to is published; null leaves it to what the field is about.</summary>
    public bool? IsPublic { get; init; }

    /// <summary>Where the pack says so.</summary>
    public Place? Place { get; init; }
}

/// <summary>What a submission must carry, as the text lists it.</summary>
/// <param name="Id">Id within the pack.</param>
/// <param name="Name">Name of the document that is handed in.</param>
/// <param name="Basis">The article that lists the fields.</param>
/// <param name="Fields">The fields.</param>
/// <param name="MaxAttachments">How many files may come with it.</param>
/// <param name="AttachmentRequired">Whether at least one file must come with it.</param>
/// <param name="Place">Where the pack says so.</param>
public sealed record Form(
    string Id, Bilingual Name, Basis Basis, IReadOnlyList<FormField> Fields, int MaxAttachments, bool AttachmentRequired, Place Place);
