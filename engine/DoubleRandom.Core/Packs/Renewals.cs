using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Packs;

/// <summary>A document that lapses is itself something to remind of: the office must renew it, replace it, or let it end knowingly.</summary>
internal static class Renewals
{
    /// <summary>The ladder (180, 90, 30 days before) that a base pack gives such warnings; without it there are none.</summary>
    private const string LadderId = "lapse";

    /// <summary>One for each document that lapses and on which a duty rests.</summary>
    public static IEnumerable<Obligation> Of(
        IReadOnlyCollection<Obligation> duties, IEnumerable<LegalDocument> documents, IReadOnlyDictionary<string, Ladder> ladders, string office, Readings readings)
    {
        if (!ladders.TryGetValue(LadderId, out var ladder))
            yield break;
        foreach (var document in documents)
            if (document.InForceTo is { } last && duties.Any(duty => string.Equals(duty.Basis.Document, document.Id, StringComparison.Ordinal)))
                yield return Of(document, last, ladder, office, readings);
    }

    private static Obligation Of(LegalDocument document, DateOnly last, Ladder ladder, string office, Readings readings)
    {
        var basis = new Basis(document.Id, "有效期", $"有效期至 {last.Iso()}", null);
        return new(
            $"document.{document.Id}", new($"《{document.Title}》到期", $"\"{document.Title}\" lapses"),
            Dated<Who>.Always(new(null, [office], [], false)), null, null, Dated<When>.Always(new When.Once([last])),
            Strength.Should, MetBy.Submission, null, basis, null, basis, readings, ladder,
            new("到期前决定续期、修订或停止执行；续期只需修改 inForceTo", "decide before it lapses: renew, revise or let it end; a renewal changes inForceTo only"), document.Place);
    }
}
