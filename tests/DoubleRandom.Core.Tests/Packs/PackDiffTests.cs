using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Changes;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Tests.Packs;

/// <summary>tests/cases/packs/diff: an edit of the sample pack, and what it comes to in rules and workflows.</summary>
public class PackDiffTests
{
    private const string Ratio = "rules/_base-sample/ratio.rules.json";
    private static readonly Dictionary<string, JsonObject> Cases = CaseFiles.Of("packs/diff");
    private static readonly Pack Old = Compiled(SamplePack.Copy());

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Fact]
    public void Cases_AreFound_InTheRoom() => Assert.True(Cases.Count >= 12, $"only {Cases.Count} cases");

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_TellsExactlyThis_ForEachCase(string name)
    {
        var diff = PackDiff.Of(Old, Compiled(PackEdits.Apply(Cases[name]["given"]!.AsObject())));
        Assert.Equal(string.Join("\n", Cases[name]["then"]!["changes"]!.AsArray().Select(line => (string)line!)), string.Join("\n", diff.Changes.SelectMany(Lines)));
        Assert.Equal(Cases[name]["then"]!["changes"]!.AsArray().Count == 0, diff.IsEmpty);
    }

    [Fact]
    public void Of_ShowsAllAsNewOrGone_WhenAPackComesOrGoes()
    {
        Assert.Equal(["added rules:fitness", "added rules:follow-up", "added rules:ratio", "added workflow:visit"], PackDiff.Of(null, Old).Changes.SelectMany(Lines), StringComparer.Ordinal);
        Assert.All(PackDiff.Of(Old, null).Changes, change => Assert.Equal((Fate.Vanished, true), (change.Fate, change.NewVersion is null)));
        Assert.True(PackDiff.Of(Old, Old).IsEmpty && PackDiff.Of(null, null).IsEmpty);
    }

    [Fact]
    public void Of_NamesTheVersionsOfWorkflows_AsInstancesKnowThem()
    {
        var changed = Compiled(PackEdits.Apply(JsonNode.Parse("""{ "edits": [{ "file": "_base-sample/visit.workflow.json", "at": "/steps/0/owner", "to": "office" }] }""")!.AsObject()));
        var change = Assert.Single(PackDiff.Of(Old, changed).Changes);
        Assert.Equal((Old.Workflows["visit"].Version, changed.Workflows["visit"].Version), (change.OldVersion, change.NewVersion));
    }

    /// <summary>What was only pushed aside is not called moved: of all rows as many stay as can, in every order that there is.</summary>
    [Fact]
    public void Moved_AreNoMoreThanMustBe_InAnyOrder() => Assert.All(Orders([0, 1, 2, 3]), order =>
    {
        var files = SamplePack.Copy();
        var set = JsonNode.Parse(files[Ratio])!;
        var rows = set["table"]!["rows"]!.AsArray().Select(row => row!.DeepClone()).ToArray();
        set["table"]!["rows"] = new JsonArray([.. order.Select(at => rows[at].DeepClone())]);
        files[Ratio] = Encoding.UTF8.GetBytes(set.ToJsonString());
        var parts = PackDiff.Of(Old, Compiled(files)).Changes.SelectMany(change => change.Parts).ToArray();
        Assert.All(parts, part => Assert.Equal(Fate.Moved, part.Fate));
        Assert.Equal(order.Length - Longest(order), parts.Length);
    });

    private static IEnumerable<int[]> Orders(int[] places) => places.Length == 0 ? [[]] : places.SelectMany(first => Orders([.. places.Where(place => place != first)]), (first, rest) => (int[])[first, .. rest]);

    private static int Longest(int[] places) => Enumerable.Range(1, (1 << places.Length) - 1)
        .Select(choice => places.Where((_, i) => (choice & (1 << i)) != 0).ToArray())
        .Where(run => run.SequenceEqual(run.Order())).Max(run => run.Length);

    private static IEnumerable<string> Lines(PackChange change) =>
        change.Parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Fate.ToString().ToLowerInvariant()} {change.Kind}:{change.Id} {part.Kind}:{part.Id}{What(part)}"))
            .Prepend($"{change.Fate.ToString().ToLowerInvariant()} {change.Kind}:{change.Id}");

    private static string What(PartChange part) => part.Fate switch
    {
        Fate.Moved => string.Create(CultureInfo.InvariantCulture, $" {part.OldAt} → {part.NewAt}"),
        Fate.Changed => $" {string.Join(", ", part.Keys)}",
        _ => "",
    };

    private static Pack Compiled(Dictionary<string, byte[]> files)
    {
        var compiled = PackCompiler.Compile(SamplePack.Library(files), SamplePack.Folder);
        Assert.DoesNotContain(compiled.Diagnostics, fault => fault.Severity == Severity.Error && !fault.IsAboutTests());
        return compiled.Pack!;
    }
}
