namespace DoubleRandom.Core.Rules.Facts;

/// <summary>What sort of value a fact has.</summary>
public enum FactKind
{
    /// <summary>Text; compared ordinally, never longer than <see cref="FactLimits.TextLength"/>.</summary>
    Text,

    /// <summary>A decimal number, never larger than <see cref="FactLimits.Number"/> in size.</summary>
    Number,

    /// <summary>A civil date.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>One of a closed list of words.</summary>
    Choice,

    /// <summary>A list of texts, numbers, dates or records.</summary>
    List,

    /// <summary>A record with facts of its own: an element of a list.</summary>
    Record,
}
