namespace DoubleRandom.Core.Draws.Matching;

/// <summary>One place in the team that checks a target; to be filled by one inspector.</summary>
/// <param name="Target">Id of the target: 1 to 64 of <c>0-9 A-Z -</c>, as in the frame.</param>
/// <param name="Number">Tells the places of one target apart: 0 to 65535.</param>
/// <remarks>Ordered by the bytes of the target, then by number; that is the order in which an assignment is read.</remarks>
public readonly record struct Slot(string Target, int Number)
{
    internal int CompareTo(Slot other)
    {
        var target = string.CompareOrdinal(Target, other.Target);
        return target != 0 ? target : Number.CompareTo(other.Number);
    }

    /// <summary>Target and number as in the published files: <c>TGT0|1</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Target}|{Number}");
}
