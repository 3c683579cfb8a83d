using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Service.Events;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Store.Deadlines;

namespace DoubleRandom.Service.Tests.Engine;

/// <summary>
/// The five counties as they live through a year: what each unit does hangs on the deadline's key alone, so that a second life is the same. A quarter
/// hands in early, a quarter on the day, a quarter late, and a quarter never does.
/// </summary>
internal sealed class FiveCounties(TestEngine engine)
{
    /// <summary>The days on which the program is down.</summary>
    public static bool IsDown(DateOnly day) => day is { Month: 4, Day: >= 8 and <= 13 };

    /// <summary>How many days after its due day a unit hands in; null for never.</summary>
    public static int? Delay(DeadlineKey key) => (Hash(key.ToString()) % 4) switch { 0 => -3, 1 => 0, 2 => 4, _ => null };

    /// <summary>What happens on a day before the office opens.</summary>
    public async Task MorningAsync(DateOnly day)
    {
        if (day.Day is 10)
            foreach (var pack in engine.Packs.All.Values.OrderBy(pack => pack.Jurisdiction.Folder, StringComparer.Ordinal))
                await HappenAsync(pack, day);
        var due = await engine.DeadlinesAsync($"status = 'open' and due_on between '{day.AddDays(-4):yyyy-MM-dd}' and '{day.AddDays(3):yyyy-MM-dd}'");
        foreach (var deadline in due.Where(deadline => Delay(deadline.Key) is { } delay && deadline.DueOn.AddDays(delay) == day))
            await HandInAsync(deadline);
    }

    /// <summary>One event of the pack a month, in turn, of a unit that can owe for it.</summary>
    private async Task HappenAsync(Pack pack, DateOnly day)
    {
        var names = pack.Events.Keys.Order(StringComparer.Ordinal).ToArray();
        var name = names[(day.Month + names.Length) % names.Length];
        var unit = name.StartsWith("conference", StringComparison.Ordinal) || name.StartsWith("working", StringComparison.Ordinal) ? null : pack.Units.First(unit => unit.Holds("member", day)).Id;
        var answer = await engine.Get<EventRecorder>().RecordAsync(pack.Jurisdiction.Folder, new(name, day, $"s{day.Month}", unit), "测试员", default);
        Assert.Empty(answer.Refusals);
    }

    private async Task HandInAsync(DeadlineRow deadline)
    {
        var pack = engine.Packs.Of(deadline.Jurisdiction)!;
        var obligation = pack.Obligation(deadline.Obligation)!;
        if (obligation.MetBy == MetBy.Event)
            return;
        var form = obligation.Form is { } id ? pack.Forms[id] : null;
        var content = JsonSerializer.SerializeToElement(Filled(form?.Fields ?? []));
        HandedFile[] files = form?.AttachmentRequired == true ? [new("a.pdf", "application/pdf", [1])] : [];
        var answer = await engine.Get<HandIn>().SubmitAsync(new(deadline.Key, content, files, "测试员", null), default);
        Assert.Empty(answer.Refusals);
        if (obligation.MetBy == MetBy.Acceptance)
            Assert.Empty((await engine.Get<HandIn>().AcceptAsync(answer.Value, "接收员", default)).Refusals);
    }

    private static JsonObject Filled(IReadOnlyList<FormField> fields)
    {
        var content = new JsonObject();
        foreach (var field in fields.Where(field => field.Required))
            content[field.Id] = field.Type switch
            {
                FieldType.Integer or FieldType.Number => (field.Min ?? 1).ToString(CultureInfo.InvariantCulture) is var number ? JsonNode.Parse(number) : null,
                FieldType.Date => "2026-01-05",
                FieldType.Boolean => true,
                FieldType.Choice => field.Choices[0].Id,
                FieldType.List => new JsonArray([.. Enumerable.Range(0, (int)Math.Max(1, field.Min ?? 1)).Select(_ => (JsonNode)Filled(field.Fields))]),
                _ => "有",
            };
        return content;
    }

    private static int Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text))[0];
}
