using System.Security.Cryptography;
using System.Text;
using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Inspectors;
using DoubleRandom.Core.Draws.Matching.Demands;
using DoubleRandom.Core.Rules;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Draws.Ceremonies;

/// <summary>Makes the inspector frame and the recusal list of a draw out of the directory. Who cannot go on the days of the check stays in it with capacity 0, so that nobody is left out unseen.</summary>
/// <param name="rules">The rule sets of the pack, by id.</param>
/// <param name="facts">The facts that they may be asked with.</param>
/// <param name="days">The days of the check.</param>
/// <param name="salt">What the pseudonyms of this draw are made with, see <see cref="Pseudonym"/>.</param>
public sealed class InspectorRoster(IReadOnlyDictionary<string, RuleSet> rules, FactSchema facts, DaySpan days, Digest salt)
{
    /// <summary>The rule set that says who may be sent.</summary>
    public const string Fitness = "inspector-fitness";

    /// <summary>The reason of a recusal that the directory gives.</summary>
    public const string Interest = "INTEREST";

    private const int NoLimit = 65535;
    private const int TagDigits = 12;
    private const int LongestCode = 32;

    /// <summary>The row of an inspector.</summary>
    /// <param name="inspector">As the directory has them on the day of freezing.</param>
    /// <param name="load">Tasks given to them earlier in the year.</param>
    public InspectorRow Of(Inspector inspector, int load) => new(
        Pseudonym.Of(salt, inspector.Id), [inspector.Unit], [.. inspector.Tags.Select(TagCode), .. inspector.IsExpert ? new[] { "expert" } : []], inspector.Areas,
        IsFit(inspector) ? Math.Clamp(inspector.Capacity ?? NoLimit, 0, NoLimit) : 0, Math.Clamp(load, 0, NoLimit));

    /// <summary>From whom of the frame an inspector is recused.</summary>
    public IEnumerable<RecusalRow> RecusalsOf(Inspector inspector, IReadOnlySet<string> targets) =>
        inspector.Interests.Where(targets.Contains).Distinct(StringComparer.Ordinal).Select(target => new RecusalRow(Pseudonym.Of(salt, inspector.Id), target, Interest));

    /// <summary>A tag as the lists can hold it: itself where it is a code, else <c>u</c> and the first 12 digits of its SHA-256.</summary>
    public static string TagCode(string tag) => tag.Length is > 0 and <= LongestCode && tag is not "-" && tag.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or '-')
        ? tag
        : string.Concat("u", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tag.Normalize()))).AsSpan(0, TagDigits));

    /// <summary>Whether they may be sent on the first and the last day of the check and are never away between.</summary>
    private bool IsFit(Inspector inspector)
    {
        if (!inspector.IsCredentialed(days.FromOn) || !inspector.IsCredentialed(days.ToOn) || Enumerable.Range(0, days.ToOn.DayNumber - days.FromOn.DayNumber + 1).Any(day => inspector.IsAbsent(days.FromOn.AddDays(day))))
            return false;
        // Experts help and hold no credential, which the rules would ask for.
        return inspector.IsExpert || !rules.TryGetValue(Fitness, out var set) || set.Decide(inspector.Facts(facts, days.ToOn).Set("target.id", "").Build()).Outcome != Outcome.False;
    }
}
