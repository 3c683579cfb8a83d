using DoubleRandom.Cli.Line;
using DoubleRandom.Core.Draws.Matching;
using DoubleRandom.Service.Draws;

namespace DoubleRandom.Cli.Verbs.Draws;

/// <summary>Assigns inspectors to slots: the one optimum, or what stands in its way.</summary>
internal sealed class DrawMatchVerb : Verb
{
    private const string Input = "--input";
    private const string Key = "--key";

    public DrawMatchVerb()
        : base("match", new("选派检查人员：负担最均衡的唯一结果，或说明缺在哪里", "assign inspectors: the one result of the most level loads, or what is short"))
    {
        Options.Add(new Setting(Input, "FILE", new("名额与人员（JSON；字段 slots、eligible、cap、prior_load，或 slots、inspectors、recusals）", "slots and people (JSON; members slots, eligible, cap, prior_load, or slots, inspectors, recusals)"), needed: true));
        Options.Add(new Setting(Key, "HEX", new("抽取密钥 K，32 字节十六进制", "the key K of the draw, 32 bytes in hexadecimal"), needed: true));
        Options.Add(CommonOptions.FormatOf("table", "json"));
        Examples = ["doublerandom draw match --input match.json --key 7f71…502e --format json"];
        Does(Run);
    }

    private static int Run(Call call)
    {
        _ = call.Format;
        var key = DrawFile.HashOrNull(call, Key) ?? throw new InvalidOperationException("The key was not checked.");
        var (reading, demand) = MatchFile.Read(call, Input);
        if (reading.Problem is not { } problem)
        {
            FaultReport.Tell(call, reading.Faults);
            return Exit.Usage;
        }

        var outcome = OptimalAssignment.Find(problem, key, new AllCores());
        if (call.IsJson)
            call.Json.Write(json => MatchPages.Write(json, outcome, demand));
        else
            MatchPages.Write(call, outcome, demand);
        return outcome.Assignment is null ? Exit.Findings : Exit.Good;
    }
}
