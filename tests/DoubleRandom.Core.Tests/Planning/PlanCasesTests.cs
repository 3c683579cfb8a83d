using System.Globalization;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Tests.Packs;

namespace DoubleRandom.Core.Tests.Planning;

/// <summary>tests/cases/planning: rules of law, what happened, and the days a careful clerk would write into the diary.</summary>
public class PlanCasesTests
{
    private static readonly Dictionary<string, JsonObject> Cases = CaseFiles.Of("planning");

    private static readonly Dictionary<string, Func<Deadline, string>> Columns = new(StringComparer.Ordinal)
    {
        ["due"] = d => $"{d.DueOn.Iso()} {d.Key.Period}",
        ["owed"] = d => $"{d.DueOn.Iso()} {d.Key.Unit}",
        ["opens"] = d => $"{d.OpensOn.Iso()} {d.DueOn.Iso()}",
        ["closes"] = d => d.ClosesAt,
        ["provisional"] = d => $"{d.DueOn.Iso()} {(d.Occurrence.Provisional ? "provisional" : "certain")}",
        ["history"] = d => $"{d.DueOn.Iso()} {(d.IsHistory ? "history" : "live")}",
        ["ladder"] = d => string.Join(", ", d.Ladder.Select(rung => $"{rung.On.Iso()} {rung.At.ToString("HH:mm", CultureInfo.InvariantCulture)} {rung.Rung.Id}")),
        ["progress"] = d => $"{d.Key.Period} {d.Progress!.Counted}/{d.Progress.Required}{(d.Progress.MetOn is { } on ? $" met {on.Iso()}" : "")}{(d.Progress.IsOver ? " over" : "")}",
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Fact]
    public void Cases_AreFound_InTheRoom() => Assert.True(Cases.Count >= 100, $"only {Cases.Count} cases");

    [Theory]
    [MemberData(nameof(Names))]
    public void Plan_IsWhatTheLawSays_ForEachCase(string name)
    {
        var (planCase, then) = (new PlanCase(Cases[name]["given"]!.AsObject()), Cases[name]["then"]!.AsObject());
        var plan = Planner.Plan(planCase.Request);
        var deadlines = plan.Deadlines.Where(d => planCase.Obligation is null || string.Equals(d.Obligation.Id, planCase.Obligation, StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(then);
        foreach (var (key, expected) in then)
            Assert.True(Agrees(expected!, Found(key, planCase, plan, deadlines), out var said), $"{name}: {key}\nexpected {expected!.ToJsonString()}\nfound    {said}\n({Cases[name]["why"]})");
    }

    private static string[] Found(string key, PlanCase planCase, Plan plan, Deadline[] deadlines) => key switch
    {
        "gaps" => [.. plan.NotPlanned.Where(gap => planCase.Obligation is null || string.Equals(gap.Obligation, planCase.Obligation, StringComparison.Ordinal)).Select(Gap)],
        "counts" => [.. deadlines.GroupBy(d => (d.Obligation.Id, d.DueOn)).Select(group => $"{group.Key.Id} {group.Key.DueOn.Iso()} {group.Count()}")],
        "explains" => [.. deadlines.SelectMany(d => Explanation.Of(d, planCase.Pack)).Where(line => line.From is not null).Select(Line)],
        "says" => [.. deadlines.SelectMany(d => Explanation.Of(d, planCase.Pack)).Where(line => line.From is null).Select(line => $"{line.Step}: {line.Text}")],
        _ => [.. deadlines.Select(Columns[key])],
    };

    /// <summary>"says" looks for each phrase in some line; everything else is the whole list in its order.</summary>
    private static bool Agrees(JsonNode expected, string[] found, out string said)
    {
        said = new JsonArray([.. found.Select(line => JsonValue.Create(line))]).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var wanted = expected.AsArray().Select(node => (string)node!).ToArray();
        return wanted is [['~', ..], ..]
            ? wanted.All(phrase => found.Any(line => line.Contains(phrase[1..], StringComparison.Ordinal)))
            : wanted.SequenceEqual(found, StringComparer.Ordinal);
    }

    private static string Gap(NotPlanned gap) => $"{PackTests.ReasonWord(gap.Reason)}{(gap.On is { } on ? $" {on.Iso()}" : "")} {gap.Detail}";

    private static string Line(ExplanationLine line) => line.From == line.To ? $"{line.Step} {line.From!.Value.Iso()}" : $"{line.Step} {line.From!.Value.Iso()}..{line.To!.Value.Iso()}";
}
