using System.Text.Json;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Records;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Core.Publication;

/// <summary>
/// Follows a published chain (SSJ-LEDGER/1) page by page and gathers everything that does not fit. It needs the pages alone: no database, no network, no key but the one
/// that stands in them (or, better, one that was kept from earlier).
/// </summary>
/// <param name="publicKey">The key that is expected to have signed; null takes the first one that is met.</param>
public sealed class LedgerWalk(string? publicKey = null)
{
    /// <summary>The format's name, its member <c>format</c>.</summary>
    public const string Format = "SSJ-LEDGER/1";

    /// <summary>The most links of a page.</summary>
    public const int PageSize = 5000;

    private const int MostDifferences = 100;
    private static readonly string[] Beside = ["hash", "statement"];

    private readonly List<Refusal> _differences = [];
    private readonly List<LedgerFile> _files = [];
    private readonly HashSet<string> _checked = new(StringComparer.Ordinal);
    private Dictionary<long, string> _page = [];
    private Node? _kept;

    /// <summary>Everything that does not fit; nothing when the chain holds.</summary>
    public IReadOnlyList<Refusal> Differences => _differences;

    /// <summary>The files that the statements name, as far as they may be fetched.</summary>
    public IReadOnlyList<LedgerFile> Files => _files;

    /// <summary>The jurisdiction; null before the first page.</summary>
    public string? Jurisdiction { get; private set; }

    /// <summary>The key that signed the heads; null when there were none.</summary>
    public string? PublicKey { get; private set; } = publicKey;

    /// <summary>The links followed.</summary>
    public long Links { get; private set; }

    /// <summary>The hash of the last of them.</summary>
    public string Hash { get; private set; } = PublicEntry.Beginning;

    /// <summary>The heads that hold.</summary>
    public int Heads { get; private set; }

    /// <summary>Takes a head that was kept from earlier, before the first page: the chain must still come by it.</summary>
    /// <param name="content">UTF-8: <c>{head, signature}</c>, as the public pages hand it out.</param>
    /// <param name="name">Its name, for the differences.</param>
    public void Keep(ReadOnlyMemory<byte> content, string name)
    {
        var faults = new List<Diagnostic>();
        _kept = CanonicalJson.Read(content, name, faults);
        _differences.AddRange(faults.Select(LedgerMessages.Json));
    }

    /// <summary>Follows the next page.</summary>
    /// <param name="content">UTF-8.</param>
    /// <param name="name">Its name, for the differences.</param>
    /// <returns>The link after which the next page begins; null when this was the last one, or there is no going on.</returns>
    public long? Take(ReadOnlyMemory<byte> content, string name)
    {
        var faults = new List<Diagnostic>();
        if (CanonicalJson.Read(content, name, faults) is not { IsObject: true } page)
        {
            _differences.AddRange(faults.Select(LedgerMessages.Json));
            return null;
        }

        if (page["format"]?.Text is not Format || page["jurisdiction"] is not { IsText: true, Text: var jurisdiction } || page["entries"] is not { IsArray: true } entries)
        {
            _differences.Add(LedgerMessages.Shape($"{name}/format, jurisdiction, entries"));
            return null;
        }

        Jurisdiction ??= jurisdiction;
        _page = [];
        if (!entries.Items.All(Follow))
            return null;
        foreach (var head in page["heads"]?.Items ?? [])
            Check(head);
        long? next = page["next"] is { } further && Number(further) is { } after && after == Links ? after : null;
        if (_kept is { } kept && (next is null || (kept["head"]?["sequence"] is { } place && Number(place) <= Links)))
        {
            Check(kept);
            _kept = null;
        }

        return next;
    }

    /// <summary>Holds a file against the statement that names it.</summary>
    public void Take(LedgerFile file, byte[]? content)
    {
        if (content is null || !string.Equals(Digest.Of(content).ToString(), file.Sha256, StringComparison.Ordinal))
            Differ(LedgerMessages.File(file.Name, file.Sha256));
    }

    /// <summary>Follows one link; false when there is no telling what comes after it.</summary>
    private bool Follow(Node link)
    {
        var place = $"entries[{Links}]";
        if (!link.IsObject || link["sequence"] is not { } number || Number(number) != Links + 1 || link["hash"] is not { IsText: true, Text: var hash } || link["content"] is not { IsText: true, Text: var content })
        {
            Differ(LedgerMessages.Gap(place, Links + 1, link["sequence"]?.Text is { Length: > 0 } found ? found : "-"));
            return false;
        }

        Links++;
        if (!string.Equals(link["jurisdiction"]?.Text, Jurisdiction, StringComparison.Ordinal))
            Differ(LedgerMessages.Other(link["jurisdiction"]?.Text ?? "-", Jurisdiction!));
        if (!string.Equals(link["previous"]?.Text, Hash, StringComparison.Ordinal))
            Differ(LedgerMessages.Previous(Links));
        if (!string.Equals(HashOf(Node.Object(link.Place, link.Members.Where(member => !Beside.Contains(member.Key, StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal))), hash, StringComparison.Ordinal))
            Differ(LedgerMessages.Hash(Links));
        if (link["statement"] is { } statement)
            Read(link, statement, content);
        _page[Links] = Hash = hash;
        return true;
    }

    private void Read(Node link, Node statement, string content)
    {
        if (!string.Equals(HashOf(statement), content, StringComparison.Ordinal))
            Differ(LedgerMessages.Content(Links));
        else if (link["kind"] is { } kind && link["key"] is { } key && link["version"] is { } version)
            foreach (var file in statement["files"]?.Items ?? [])
                if (Digest.TryParse(file["sha256"]?.Text, out var hash)) // Anything else would be a path or worse.
                    _files.Add(new(kind.Text, key.Text, Number(version) ?? 0, file["name"]?.Text ?? "", hash.ToString()));
                else
                    Differ(LedgerMessages.Shape($"entries[{Links - 1}]/statement/files"));
    }

    private void Check(Node signed)
    {
        var head = signed["head"];
        var day = head?["day"]?.Text ?? "-";
        if (head is not { IsObject: true } || signed["signature"] is not { IsText: true } signature || head["sequence"] is not { } number || Number(number) is not { } sequence || head["publicKey"] is not { IsText: true } key)
        {
            Differ(LedgerMessages.Shape($"heads/{day}"));
            return;
        }

        PublicKey ??= key.Text;
        var before = _differences.Count;
        if (!string.Equals(PublicKey, key.Text, StringComparison.Ordinal))
            Differ(LedgerMessages.Key(day));
        else if (!LedgerHead.Verifies(CanonicalJson.Write(head), signature.Text, key.Text))
            Differ(LedgerMessages.Head(day));
        if (!string.Equals(head["jurisdiction"]?.Text, Jurisdiction, StringComparison.Ordinal) || !_page.TryGetValue(sequence, out var hash) || !string.Equals(head["hash"]?.Text, hash, StringComparison.Ordinal))
            Differ(LedgerMessages.HeadOff(day, sequence));
        if (_differences.Count == before && _checked.Add($"{day}/{sequence}"))
            Heads++;
    }

    private void Differ(Refusal difference)
    {
        if (_differences.Count < MostDifferences)
            _differences.Add(difference);
    }

    private static string HashOf(Node node) => Digest.Of(CanonicalJson.Write(node)).ToString();

    private static long? Number(Node node) =>
        node.Kind == JsonValueKind.Number && long.TryParse(node.Text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null;
}
