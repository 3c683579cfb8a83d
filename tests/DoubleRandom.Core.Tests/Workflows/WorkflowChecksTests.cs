using System.Text;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Tests.Packs;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Tests.Workflows;

/// <summary>tests/cases/workflows: what is wrong with a definition, said completely, each at its place.</summary>
public class WorkflowChecksTests
{
    private static readonly Dictionary<string, JsonObject> Cases = CaseFiles.Of("workflows");

    private static readonly WorkflowDefinition Child = Definitions.Of("""
        { "id": "child", "startedBy": [{ "workflow": "parent" }], "steps": [
          { "id": "a", "outcomes": [{ "id": "good", "to": "good" }, { "id": "bad", "to": "bad" }] },
          { "id": "good", "kind": "end", "outcome": "good" }, { "id": "bad", "kind": "end", "outcome": "bad" }] }
        """);

    private static readonly WorkflowDefinition Mirror = Definitions.Of("""
        { "id": "mirror", "startedBy": [{ "workflow": "case" }], "steps": [{ "id": "c", "kind": "call", "workflow": "case", "next": "end" }, { "id": "end", "kind": "end" }] }
        """);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Fact]
    public void Cases_AreFound_InTheRoom() => Assert.True(Cases.Count >= 30, $"only {Cases.Count} cases");

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_SaysExactlyThis_ForEachCase(string name)
    {
        var given = Cases[name]["given"]!["workflow"]!.AsObject();
        var compiled = Definitions.Compile(given);
        var found = compiled.Diagnostics.Concat(WorkflowChecks.Of(compiled.Definition!, Around(compiled.Definition!))).ToList();
        if (found.TrueForAll(fault => fault.Severity != Severity.Error))
            found.AddRange(WorkflowWalks.Run(compiled.Definition!, CaseRun.Context(CaseRun.Li).Dates, new CaseRules(null)));
        var all = found.ToArray();
        var missing = new List<string>();
        foreach (var expected in Cases[name]["then"]!["diagnostics"]!.AsArray())
        {
            var (code, at, says) = ((string)expected!["code"]!, (string)expected["at"]!, (string)expected["says"]!);
            if (!Remove(found, d => string.Equals(d.Code, code, StringComparison.Ordinal) && string.Equals(d.Place.Pointer, at, StringComparison.Ordinal) && $"{d.Problem.Zh} {d.Remedy.Zh}".Contains(says, StringComparison.Ordinal)))
                missing.Add(expected.ToJsonString());
        }

        Assert.True(missing.Count + found.Count == 0, $"{name}\n{string.Join("\n", missing.Select(m => $"missing: {m}").Concat(found.Select(f => $"extra: {f.Code} '{f.Place.Pointer}' {f.Problem} | {f.Remedy}")))}");
        PackCasesTests.AssertReadable(all, new(StringComparer.Ordinal) { [Definitions.Path] = Encoding.UTF8.GetBytes(Definitions.Filled(given).ToJsonString(new() { WriteIndented = true })) });
    }

    [Fact]
    public void Of_TakesNoLongerThanItsSize_WithTenThousandSteps()
    {
        var definition = WorkflowScaleTests.LongDefinition(10_000);
        Assert.Empty(WorkflowChecks.Of(definition, Around(definition)));
    }

    internal static WorkflowSurroundings Around(params WorkflowDefinition[] definitions) => new()
    {
        Roles = new Dictionary<string, bool>(StringComparer.Ordinal) { ["worker"] = true, ["lead"] = true, ["ghost"] = false },
        Units = ["bureau", "police"],
        Forms = ["report"],
        DateFields = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["report"] = ["held-on"] },
        Events = ["a.done", "result.updated"],
        Ladders = ["standard"],
        Templates = ["reminder"],
        RuleSets = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["size"] = ["big", "small"], ["any"] = [] },
        Workflows = definitions.Concat([Child, Mirror]).ToDictionary(definition => definition.Id, StringComparer.Ordinal),
    };

    private static bool Remove(List<Diagnostic> found, Predicate<Diagnostic> fits)
    {
        var i = found.FindIndex(fits);
        if (i >= 0)
            found.RemoveAt(i);
        return i >= 0;
    }
}
