using System.Text.Json;
using DoubleRandom.Cli.Line;
using DoubleRandom.Core;

namespace DoubleRandom.Cli.Input;

/// <summary>Named lists as they are typed: <c>participants=police,fire; targets=E-1</c>, or a JSON file for long ones.</summary>
internal static class NamesText
{
    /// <summary>The lists by name; null when the option was not given.</summary>
    /// <exception cref="UsageException">It is written otherwise, or the file cannot be read.</exception>
    public static object? Read(Call call, string option)
    {
        if (call.Text(option) is not { } text)
            return null;
        return text.Contains('=', StringComparison.Ordinal) ? Lists(text, option) : JsonFile.Read(call, option);
    }

    /// <summary>Steps by their old ids: <c>plan=draft; gone=</c>.</summary>
    public static Dictionary<string, string?>? Mapping(Call call, string option) =>
        call.Text(option) is { } text ? Parts(text, option).ToDictionary(part => part.Name, part => part.Value.Length == 0 ? null : part.Value, StringComparer.Ordinal) : null;

    /// <summary>Items separated by commas.</summary>
    public static string[] Items(string text) => text.Split([',', '，', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Dictionary<string, string[]> Lists(string text, string option) => Parts(text, option).ToDictionary(part => part.Name, part => Items(part.Value), StringComparer.Ordinal);

    private static (string Name, string Value)[] Parts(string text, string option)
    {
        var parts = text.Split([';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries)).ToArray();
        return parts.All(part => part is [{ Length: > 0 }, _]) && parts.DistinctBy(part => part[0], StringComparer.Ordinal).Count() == parts.Length
            ? [.. parts.Select(part => (part[0], part[1]))]
            : throw new UsageException(new($"{option}：“{text}”无法读取", $"{option}: \"{text}\" cannot be read"), new("写成 名称=值,值; 名称=值，每个名称只写一次", "write name=value,value; name=value, each name once"));
    }
}

/// <summary>JSON files that a command hands over.</summary>
internal static class JsonFile
{
    /// <summary>The content of the file that an option names; null when it was not given.</summary>
    /// <exception cref="UsageException">There is no such file, or it is no JSON.</exception>
    public static JsonElement? Read(Call call, string option)
    {
        if (call.Text(option) is not { } path)
            return null;
        try
        {
            return JsonElement.Parse(path is "-" ? call.Terminal.In.ReadToEnd() : File.ReadAllText(Path.GetFullPath(path, call.Terminal.Folder)));
        }
        catch (IOException)
        {
            throw new UsageException(new($"{option}：没有文件“{path}”", $"{option}: there is no file \"{path}\""), new("核对路径", "check the path"));
        }
        catch (JsonException wrong)
        {
            throw new UsageException(
                new($"{option}：“{path}”第 {wrong.LineNumber + 1} 行不是有效的 JSON", $"{option}: line {wrong.LineNumber + 1} of \"{path}\" is not valid JSON"), new("更正后重试", "mend it and try again"));
        }
    }
}
