using System.Text;
using System.Text.Json.Nodes;

namespace DoubleRandom.Core.Tests.Packs;

/// <summary>The "given" of a case: what it changes in the sample pack.</summary>
/// <remarks>
/// <c>files</c>: path → text (null deletes). <c>replace</c>: a text that stands exactly once, so that lines stay where they are.
/// <c>edits</c>: JSON pointer → value; a pointer that ends in <c>/-</c> appends, <c>drop</c> removes. <c>bytes</c>: files no editor would write.
/// </remarks>
internal static class PackEdits
{
    static PackEdits() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    internal static Dictionary<string, byte[]> Apply(JsonObject given)
    {
        var files = SamplePack.Copy();
        foreach (var (path, text) in given["files"]?.AsObject() ?? [])
            Put(files, SamplePack.PathOf(path), text?.GetValue<string>());
        foreach (var edit in given["edits"]?.AsArray() ?? [])
            Edit(files, edit!.AsObject());
        foreach (var edit in given["replace"]?.AsArray() ?? [])
            Replace(files, edit!.AsObject());
        foreach (var raw in given["bytes"]?.AsArray() ?? [])
            files[PathOf(raw!)] = Bytes(files, raw!.AsObject());
        return files;
    }

    private static void Put(Dictionary<string, byte[]> files, string path, string? text)
    {
        if (text is null)
            Assert.True(files.Remove(path), $"{path} is not there to be deleted");
        else
            files[path] = Encoding.UTF8.GetBytes(text);
    }

    private static void Edit(Dictionary<string, byte[]> files, JsonObject edit)
    {
        var path = PathOf(edit);
        var root = JsonNode.Parse(files[path])!;
        var pointer = (string)edit["at"]!;
        var parent = pointer[..pointer.LastIndexOf('/')].Split('/').Skip(1).Aggregate(root, Step);
        var key = pointer[(pointer.LastIndexOf('/') + 1)..];
        if (parent is JsonObject item)
            Change(item, key, edit);
        else
            Change(parent.AsArray(), key, edit);
        files[path] = Encoding.UTF8.GetBytes(root.ToJsonString(new() { WriteIndented = true }));
    }

    private static JsonNode Step(JsonNode node, string key) =>
        node is JsonArray list ? list[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)]! : node[key] ?? throw new InvalidOperationException($"no {key} in the sample");

    private static void Change(JsonObject item, string key, JsonObject edit)
    {
        if (edit.ContainsKey("drop"))
            Assert.True(item.Remove(key), $"{key} is not there to be dropped");
        else
            item[key] = edit["to"]?.DeepClone();
    }

    private static void Change(JsonArray list, string key, JsonObject edit)
    {
        if (key is "-")
            list.Add(edit["to"]?.DeepClone());
        else if (edit.ContainsKey("drop"))
            list.RemoveAt(int.Parse(key, System.Globalization.CultureInfo.InvariantCulture));
        else
            list[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)] = edit["to"]?.DeepClone();
    }

    private static void Replace(Dictionary<string, byte[]> files, JsonObject edit)
    {
        var (path, old) = (PathOf(edit), (string)edit["old"]!);
        var parts = Encoding.UTF8.GetString(files[path]).Split(old);
        Assert.True(parts.Length == 2, $"'{old}' stands {parts.Length - 1} times in {path}");
        files[path] = Encoding.UTF8.GetBytes(string.Join((string)edit["new"]!, parts));
    }

    private static byte[] Bytes(Dictionary<string, byte[]> files, JsonObject raw)
    {
        var text = raw["text"]?.GetValue<string>() ?? Encoding.UTF8.GetString(files[PathOf(raw)]);
        var repeated = string.Concat(Enumerable.Repeat(raw["repeat"]?.GetValue<string>() ?? "", raw["times"]?.GetValue<int>() ?? 0));
        text = text.Replace("…", repeated, StringComparison.Ordinal);
        if (raw["newline"]?.GetValue<string>() is { } newline)
            text = text.Replace("\n", newline, StringComparison.Ordinal);
        var encoding = Encoding.GetEncoding(raw["encoding"]?.GetValue<string>() ?? "utf-8");
        return [.. raw["mark"] is null ? [] : encoding.GetPreamble(), .. encoding.GetBytes(text)];
    }

    private static string PathOf(JsonNode edit) => SamplePack.PathOf((string)edit["file"]!);
}
