namespace DoubleRandom.Web.Api.Events;

/// <summary>How the thing that an event happened to may be called.</summary>
internal static class EventSubject
{
    private const int Longest = 100;

    /// <summary>Signs that would break a deadline's key or address, of which the subject becomes a part.</summary>
    private const string NotInSubjects = "/\\#?%";

    /// <summary>Whether a subject can become part of a deadline's key.</summary>
    public static bool IsGood(string subject) => subject.Length <= Longest && !subject.Any(c => char.IsControl(c) || NotInSubjects.Contains(c, StringComparison.Ordinal));
}
