using System.Text.Json.Nodes;
using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Core.Tests.Packs;

namespace DoubleRandom.Core.Tests.Draws;

/// <summary>tests/cases/ceremonies: which steps of a draw may follow which, from draw-spec.md 2.</summary>
public class CeremonyTests
{
    private static readonly Dictionary<string, JsonObject> Cases = CaseFiles.Of("ceremonies");

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Fact]
    public void Cases_AreFound_InTheRoom() => Assert.True(Cases.Count >= 30, $"only {Cases.Count} cases");

    [Theory]
    [MemberData(nameof(Names))]
    public void Decide_LeadsHere_ForEachCase(string name)
    {
        var (given, then) = (Cases[name]["given"]!, Cases[name]["then"]!);
        var state = Prepared((string?)given["beaconRound"]);
        var (refusals, repeats) = (new List<string>(), 0);
        foreach (var step in given["steps"]!.AsArray())
        {
            var answer = Ceremony.Decide(state, Command(step!));
            Assert.All(answer.Refusals, refusal => Assert.NotEmpty(refusal.Remedy.Zh));
            refusals.AddRange(answer.Refusals.Select(refusal => refusal.Code));
            repeats += answer.IsRepeat ? 1 : 0;
            Assert.True(answer.Refusals.Count == 0 && !answer.IsRepeat ? answer.State != state : answer.State == state, "A step that was refused or taken before changes nothing.");
            state = answer.State;
        }

        Assert.Equal((string)then["stage"]!, state.Stage.ToString(), ignoreCase: true);
        Assert.Equal((then["refusals"]?.AsArray() ?? []).Select(code => (string)code!), refusals, StringComparer.Ordinal);
        Assert.Equal((int?)then["repeats"] ?? 0, repeats);
        Assert.Equal((string?)then["supersededBy"], state.SupersededBy);
    }

    [Fact]
    public void Against_TellsEveryFault_OfTheWitnessesThatAreNamed()
    {
        Assert.Equal(["draw-witnesses-few"], Codes(["甲"]), StringComparer.Ordinal);
        Assert.Equal(["draw-witness-twice"], Codes(["Zhang San", "ｚｈａｎｇｓａｎ"]), StringComparer.Ordinal);
        Assert.Equal(["draw-witness-name", "draw-witness-takes-part"], Codes(["甲|乙", "陈"]), StringComparer.Ordinal);
        Assert.Empty(Codes(["甲", "乙"]));
    }

    private static IEnumerable<string> Codes(string[] witnesses) => Ceremony.Against(witnesses, "陈").Select(refusal => refusal.Code);

    private static CeremonyState Prepared(string? beacon) => new()
    {
        Number = "D-1",
        Stage = CeremonyStage.Prepared,
        Manifest = "a",
        PreparedBy = "陈",
        Witnesses = [new("公证员甲", null), new("人大代表乙", null)],
        BeaconRound = beacon,
    };

    private static CeremonyCommand Command(JsonNode step) => (string)step["do"]! switch
    {
        "freeze" => new CeremonyCommand.Freeze((string?)step["manifest"] ?? "a", (string)step["by"]!),
        "witness" => new CeremonyCommand.Witness((string)step["name"]!, (string)step["value"]!),
        "beacon" => new CeremonyCommand.Beacon((string)step["value"]!),
        "run" => new CeremonyCommand.Run(),
        "dispatch" => new CeremonyCommand.Dispatch(),
        "reveal" => new CeremonyCommand.Reveal(),
        "abandon" => new CeremonyCommand.Abandon((string)step["reason"]!),
        "supersede" => new CeremonyCommand.Supersede((string)step["number"]!, (string)step["reason"]!),
        var other => throw new InvalidOperationException($"No step '{other}'."),
    };
}
