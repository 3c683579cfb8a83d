namespace DoubleRandom.Service.Notices;

/// <summary>The closed vocabulary of notice templates; <c>rungs[].x</c> is x inside <c>{{#each rungs}}</c>.</summary>
public static class NoticeVariables
{
    /// <summary>
    /// Every variable a template may use. Dates (<c>dueOn</c>, <c>oldDueOn</c>, <c>rungs[].dueOn</c>, <c>rungs[].on</c>) go through <c>{{date x}}</c>;
    /// <c>strength</c>, <c>provisional</c> and <c>virtualClock</c> are asked by <c>{{#if}}</c>: <c>strength</c> is present only where the duty is a
    /// <c>should</c>, as the words to print for it; <c>issued</c> is present in a circular that is made public, and not in its draft.
    /// </summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "jurisdiction", "office", "unit", "obligation", "deliverable", "dueOn", "closesAt", "daysLeft", "workingDaysLeft", "daysLate", "strength",
        "basisDocument", "basisNumber", "basisArticle", "quote", "readingNote", "provisional", "oldDueOn", "reason", "url", "virtualClock", "recipient",
        "counted", "required", "issued",
        "rungs[].kind", "rungs[].on", "rungs[].unit", "rungs[].obligation", "rungs[].deliverable", "rungs[].dueOn", "rungs[].closesAt", "rungs[].daysLeft",
        "rungs[].daysLate", "rungs[].basisDocument", "rungs[].basisArticle", "rungs[].url",
    ];
}
