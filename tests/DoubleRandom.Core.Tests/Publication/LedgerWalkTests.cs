using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Publication;

namespace DoubleRandom.Core.Tests.Publication;

/// <summary>A chain of three links with a signed head, and everything that may be done to it.</summary>
public class LedgerWalkTests
{
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly string PublicKey = Convert.ToBase64String(Key.ExportSubjectPublicKeyInfo());
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 1, 2, 3, TimeSpan.Zero);

    [Fact]
    public void Walk_FindsNothing_WhenTheChainIsWhole()
    {
        var walk = Walked(Page());
        Assert.Empty(walk.Differences);
        Assert.Equal((3L, 1, "test", PublicKey), (walk.Links, walk.Heads, walk.Jurisdiction, walk.PublicKey));
    }

    [Fact]
    public void Walk_HoldsWithoutContent_ThatIsNoLongerShown()
    {
        var page = Page();
        Assert.True(Entry(page, 1).Remove("statement"));
        Assert.Empty(Walked(page).Differences);
    }

    [Fact]
    public void Walk_FindsTheFault_OfEachTampering()
    {
        (string Code, Action<JsonObject> Tamper)[] tamperings =
        [
            ("ledger-hash", page => Entry(page, 1)["on"] = "2026-01-01"),
            ("ledger-hash", page => Entry(page, 1)["act"] = "withdraw"),
            ("ledger-content", page => Entry(page, 0)["statement"]!["title"] = "别的"),
            ("ledger-previous", page => Entry(page, 1)["hash"] = new string('0', 64)),
            ("ledger-gap", page => ((JsonArray)page["entries"]!).RemoveAt(1)),
            ("ledger-gap", page => Swap((JsonArray)page["entries"]!)),
            ("ledger-jurisdiction", page => page["jurisdiction"] = "other"),
            ("ledger-head", page => page["heads"]![0]!["head"]!["day"] = "2026-11-21"),
            ("ledger-head-off", page => page["heads"]![0]!["head"]!["sequence"] = 9),
            ("ledger-head-off", page => ((JsonArray)page["entries"]!).RemoveAt(2)),
            ("ledger-shape", page => page.Remove("entries")),
        ];
        Assert.All(tamperings, tampering =>
        {
            var page = Page();
            tampering.Tamper(page);
            Assert.Contains(tampering.Code, Walked(page).Differences.Select(difference => difference.Code), StringComparer.Ordinal);
        });
    }

    [Fact]
    public void Walk_FindsARewrittenChain_WhenTheKeyWasKept()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var walk = new LedgerWalk(Convert.ToBase64String(other.ExportSubjectPublicKeyInfo()));
        walk.Take(Bytes(Page()), "ledger.json");
        Assert.Equal("ledger-key", Assert.Single(walk.Differences).Code);
    }

    [Fact]
    public void Walk_FindsARewrittenChain_WhenAHeadWasKept()
    {
        var (page, kept) = (Page(), Bytes((JsonObject)Page()["heads"]![0]!));
        Assert.Empty(Kept(page, kept).Differences);
        ((JsonArray)page["entries"]!).RemoveAt(2); // The last link is gone, and the head that told of it.
        page["heads"] = new JsonArray();
        Assert.Empty(Walked(page).Differences);
        Assert.Equal("ledger-head-off", Assert.Single(Kept(page, kept).Differences).Code);
    }

    [Fact]
    public void Walk_GoesOn_OverPages()
    {
        var (first, second) = (Page(), Page());
        ((JsonArray)first["entries"]!).RemoveAt(2);
        first["heads"] = new JsonArray();
        first["next"] = 2;
        ((JsonArray)second["entries"]!).RemoveAt(0);
        ((JsonArray)second["entries"]!).RemoveAt(0);
        var walk = new LedgerWalk();
        Assert.Equal(2, walk.Take(Bytes(first), "1"));
        Assert.Null(walk.Take(Bytes(second), "2"));
        Assert.Empty(walk.Differences);
        Assert.Equal((3L, 1), (walk.Links, walk.Heads));
    }

    [Fact]
    public void Walk_NamesFiles_AndHoldsThemAgainstTheirHash()
    {
        var walk = Walked(Page());
        var file = Assert.Single(walk.Files);
        walk.Take(file, "{}"u8.ToArray());
        Assert.Empty(walk.Differences);
        walk.Take(file, "[]"u8.ToArray());
        walk.Take(file, null);
        Assert.Equal(["ledger-file", "ledger-file"], walk.Differences.Select(difference => difference.Code), StringComparer.Ordinal);
    }

    private static LedgerWalk Kept(JsonObject page, byte[] head)
    {
        var walk = new LedgerWalk();
        walk.Keep(head, "head.json");
        walk.Take(Bytes(page), "ledger.json");
        return walk;
    }

    private static LedgerWalk Walked(JsonObject page)
    {
        var walk = new LedgerWalk();
        walk.Take(Bytes(page), "ledger.json");
        return walk;
    }

    private static byte[] Bytes(JsonObject page) => Encoding.UTF8.GetBytes(page.ToJsonString());

    private static JsonObject Entry(JsonObject page, int at) => (JsonObject)page["entries"]![at]!;

    private static void Swap(JsonArray entries)
    {
        var first = entries[0];
        entries.RemoveAt(0);
        entries.Add(first);
    }

    private static JsonObject Page()
    {
        var (entries, previous) = (new JsonArray(), PublicEntry.Beginning);
        for (var sequence = 1; sequence <= 3; sequence++)
        {
            var statement = new Statement(StatementKind.Result, $"k{sequence}", StatementAct.Publish, $"第{sequence}家", """{"n":1}""", new(2026, 11, 20)) { Files = sequence == 2 ? [StatementFile.Of("record.json", "application/json", "{}"u8)] : [] };
            var content = StatementContent.Of(statement);
            var entry = new PublicEntry("test", sequence, statement.Kind, statement.Key, 1, statement.Act, statement.On, Now, content.Sha256, previous, "");
            var members = entry.Members();
            members.Add("hash", previous = entry.Expected());
            members.Add("statement", JsonNode.Parse(content.Json));
            entries.Add(members);
        }

        var head = new LedgerHead("test", new(2026, 11, 20), 3, previous, Now, PublicKey).Json();
        return new() { ["format"] = LedgerWalk.Format, ["jurisdiction"] = "test", ["entries"] = entries, ["heads"] = new JsonArray(new JsonObject { ["head"] = JsonNode.Parse(head), ["signature"] = LedgerHead.Sign(Key, head) }) };
    }
}
