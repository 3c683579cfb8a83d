using DoubleRandom.Core;

namespace DoubleRandom.Service.Notices;

/// <summary>Something wrong in a template, for the one who wrote it.</summary>
/// <param name="Template">The template's name, such as <c>reminder.zh</c>.</param>
/// <param name="Code">Stable word for the kind of fault: <c>template-shape</c>, <c>template-syntax</c>, <c>template-block</c>, <c>template-helper</c>, <c>template-variable</c>.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Column">Column of the opening braces in UTF-16 units, from 1.</param>
/// <param name="Problem">What is wrong, naming the template and the variable.</param>
/// <param name="Remedy">How to mend it, with a near miss where there is one.</param>
public sealed record TemplateFault(string Template, string Code, int Line, int Column, Bilingual Problem, Bilingual Remedy)
{
    /// <summary>The fault on one line, as logs and exceptions show it.</summary>
    public override string ToString() => $"{Template}({Line},{Column}) {Code}: {Problem}; {Remedy}";
}
