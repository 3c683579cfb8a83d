using System.CommandLine;
using System.Net.Http.Json;
using DoubleRandom.Cli.Line;

namespace DoubleRandom.Cli.Input;

/// <summary>Who acts on a workflow, and what they had seen of it.</summary>
internal static class Acting
{
    public const string Reason = "--reason";
    public const string Content = "--content";
    public const string Lists = "--lists";

    private const string Key = "--key";
    private const string By = "--by";
    private const string ByUnit = "--by-unit";
    private const string Seen = "--seen";

    /// <summary>The options of everything that somebody does: who, and under which key it may be sent again.</summary>
    public static IEnumerable<Option> Person()
    {
        yield return new Setting(Key, "KEY", new("防重键：断线后用同一键重发，不会重复办理，得到同一回执", "sent again with the same key after a lost connection it is not done twice, and gives the same receipt"));
        yield return new Setting(By, "NAME", new("经办人，按名录写", "who acts, as the directory writes the name"), needed: true);
        yield return new Setting(ByUnit, "UNIT", new("代表哪个单位：单位的 id", "for which unit: its id"), needed: true);
    }

    /// <summary>The options of a command to an instance.</summary>
    public static IEnumerable<Option> Command() => Person().Append(
        new Setting(Seen, "VERSION", new("看过的版本；其后所涉内容有变动则不执行；默认现在的版本", "the version you saw: when what it is about changed since, nothing is done; default the present one")));

    public static Setting ReasonOf(bool needed) => new(Reason, "TEXT", new("理由", "why"), needed);

    public static Setting ContentOf() => new(Content, "FILE", new("表单内容：JSON 对象；写 - 则从标准输入读", "the form's fields: a JSON object; - reads standard input"));

    public static Setting ListsOf() => new(Lists, "LISTS", new("名单：名称=项,项; 名称=项，或 JSON 文件", "lists: name=item,item; name=item, or a JSON file"));

    /// <summary>Who acts, as the server wants to be told.</summary>
    public static Dictionary<string, object?> Said(Call call) => new(StringComparer.Ordinal) { ["by"] = call.Needed(By), ["byUnit"] = call.Needed(ByUnit) };

    /// <summary>The version that was seen: the one named, else the instance's present one.</summary>
    public static async Task<long> SeenAsync(Call call, RunningEngine engine, string instance, CancellationToken cancel)
    {
        if (NumberText.Or(call, Seen) is { } seen)
            return seen;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{instance}?lines=1");
        return (await engine.AskAsync(request, cancel)).Json.GetProperty("instance").GetProperty("version").GetInt64();
    }

    /// <summary>Gives a command: what it says, by whom, having seen which version.</summary>
    public static async Task<EngineAnswer> GiveAsync(Call call, RunningEngine engine, string instance, string address, IEnumerable<(string Key, object? Value)> says, CancellationToken cancel)
    {
        var body = Said(call);
        foreach (var (key, value) in says)
            if (value is not null)
                body[key] = value;
        body["version"] = await SeenAsync(call, engine, instance, cancel);
        using var request = Request(call, address, JsonContent.Create(body));
        return await engine.AskAsync(request, cancel);
    }

    /// <summary>A request that does something, under the key that the call names.</summary>
    public static HttpRequestMessage Request(Call call, string address, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        if (call.Text(Key) is { } key)
            request.Headers.Add("Idempotency-Key", key);
        return request;
    }
}
