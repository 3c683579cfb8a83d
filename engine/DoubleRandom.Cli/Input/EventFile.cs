using System.Text;
using DoubleRandom.Cli.Line;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;

namespace DoubleRandom.Cli.Input;

/// <summary>An event and the line of the file on which it stands.</summary>
internal sealed record GivenEvent(PlanEvent Event, int Line);

/// <summary>Events from a file: a JSON array, or one object per line.</summary>
internal sealed class EventFile(string path)
{
    private static readonly string[] Keys = ["event", "on", "subject", "unit"];

    /// <summary>The events of a file.</summary>
    /// <exception cref="UsageException">It cannot be read, or a line of it is wrong.</exception>
    public static IReadOnlyList<GivenEvent> Read(string path, Terminal terminal)
    {
        var full = Path.GetFullPath(path, terminal.Folder);
        if (!File.Exists(full))
            throw new UsageException(new($"没有文件“{path}”", $"there is no file \"{path}\""), new("核对 --events 的路径", "check the path after --events"));
        var content = File.ReadAllBytes(full);
        var events = new EventFile(path);
        return content.AsSpan().TrimStart(" \t\r\n\uFEFF"u8).StartsWith("["u8)
            ? [.. events.Node(content, 1).Items.Select(item => events.Event(item, item.Place.Line))]
            : events.Lines(content);
    }

    /// <summary>Refuses events and units that a pack does not know.</summary>
    public static void Check(IReadOnlyList<GivenEvent> events, Pack pack, string path)
    {
        foreach (var (given, line) in events)
        {
            if (!pack.Events.ContainsKey(given.Event))
                throw UsageException.Unknown(new($"事件（{path} 第 {line} 行）", $"event ({path} line {line})"), given.Event, pack.Events.Keys);
            if (given.Unit is { } unit && pack.Unit(unit) is null)
                throw UsageException.Unknown(new($"单位（{path} 第 {line} 行）", $"unit ({path} line {line})"), unit, pack.Units.Select(known => known.Id));
        }
    }

    private List<GivenEvent> Lines(ReadOnlySpan<byte> content)
    {
        var events = new List<GivenEvent>();
        var number = 0;
        foreach (var range in content.Split((byte)'\n'))
        {
            number++;
            var line = content[range];
            if (Encoding.UTF8.GetString(line).Trim('\uFEFF', ' ', '\t', '\r').Length > 0)
                events.Add(Event(Node(line.ToArray(), number), number));
        }

        return events;
    }

    private Node Node(byte[] content, int line)
    {
        var faults = new List<Diagnostic>();
        var root = NodeReader.Read(new PackFile(path, content), faults);
        if (faults is [var fault, ..])
            throw Wrong(line + Math.Max(0, fault.Place.Line - 1), fault.Problem);
        return root!;
    }

    private GivenEvent Event(Node node, int line)
    {
        if (!node.IsObject)
            throw Wrong(line, new("应为对象 {event,on,subject?,unit?}", "an object {event,on,subject?,unit?} is wanted"));
        if (node.Members.Keys.FirstOrDefault(key => !Keys.Contains(key, StringComparer.Ordinal)) is { } unknown)
            throw UsageException.Unknown(new($"键（{path} 第 {line} 行）", $"key ({path} line {line})"), unknown, Keys);
        if (node["event"] is not { IsText: true } name)
            throw Wrong(line, new("缺少 event（事件名）", "\"event\" is missing"));
        if (node["on"]?.Date is not { } on)
            throw Wrong(line, new($"on“{node["on"]?.Text}”不是日期", $"\"on\" ({node["on"]?.Text}) is no date"));
        return new(new(name.Text, DateText.Read(on.Iso(), $"{path}:{line}"), node["subject"]?.Text ?? "", node["unit"] is { IsText: true } unit ? unit.Text : null), line);
    }

    private UsageException Wrong(int line, Bilingual problem) => new(
        new($"{path} 第 {line} 行：{problem.Zh}", $"{path} line {line}: {problem.En}"),
        new("例：{\"event\":\"result.produced\",\"on\":\"2026-09-18\",\"subject\":\"R-1\",\"unit\":\"transport\"}", "like this: {\"event\":\"result.produced\",\"on\":\"2026-09-18\",\"subject\":\"R-1\",\"unit\":\"transport\"}"));
}
