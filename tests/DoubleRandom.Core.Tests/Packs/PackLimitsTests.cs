using System.Diagnostics;
using System.Text;
using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Tests.Packs;

/// <summary>Lists longer than anybody writes by hand are refused by their limit, quickly and by that alone.</summary>
public class PackLimitsTests
{
    private const string Name = """{ "zh": "大", "en": "Large" }""";
    private const string Local = """{ "zh": "样例", "en": "a sample" }""";

    [Theory]
    [InlineData("forms", "workflows/640499-sample/forms.json", """{"forms":[{"id":"large","name":NAME,"local":LOCAL,"fields":[LIST]}]}""", """{"id":"f0000","name":NAME,"type":"text"}""", "/forms/0/fields")]
    [InlineData("workflow", "workflows/640499-sample/large.workflow.json", """{"id":"large","name":NAME,"local":LOCAL,"startedBy":[{"by":"member"}],"steps":[LIST]}""", """{"id":"f0000","kind":"end","name":NAME}""", "/steps")]
    [InlineData("rules", "rules/640499-sample/large.rules.json", """{"id":"large","name":NAME,"local":LOCAL,"table":{"inputs":[{"id":"a","of":"target.complaints"}],"outputs":[{"id":"b","type":"number"}],"rows":[LIST]}}""", """{"id":"f0000","when":["1"],"then":[1]}""", "/table/rows")]
    public void Compile_TellsTheLimitAlone_WhenAListHasTenThousandEntries(string kind, string path, string document, string entry, string at)
    {
        var list = string.Join(",\n", Enumerable.Range(0, 10_000).Select(i => entry.Replace("f0000", $"f{i}", StringComparison.Ordinal)));
        var text = document.Replace("LIST", list, StringComparison.Ordinal).Replace("NAME", Name, StringComparison.Ordinal).Replace("LOCAL", Local, StringComparison.Ordinal);
        var files = SamplePack.Copy();
        files[path] = Encoding.UTF8.GetBytes($$"""{"$schema":"../../schemas/{{kind}}.schema.json",{{text[1..]}}""");
        var watch = Stopwatch.StartNew();
        var fault = Assert.Single(PackCompiler.Compile(SamplePack.Library(files), SamplePack.Folder).Diagnostics);
        Assert.Equal(("SC008", path, at), (fault.Code, fault.Place.File, fault.Place.Pointer));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }
}
