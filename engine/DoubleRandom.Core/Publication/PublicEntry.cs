using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Records;

namespace DoubleRandom.Core.Publication;

/// <summary>One link of a jurisdiction's public chain.</summary>
/// <param name="Jurisdiction">The chain it belongs to.</param>
/// <param name="Sequence">Its place, from 1, without gap.</param>
/// <param name="Kind">What the statement is about.</param>
/// <param name="Key">Which one.</param>
/// <param name="Version">How many statements there are about it up to this one.</param>
/// <param name="Act">What the statement does.</param>
/// <param name="On">The day of the act.</param>
/// <param name="At">When it was written (UTC, microseconds).</param>
/// <param name="Content">SHA-256 of what it says (<see cref="StatementContent"/>), which names the hashes of its files; 64 lower-case hexadecimal digits, as all hashes here.</param>
/// <param name="Previous">Hash of the link before; 64 zeros for the first.</param>
/// <param name="Hash">Hash of the canonical JSON of everything above.</param>
public sealed record PublicEntry(
    string Jurisdiction, long Sequence, StatementKind Kind, string Key, int Version, StatementAct Act, DateOnly On, DateTimeOffset At, string Content, string Previous, string Hash)
{
    /// <summary>What the first link refers to.</summary>
    public static string Beginning { get; } = new('0', 2 * Digest.Size);

    private const string InstantShape = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>The members that the hash covers, in canonical order.</summary>
    public JsonObject Members() => new()
    {
        ["act"] = Act.Word(),
        ["at"] = InstantText(At),
        ["content"] = Content,
        ["jurisdiction"] = Jurisdiction,
        ["key"] = Key,
        ["kind"] = Kind.Word(),
        ["on"] = On.Iso(),
        ["previous"] = Previous,
        ["sequence"] = Sequence,
        ["version"] = Version,
    };

    /// <summary>The hash that the members demand.</summary>
    public string Expected() => Digest.Of(Encoding.UTF8.GetBytes(Canonical(Members()))).ToString();

    /// <summary>An instant as the chain writes it: UTC, to the microsecond.</summary>
    public static string InstantText(DateTimeOffset at) => at.UtcDateTime.ToString(InstantShape, CultureInfo.InvariantCulture);

    /// <summary>Reads an instant of the chain; false when it is written in another way.</summary>
    public static bool TryInstant(string text, out DateTimeOffset at) =>
        DateTimeOffset.TryParseExact(text, InstantShape, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out at);

    /// <summary>The canonical writing of an object of strings, integers, objects and arrays.</summary>
    internal static string Canonical(JsonObject members)
    {
        var node = CanonicalJson.Read(Encoding.UTF8.GetBytes(members.ToJsonString()), "", []);
        return Encoding.UTF8.GetString(CanonicalJson.Write(node ?? throw new ArgumentException("These members have no canonical writing.", nameof(members))));
    }
}
