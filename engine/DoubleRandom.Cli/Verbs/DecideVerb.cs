using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Core.Rules;

namespace DoubleRandom.Cli.Verbs;

/// <summary>Decides upon facts, and shows what led to the decision.</summary>
internal sealed class DecideVerb : Verb
{
    private const string Jurisdiction = "JURISDICTION";
    private const string Set = "RULESET";
    private const string Facts = "--facts";

    public DecideVerb()
        : base("decide", new("按一个规则集判定，并说明理由", "decide by a rule set and tell the reasons"))
    {
        Arguments.Add(new Word(Jurisdiction, new("辖区：文件夹、区划代码或 id", "jurisdiction: folder, division code or id")));
        Arguments.Add(new Word(Set, new("规则集的 id", "id of the rule set")));
        Options.Add(new Setting(Facts, "FILE", new("事实：JSON 对象，中英文名均可", "the facts: a JSON object, names in either language"), needed: true));
        Options.Add(CommonOptions.FormatOf("table", "json"));
        Examples = ["doublerandom decide pengyang publication --facts facts.json", "doublerandom decide pengyang publication --facts facts.json --format json"];
        Does(Run);
    }

    private static int Run(Call call)
    {
        _ = call.Format;
        var pack = call.Packs.Sound(call.Needed(Jurisdiction), call.Terminal);
        var set = Choice.RuleSet(pack, call.Needed(Set));
        var decision = set.Decide(FactFile.Read(call.Needed(Facts), set.Schema, call.Terminal));
        if (call.IsJson)
            call.Json.Write(json => DecisionJson.Write(json, decision));
        else
            DecisionPage.Write(call, decision);
        return decision.Outcome == Outcome.Undetermined ? Exit.Findings : Exit.Good;
    }
}
