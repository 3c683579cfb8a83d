using System.Text;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Tests.Planning;
using FsCheck;
using FsCheck.Fluent;

namespace DoubleRandom.Core.Tests.Packs;

/// <summary>Whatever stands in a file, compiling ends with diagnostics in two languages and never with an exception.</summary>
public class DamagedPackTests
{
    /// <summary>What to write instead; null takes the value away.</summary>
    private static readonly string?[] Values =
    [
        null, "null", "true", "7", "-1", "0", "1e999", "2147483648", "\"\"", "\"x\"", "\"document.plan\"", "\"2023-13-01\"", "\"2023-02-29\"", "\"0001-01-01\"", "\"9999-12-31\"", "\"02-29\"", "\"12-end\"",
        "[]", "{}", "[[]]", "[{}]", "[null]", "[{\"id\":\"x\"}]", "[{\"id\":\"x\",\"remove\":true}]", "[{\"from\":\"2024-01-01\",\"value\":null}]", "{\"value\":{}}", "{\"zh\":\"\",\"en\":\"\"}",
        "{\"vague\":\"定期\"}", "{\"every\":{\"months\":120,\"from\":\"9999-12\"},\"on\":\"end\"}", "{\"after\":{\"event\":\"task.completed\",\"years\":3660}}", "{\"once\":[\"0001-01-01\",\"9999-12-31\"]}",
        "{\"window\":{\"from\":\"12-end\",\"to\":\"01-01\"}}", "{\"yearlyOn\":[\"02-29\"],\"leapDay\":\"02-28\"}",
    ];

    private static readonly (string File, string Pointer)[] Places =
        [.. SamplePack.Copy().Where(file => file.Key.EndsWith(".json", StringComparison.Ordinal)).SelectMany(file => Pointers(JsonNode.Parse(file.Value)!, "").Select(pointer => (file.Key, pointer)))];

    [Fact]
    public void Compile_NeverThrows_WhenAValueIsReplacedByAnotherOrMissing() => PlanGivens.Hold(
        (from place in Gen.Elements(Places) from value in Gen.Elements(Values) select (place.File, place.Pointer, value)).ToArbitrary(),
        damage =>
        {
            AssertCompiles(Damaged(damage.File, damage.Pointer, damage.value), damage.ToString());
            return true;
        },
        250);

    [Fact]
    public void Compile_NeverThrows_WhenBytesAreDamaged() => PlanGivens.Hold(
        (from file in Gen.Elements(SamplePack.Copy().Keys.ToArray()) from at in Gen.Choose(0, 2000) from value in Gen.Choose(0, 255) from cut in Gen.Choose(0, 3) select (file, at, value, cut)).ToArbitrary(),
        damage =>
        {
            var files = SamplePack.Copy();
            var content = files[damage.file].ToArray();
            var at = damage.at % content.Length;
            content[at] = (byte)damage.value;
            files[damage.file] = damage.cut == 0 ? content[..at] : content;
            AssertCompiles(files, damage.ToString());
            return true;
        },
        150);

    private static void AssertCompiles(Dictionary<string, byte[]> files, string damage)
    {
        var thrown = Record.Exception(() => PackCasesTests.AssertReadable(PackCompiler.Compile(SamplePack.Library(files), SamplePack.Folder).Diagnostics, files));
        Assert.True(thrown is null, $"{damage}: {thrown}");
    }

    private static Dictionary<string, byte[]> Damaged(string file, string pointer, string? value)
    {
        var files = SamplePack.Copy();
        var root = JsonNode.Parse(files[file])!;
        var keys = pointer.Split('/').Skip(1).ToArray();
        var parent = keys.SkipLast(1).Aggregate(root, (node, key) => node is JsonArray list ? list[Index(key)]! : node[key]!);
        Replace(parent, keys[^1], value);
        files[file] = Encoding.UTF8.GetBytes(root.ToJsonString().Replace("\"@@\"", value, StringComparison.Ordinal));
        return files;
    }

    /// <summary>A mark stands in for the value until the file is text again: 1e999 is no number to the writer.</summary>
    private static void Replace(JsonNode parent, string key, string? value)
    {
        if (parent is JsonArray list)
        {
            list.RemoveAt(Index(key));
            if (value is not null)
                list.Insert(Index(key), "@@");
        }
        else if (value is null)
        {
            parent.AsObject().Remove(key);
        }
        else
        {
            parent[key] = "@@";
        }
    }

    private static int Index(string key) => int.Parse(key, System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Pointers(JsonNode? node, string pointer)
    {
        var children = node switch
        {
            JsonObject item => item.Select(member => (member.Key, member.Value)),
            JsonArray list => list.Select((value, i) => (i.ToString(System.Globalization.CultureInfo.InvariantCulture), value)),
            _ => [],
        };
        return children.SelectMany(child => Pointers(child.Item2, $"{pointer}/{child.Item1}").Prepend($"{pointer}/{child.Item1}"));
    }
}
