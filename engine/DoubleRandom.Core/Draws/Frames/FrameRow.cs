using System.Globalization;
using System.Text;
using DoubleRandom.Core.Draws.Lists;

namespace DoubleRandom.Core.Draws.Frames;

/// <summary>One target of a frame. Those excluded stay in it with their reason, so that an exclusion cannot be hidden.</summary>
/// <param name="Id">The unified social credit code or a pseudonym: <c>[0-9A-Z-]{1,64}</c>.</param>
/// <param name="Stratum">Its stratum's code: <c>[0-9A-Za-z_.-]{1,32}</c>.</param>
/// <param name="Weight">From 1 to 65535; only some methods look at it.</param>
/// <param name="IsEligible">Whether it can be drawn.</param>
/// <param name="Reason">Why it is excluded, such as <c>REPEAT-6M</c>, or why its weight was changed; <c>-</c> for neither.</param>
public sealed record FrameRow(string Id, string Stratum, int Weight, bool IsEligible, string Reason)
{
    /// <summary>Whether a text can be a target's id.</summary>
    public static bool IsId(string text) => Words.IsId(Encoding.UTF8.GetBytes(text));

    /// <summary>The line as it stands in the file, without its line end.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}\t{Stratum}\t{Weight}\t{(IsEligible ? 'E' : 'X')}\t{Reason}");
}
