using System.Text.Json.Nodes;
using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Tests.Packs;

public class FormBinderTests
{
    [Theory]
    [InlineData("1e6", "1000000")]
    [InlineData("2.5E+3", "2500")]
    [InlineData("-10", "-10")]
    [InlineData("0.5", "0.5")]
    public void Max_IsTheNumberWritten_InEachSpelling(string written, string max)
    {
        var files = PackEdits.Apply(JsonNode.Parse($$"""
            { "replace": [{ "file": "_base-sample/forms.json", "old": "\"required\": true }", "new": "\"required\": true }, { \"id\": \"n\", \"name\": { \"zh\": \"数\", \"en\": \"N\" }, \"type\": \"number\", \"max\": {{written}} }" }] }
            """)!.AsObject());

        var form = PackCompiler.Compile(SamplePack.Library(files), SamplePack.Folder).Pack!.Forms["report"];

        Assert.Equal(max, form.Fields[1].Max?.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
