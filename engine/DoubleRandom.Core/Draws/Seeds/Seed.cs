using System.Text;
using DoubleRandom.Core.Draws.Hashing;

namespace DoubleRandom.Core.Draws.Seeds;

/// <summary>
/// The seed of a draw (SSJ-SEED/1): what was frozen and published before, and what witnesses gave afterwards. Since everything else is fixed by then, nobody can
/// choose among outcomes.
/// </summary>
/// <param name="Draw">The number of the draw.</param>
/// <param name="Frame">The frame's Merkle root.</param>
/// <param name="Rules">The hash of the rules.</param>
/// <param name="Pepper">The commitment of the pepper; null when there is none.</param>
/// <param name="Witnesses">In the order in which they gave their values.</param>
/// <param name="Beacon">The value of a public beacon's round after the witnesses; <c>-</c> for none.</param>
public sealed record Seed(string Draw, Digest Frame, Digest Rules, Digest? Pepper, IReadOnlyList<Witness> Witnesses, string Beacon)
{
    /// <summary>The format's name, its first line.</summary>
    public const string Format = "SSJ-SEED/1";

    /// <summary>What stands where there is no pepper or no beacon.</summary>
    public const string None = "-";

    /// <summary>The least number of characters that the witnesses give together.</summary>
    public const int FewestDigits = 20;

    /// <summary>What the draw's chance rests on: <c>dice</c>, or <c>dice+beacon</c>.</summary>
    public string Assurance => Beacon is None ? "dice" : "dice+beacon";

    /// <summary>The commitment of a pepper: the SHA-256 of its 32 bytes.</summary>
    public static Digest Commit(Digest pepper) => Digest.Of(pepper.ToBytes());

    /// <summary>The text that is hashed, every line ended by LF.</summary>
    public string ToText() => string.Concat(new[] { Format, $"draw={Draw}", $"frame={Frame}", $"rules={Rules}", $"pepper={Pepper?.ToString() ?? None}" }
        .Concat(Witnesses.Select(witness => $"witness={witness.Name}|{witness.Value}"))
        .Append($"beacon={Beacon}")
        .Append("end")
        .Select(line => line + "\n"));

    /// <summary>The key of the draw: SHA-256 of the text's SHA-256 and the pepper's 32 bytes, which are zero when there is none.</summary>
    public Digest Key(Digest pepper)
    {
        Span<byte> both = stackalloc byte[2 * Digest.Size];
        Digest.Of(Encoding.UTF8.GetBytes(ToText())).CopyTo(both);
        pepper.CopyTo(both[Digest.Size..]);
        return Digest.Of(both);
    }
}
