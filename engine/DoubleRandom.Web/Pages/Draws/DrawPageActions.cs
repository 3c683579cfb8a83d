using System.Globalization;
using System.Text.Json.Nodes;
using DoubleRandom.Core;
using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Service.Draws;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Web.Pages.Wording;
using DoubleRandom.Web.Pages.Workflows;
using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Pages.Draws;

/// <summary>Takes the steps that forms on the pages of draws ask for, and keeps what was entered when they are refused.</summary>
internal sealed class DrawPageActions(CeremonyDesk desk)
{
    private static readonly string[] Inputs =
        ["for", "scheme", "stratum", "quota", "amount", "area", "industry", "from", "to", "witnesses", "beacon-round", "open", "supersedes", "reason", "manifest", "witness", "value", "beacon", "instead"];

    /// <summary>Prepares what was posted; the number of the draw, null when it was refused.</summary>
    public async Task<(DrawAttempt Attempt, string? Number)> PrepareAsync(string folder, IFormCollection posted, CancellationToken cancel)
    {
        var entered = Entered(posted);
        if (Faults(entered).Concat(OrderFaults(entered)).ToArray() is { Length: > 0 } faults)
            return (entered with { Refusals = faults }, null);
        var answer = await desk.PrepareAsync(Order(folder, entered), new(entered.Unit, entered.By), cancel, posted["once"].FirstOrDefault() is { Length: > 0 } once ? once : null);
        return (entered with { Refusals = FormRefusals.Of(answer.Refusals) }, answer.Value?.Draw.Number);
    }

    /// <summary>Takes the step whose button was pressed; no refusals when it was done.</summary>
    public async Task<DrawAttempt> StepAsync(string folder, string number, IFormCollection posted, CancellationToken cancel)
    {
        var entered = Entered(posted);
        if (Faults(entered).ToArray() is { Length: > 0 } faults)
            return entered with { Refusals = faults };
        return entered with { Refusals = await StepAsync(new(folder, number), entered, new(entered.Unit, entered.By), cancel) };
    }

    private async Task<IReadOnlyList<Refusal>> StepAsync(DrawKey draw, DrawAttempt entered, WorkflowPerson person, CancellationToken cancel) => entered.Do switch
    {
        "freeze" => (await desk.FreezeAsync(draw, entered["manifest"], person, cancel)).Refusals,
        "witness" => (await desk.WitnessAsync(draw, entered["witness"], entered["value"], person, cancel)).Refusals,
        "beacon" => (await desk.BeaconAsync(draw, entered["beacon"], person, cancel)).Refusals,
        "run" => (await desk.RunAsync(draw, person, cancel)).Refusals,
        "dispatch" => (await desk.DispatchAsync(draw, person, cancel)).Refusals,
        "substitute" => (await desk.SubstituteAsync(draw, entered["instead"], entered["reason"], person, cancel)).Refusals,
        "reveal" => (await desk.RevealAsync(draw, person, cancel)).Refusals,
        "abandon" => (await desk.AbandonAsync(draw, entered["reason"], person, cancel)).Refusals,
        _ => [new("draw-step", entered.Do, new("没有这个步骤", "there is no such step"), new("刷新页面重试", "reload the page and try again"))],
    };

    private static DrawOrder Order(string folder, DrawAttempt entered)
    {
        var (instance, what) = entered["for"].Split(':') is [var number, var kind] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? ((long?)id, kind) : (null, DrawOrder.Targets);
        return new()
        {
            Jurisdiction = folder,
            What = what,
            Instance = instance,
            Scheme = Or(entered["scheme"]),
            Stratum = Or(entered["stratum"]),
            Scope = new(Or(entered["area"]), Or(entered["industry"])),
            Rules = Rules(entered, what).ToJsonString(),
            Days = Day(entered["from"]) is { } from && Day(entered["to"]) is { } to ? (from, to) : null,
            Witnesses = [.. entered["witnesses"].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            BeaconRound = Or(entered["beacon-round"]),
            IsSealed = entered["open"].Length > 0 ? false : null,
            Supersedes = Or(entered["supersedes"]),
            Reason = Or(entered["reason"]),
        };
    }

    private static JsonObject Rules(DrawAttempt entered, string what) => (what, entered["quota"], entered["amount"]) switch
    {
        (DrawOrder.Inspectors, _, _) or (_, _, "") => [],
        (_, "number", var number) => new() { ["total"] = new JsonObject { ["number"] = long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0 } },
        (_, "atMost", var percent) => new() { ["each"] = new JsonObject { ["atMost"] = percent } },
        (_, _, var percent) => new() { ["each"] = new JsonObject { ["atLeast"] = percent } },
    };

    private static DrawAttempt Entered(IFormCollection posted) => new(
        Text(posted, "do"), Text(posted, "by-unit"), Text(posted, "by"), Inputs.ToDictionary(name => name, name => Text(posted, name), StringComparer.Ordinal), []);

    private static IEnumerable<Refusal> Faults(DrawAttempt entered)
    {
        if (ActingPlace.Against(entered.Unit) is { } noUnit)
            yield return noUnit;
        if (entered.By.Length == 0)
            yield return ActingPlace.NoPerson;
    }

    private static IEnumerable<Refusal> OrderFaults(DrawAttempt entered)
    {
        if (entered["for"].Length == 0)
            yield return new("draw-for", "for", DrawWords.ChooseFor, DrawWords.ChooseForRemedy);
        foreach (var day in new[] { "from", "to" })
            if (entered[day].Length > 0 && Day(entered[day]) is null)
                yield return new("date-wrong", day, new("检查日期不可用", "the day of the check cannot be used"), new("写成 年-月-日", "write YYYY-MM-DD"));
        if (entered["quota"] is "number" && entered["amount"].Length > 0 && !long.TryParse(entered["amount"], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            yield return new("draw-amount", "amount", new("抽取个数应为整数", "how many are drawn is a whole number"), new("例如 20", "for example 20"));
        if (entered["quota"] is not "number" && entered["amount"].Length > 0 && !Percent.TryParse(entered["amount"], out _))
            yield return new("draw-amount", "amount", new($"抽取比例“{entered["amount"]}”不可用", $"\"{entered["amount"]}\" is no ratio"), new("写百分数，不带 %，例如 10 或 3.5", "write percent without the sign, for example 10 or 3.5"));
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : null;

    private static string? Or(string text) => text.Length == 0 ? null : text;

    private static string Text(IFormCollection posted, string name) => posted[name].FirstOrDefault()?.Replace("\0", "", StringComparison.Ordinal).Trim() ?? "";
}
