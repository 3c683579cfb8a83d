using System.Text.Json.Nodes;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Core.Tests.Packs;

/// <summary>tests/cases/packs: what is wrong with a pack, said completely and in one run; and what its layers come to.</summary>
public class PackCasesTests
{
    private static readonly Dictionary<string, JsonObject> Cases = CaseFiles.Of("packs");

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Fact]
    public void Cases_AreFound_InTheRoom() => Assert.True(Cases.Count >= 150, $"only {Cases.Count} cases");

    [Fact]
    public void Sample_IsValid_Unedited() => Assert.Empty(PackCompiler.Compile(SamplePack.Library(SamplePack.Copy()), SamplePack.Folder).Diagnostics);

    [Theory]
    [MemberData(nameof(Names))]
    public void Compile_SaysExactlyThis_ForEachCase(string name)
    {
        var (given, then) = (Cases[name]["given"]!.AsObject(), Cases[name]["then"]!.AsObject());
        var files = PackEdits.Apply(given);
        var compiled = PackCompiler.Compile(SamplePack.Library(files), (string?)given["compile"] ?? SamplePack.Folder);
        var difference = Difference([.. (then["diagnostics"]?.AsArray() ?? []).Select(node => ExpectedDiagnostic.Of(node!))], compiled.Diagnostics);
        Assert.True(difference.Length == 0, $"{name} ({Cases[name]["why"]})\n{difference}");
        Assert.Equal((bool)then["valid"]!, compiled.IsValid);
        AssertReadable(compiled.Diagnostics, files);
        foreach (var expected in then["effective"]?.AsArray() ?? [])
            AssertEffective(expected!, compiled);
    }

    /// <summary>Both languages, a remedy, a code, and a line that the file has.</summary>
    internal static void AssertReadable(IReadOnlyList<Diagnostic> diagnostics, Dictionary<string, byte[]> files) =>
        Assert.All(diagnostics, diagnostic => AssertReadable(diagnostic, files));

    private static string Difference(List<ExpectedDiagnostic> expected, IReadOnlyList<Diagnostic> found)
    {
        var extra = new List<Diagnostic>();
        foreach (var diagnostic in found)
            if (expected.Find(e => e.Fits(diagnostic)) is not { } fit)
                extra.Add(diagnostic);
            else
                expected.Remove(fit);
        return string.Join("\n", expected.Select(e => $"missing: {e}").Concat(extra.Select(e => $"extra: {e.Code} {e.Place} '{e.Place.Pointer}' {e.Problem} | {e.Remedy}")));
    }

    private static void AssertReadable(Diagnostic diagnostic, Dictionary<string, byte[]> files)
    {
        Assert.All(new[] { diagnostic.Problem, diagnostic.Remedy }, text =>
        {
            Assert.Contains(text.Zh, c => c >= '一');
            Assert.Contains(text.En, char.IsAsciiLetter);
        });
        Assert.Matches("^[A-Z]{2}[0-9]{3}$", diagnostic.Code);
        if (files.TryGetValue(diagnostic.Place.File, out var content))
            Assert.InRange(diagnostic.Place.Line, 0, content.Count(b => b == (byte)'\n') + 1);
    }

    private static void AssertEffective(JsonNode expected, CompiledPack compiled)
    {
        var node = Find(compiled.Pack!.Effective[(string)expected["kind"]!], (string)expected["at"]!);
        if (expected.AsObject().ContainsKey("is"))
            Assert.Equal(expected["is"]?.ToJsonString(), node is null ? null : Json(node).ToJsonString());
        if (expected["layer"] is { } layer)
            Assert.Equal((string)layer!, node!.Place.Layer);
        if (expected["file"] is { } file)
            Assert.Equal(SamplePack.PathOf((string)file!), node!.Place.File);
        if (expected["line"] is { } line)
            Assert.Equal((int)line, node!.Place.Line);
    }

    /// <summary>Steps of a path are keys, positions, or <c>@id</c> for the entry of that id.</summary>
    private static Node? Find(Node root, string path) => path.Split('/').Skip(1).Aggregate<string, Node?>(root, (node, key) => key switch
    {
        ['@', .. var id] => node?.Items.SingleOrDefault(item => string.Equals(item["id"]?.Text, id, StringComparison.Ordinal)),
        _ when node is { IsArray: true } => node.Items.ElementAtOrDefault(int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)),
        _ => node?[key],
    });

    private static JsonNode Json(Node node) => node switch
    {
        { IsObject: true } => new JsonObject(node.Members.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Json(member.Value)))),
        { IsArray: true } => new JsonArray([.. node.Items.Select(Json)]),
        { IsText: true } => JsonValue.Create(node.Text)!,
        { Integer: { } number } => JsonValue.Create(number),
        _ => JsonValue.Create(node.Boolean)!,
    };
}
