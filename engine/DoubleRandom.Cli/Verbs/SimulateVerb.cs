using System.Globalization;
using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Service.Simulation;
using DoubleRandom.Store.Simulation;

namespace DoubleRandom.Cli.Verbs;

/// <summary>Lives through a stretch of time with modelled units, and shows what the engine did.</summary>
internal sealed class SimulateVerb : Verb
{
    private const string Jurisdiction = "JURISDICTION";
    private const string Seed = "--seed";
    private const string BehaviourOption = "--behaviour";

    public SimulateVerb()
        : base("simulate", new("用模拟时钟和样例单位把一个辖区的整套制度跑一遍", "run a jurisdiction's whole procedure on a virtual clock with modelled units"))
    {
        Arguments.Add(new Word(Jurisdiction, new("辖区：文件夹、区划代码或 id", "jurisdiction: folder, division code or id")));
        Options.Add(new Setting(CommonOptions.From, "D", new("第一天，配置包视为该日首次发布", "first day; the pack counts as first published on it"), needed: true));
        Options.Add(new Setting(CommonOptions.To, "D", new("最后一天", "last day"), needed: true));
        Options.Add(new Setting(Seed, "N", new("种子：同一种子，逐字节相同", "seed: the same seed gives the same bytes"), needed: true));
        Options.Add(new Setting(BehaviourOption, "FILE", new("各单位如何行事（schemas/behaviour.schema.json）", "how units behave (schemas/behaviour.schema.json)")));
        Options.Add(CommonOptions.FormatOf("table", "json"));
        Examples = ["doublerandom simulate pengyang --from 2026-01-01 --to 2026-12-31 --seed 1", "doublerandom simulate 640425 --from 2026-01-01 --to 2026-03-31 --seed 7 --behaviour slow.json --format json"];
        Does(RunAsync);
    }

    private static async Task<int> RunAsync(Call call, CancellationToken cancel)
    {
        var (span, isJson) = (DateSpan.Of(call), call.IsJson);
        var seed = SeedOf(call.Needed(Seed));
        var pack = call.Packs.Sound(call.Needed(Jurisdiction), call.Terminal);
        var order = new SimulationOrder(call.Packs.Library, pack, span.From, span.To, seed, BehaviourFile.Read(call.Text(BehaviourOption), pack, call.Terminal));
        var log = await LiveAsync(call, order, cancel);
        if (isJson)
            new SimulationJson(call.Json).Write(log);
        else
            new SimulationPage(call, log).Write();
        return log.Findings.Count > 0 ? Exit.Findings : Exit.Good;
    }

    private static async Task<SimulationLog> LiveAsync(Call call, SimulationOrder order, CancellationToken cancel)
    {
        try
        {
            await using var throwaway = await ThrowawayDatabase.OpenAsync(cancel);
            return await Simulator.RunAsync(order, throwaway.Database, day => Progress(call.Terminal, order, day), cancel);
        }
        catch (PackNotAdoptedException refused)
        {
            throw new BrokenPackException(refused.Folder, refused.Diagnostics);
        }
    }

    /// <summary>A line a month, for whoever watches.</summary>
    private static void Progress(Terminal terminal, SimulationOrder order, DateOnly day)
    {
        if (terminal.ErrorIsWatched && (day == order.To || day.AddDays(1).Day == 1))
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM} ✓"));
    }

    private static ulong SeedOf(string text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
        ? seed
        : throw new UsageException(new($"“{text}”不是种子", $"\"{text}\" is no seed"), new($"写 0 至 {ulong.MaxValue} 的整数", $"write a whole number from 0 to {ulong.MaxValue}"));
}
