using System.Text;
using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Tests.Packs;

/// <summary>Which events fix a day to come: those that something counts back from, unless the pack says otherwise.</summary>
public class EventsAheadTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("before", "", "conference.held")]
    [InlineData("before", "\"ahead\": false,", "")]
    [InlineData("after", "", "")]
    [InlineData("after", "\"ahead\": true,", "conference.held")]
    public void EventsAhead_AreThoseCountedBackFrom_UnlessThePackSays(string direction, string key, string expected)
    {
        var files = SamplePack.Copy();
        Edit(files, "workflows/_base-sample/obligations.json", "{ \"id\": \"conference.held\",", $"{{ \"id\": \"conference.held\", {key}");
        if (direction.Length > 0)
            Edit(files, "workflows/_base-sample/visit.workflow.json", "\"owner\": \"office\", \"next\"", $"\"owner\": \"office\", \"due\": {{ \"{direction}\": {{ \"event\": \"conference.held\", \"days\": 5 }} }}, \"next\"");
        var compiled = PackCompiler.Compile(SamplePack.Library(files), SamplePack.Folder);
        Assert.True(compiled.IsValid, string.Join("\n", compiled.Diagnostics));
        Assert.Equal(expected, string.Join(", ", compiled.Pack!.EventsAhead));
    }

    [Theory]
    [InlineData("640221-pingluo")]
    [InlineData("640425-pengyang")]
    public void EventsAhead_AreTheMeetingsFixed_InRealCounties(string folder) =>
        Assert.Subset(RealPacks.Of(folder).EventsAhead.ToHashSet(StringComparer.Ordinal), new HashSet<string>(["conference.scheduled"], StringComparer.Ordinal));

    private static void Edit(Dictionary<string, byte[]> files, string path, string old, string @new)
    {
        var text = Encoding.UTF8.GetString(files[path]);
        Assert.Contains(old, text, StringComparison.Ordinal);
        files[path] = Encoding.UTF8.GetBytes(text.Replace(old, @new, StringComparison.Ordinal));
    }
}
