using System.Text;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Simulation;
using DoubleRandom.Core.Tests.Packs;

namespace DoubleRandom.Core.Tests.Simulation;

/// <summary>tests/cases/simulation: what is wrong with a behaviour file, with its line.</summary>
public class BehaviourReaderTests
{
    private const string Visit = "workflows/_base-sample/visit.workflow.json";
    private static readonly Dictionary<string, JsonObject> Cases = CaseFiles.Of("simulation");

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Fact]
    public void Cases_AreFound_InTheRoom() => Assert.True(Cases.Count >= 10, $"only {Cases.Count} cases");

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_SaysExactlyThis_ForEachCase(string name)
    {
        var row = Cases[name];
        var text = string.Join('\n', row["given"]!.AsArray().Select(line => (string)line!));
        var (_, faults) = BehaviourReader.Read(new("b.json", Encoding.UTF8.GetBytes(text)), PackOf((string?)row["edit"] is "by event"));
        Assert.Equal(row["then"]!["diagnostics"]!.AsArray().Select(fault => $"{fault!["code"]}:{fault["line"]}"), faults.Select(fault => $"{fault.Code}:{fault.Place.Line}"), StringComparer.Ordinal);
        Assert.All(faults, fault => Assert.True(fault.Problem.Zh.Any(sign => sign >= '一') && fault.Remedy.En.Any(char.IsAsciiLetter)));
    }

    [Fact]
    public void Of_LetsTheLaterExceptionWin_WhenSeveralMeet()
    {
        BehaviourException[] exceptions =
        [
            new("police", null, null, null, new() { Shares = new(0, 1, 0), Other = 3 }),
            new(null, null, "visit", "check", new() { Shares = new(0, 0, 1) }),
        ];
        var conduct = (Behaviour.Usual with { Exceptions = exceptions }).Of(new("police", null, "visit", "check"));
        Assert.Equal((new Shares(0, 0, 1), 3, Behaviour.Usual.Steps.Days), (conduct.Shares, conduct.Other, conduct.Days));
        Assert.Equal(Behaviour.Usual.Deadlines.Shares, (Behaviour.Usual with { Exceptions = exceptions }).Of(new("bureau", "half-year-report", null, null)).Shares);
    }

    [Fact]
    public void Read_TakesTheUsualNumbers_WhereTheFileSaysNothing()
    {
        var text = """{ "$schema": "schemas/behaviour.schema.json", "actions": { "postpone": 100, "cancel": 0 } }""";
        Assert.Equal(new(100, 0, Interventions.Usual.Correct), BehaviourReader.Read(new("b.json", Encoding.UTF8.GetBytes(text)), PackOf(false)).Behaviour.Interventions);
        Assert.InRange(Interventions.Usual.Postpone + Interventions.Usual.Cancel + Interventions.Usual.Correct, 3, 15); // Small: a county's life is mostly its steps.
    }

    /// <summary>The sample pack, or one whose workflow starts by an event alone.</summary>
    private static Pack PackOf(bool isByEvent)
    {
        var files = SamplePack.Copy();
        if (isByEvent)
            files[Visit] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files[Visit]).Replace("\"by\": \"member\"", "\"event\": \"task.completed\"", StringComparison.Ordinal));
        return PackCompiler.Compile(SamplePack.Library(files), SamplePack.Folder).Pack!;
    }
}
