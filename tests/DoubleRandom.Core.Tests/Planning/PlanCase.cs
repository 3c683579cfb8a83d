using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Tests.Architecture;
using DoubleRandom.Core.Tests.Packs;

namespace DoubleRandom.Core.Tests.Planning;

/// <summary>The "given" of a planning case: a rule laid into the sample pack (on China's calendar), or one of the real packs, with a span and events.</summary>
internal sealed class PlanCase(JsonObject given)
{
    private static readonly byte[] China = File.ReadAllBytes(Repository.PathOf("rules", "calendars", "cn.json"));
    private static readonly string[] MoreEvents = ["task.updated", "conference.scheduled"];
    private static readonly string[] Rule = ["when", "who", "strength", "readings", "ladder", "metBy", "metByEvent"];

    internal Pack Pack => field ??= given["pack"] is { } folder ? RealPacks.Of((string)folder!) : Sample();

    internal string? Obligation => (string?)given["obligation"] ?? (given["pack"] is null ? "half-year-report" : null);

    internal PlanRequest Request => new(
        Pack, Day((string)given["from"]!), Day((string)given["to"]!),
        [.. (given["events"]?.AsArray() ?? []).Select(node => Event((string)node!))],
        (string?)given["firstPublishedOn"] is { } on ? Day(on) : null);

    internal static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"2024-05-10 task.completed T-1 police"; subject and unit may be left out, "-" is no subject.</summary>
    private static PlanEvent Event(string text)
    {
        var words = text.Split(' ');
        return new(words[1], Day(words[0]), words.ElementAtOrDefault(2) is { } subject and not "-" ? subject : "", words.ElementAtOrDefault(3));
    }

    private Pack Sample()
    {
        var files = PackEdits.Apply(new() { ["edits"] = new JsonArray([.. Edits()]) });
        files["rules/calendars/cn.json"] = China;
        var compiled = PackCompiler.Compile(SamplePack.Library(files), SamplePack.Folder);
        Assert.True(compiled.IsValid, string.Join("\n", compiled.Diagnostics));
        return compiled.Pack!;
    }

    private IEnumerable<JsonNode> Edits()
    {
        yield return Edit("_base-sample/jurisdiction.json", "/calendar", "cn");
        yield return Edit("obligations.json", "/tests", new JsonArray());
        foreach (var id in MoreEvents)
            yield return Edit("_base-sample/obligations.json", "/events/-", JsonNode.Parse($$"""{ "id": "{{id}}", "name": { "zh": "事", "en": "event" }, "local": { "zh": "本", "en": "local" } }"""));
        yield return Edit("obligations.json", "/obligations/0/who", JsonNode.Parse("""{ "units": ["police"] }"""));
        foreach (var key in Rule.Where(given.ContainsKey))
            yield return Edit("obligations.json", $"/obligations/0/{key}", given[key]!.DeepClone());
        if (given["inForce"] is JsonArray { Count: 2 } inForce)
        {
            yield return Edit("jurisdiction.json", "/documents/0/inForceFrom", inForce[0]!.DeepClone());
            yield return Edit("jurisdiction.json", "/documents/0/inForceTo", inForce[1]!.DeepClone());
        }

        foreach (var edit in given["edits"]?.AsArray() ?? [])
            yield return edit!.DeepClone();
    }

    private static JsonObject Edit(string file, string at, JsonNode? to) => new() { ["file"] = file, ["at"] = at, ["to"] = to };
}
