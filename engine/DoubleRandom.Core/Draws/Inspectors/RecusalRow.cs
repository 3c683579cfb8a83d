namespace DoubleRandom.Core.Draws.Inspectors;

/// <summary>One inspector who must not check one target.</summary>
/// <param name="Inspector">The inspector's pseudonym.</param>
/// <param name="Target">The target's id.</param>
/// <param name="Reason">Why, as a code such as <c>KIN</c> or <c>FORMER-EMPLOYER</c>.</param>
public sealed record RecusalRow(string Inspector, string Target, string Reason)
{
    /// <summary>The line as it stands in the file, without its line end.</summary>
    public override string ToString() => $"{Inspector}\t{Target}\t{Reason}";
}
