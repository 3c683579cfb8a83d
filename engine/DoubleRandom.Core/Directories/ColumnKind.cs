namespace DoubleRandom.Core.Directories;

/// <summary>What stands in the cells of a directory's column. Every kind has one plain form, in which it is kept and exported.</summary>
public enum ColumnKind
{
    /// <summary>Any text without control characters.</summary>
    Text,

    /// <summary>A pseudonym: capitals, digits and hyphens, as frames of a draw have it.</summary>
    Pseudonym,

    /// <summary>The code of a target: <see cref="TargetCode"/>.</summary>
    Target,

    /// <summary>An old registration number: <see cref="RegistrationNumber"/>.</summary>
    Registration,

    /// <summary>An industry: <see cref="IndustryCode"/>.</summary>
    Industry,

    /// <summary>A division: <see cref="DivisionCode"/>.</summary>
    Division,

    /// <summary>A unit of the jurisdiction, by id or name; kept by id.</summary>
    Unit,

    /// <summary>A number from 0.</summary>
    Number,

    /// <summary>A share in percent, more than 0 and at most 100, written with or without the sign.</summary>
    Percent,

    /// <summary>A civil date.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>One of a closed list of words, by id or Chinese name; kept by id.</summary>
    Choice,

    /// <summary>Texts, separated by semicolons.</summary>
    Texts,

    /// <summary>Codes of targets, separated by semicolons.</summary>
    Targets,

    /// <summary>Divisions, separated by semicolons.</summary>
    Divisions,

    /// <summary>Civil dates, separated by semicolons.</summary>
    Dates,

    /// <summary>Stretches of days, first/last, separated by semicolons.</summary>
    Stretches,
}
