using System.Diagnostics;
using System.Text;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Rules;
using DoubleRandom.Core.Rules.Expressions;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Benchmarks;

/// <summary>Rules against the same questions written by hand, decisions with their reasons, a large table, and reading expressions.</summary>
internal static class RulesBench
{
    private const int Cases = 256;
    private const int Rounds = 25;

    private static readonly string[] Texts =
    [
        "target.creditRiskClass == \"D\"",
        "target.abnormalList && target.complaints >= 3",
        "target.lastInspectedOn < \"2025-01-01\" || target.hazard == \"high\"",
        "target.area in (\"城关镇\", \"新集乡\")",
        "!target.seriousViolationList && target.inspectionsThisYear < 2",
    ];

    private static readonly DateOnly NewYear = new(2025, 1, 1);

    /// <summary>As somebody would write them who knows that any value may be missing.</summary>
    private static readonly Func<HandTarget, bool>[] ByHand =
    [
        target => target.CreditRiskClass is "D",
        target => target.AbnormalList == true && target.Complaints >= 3,
        target => target.LastInspectedOn < NewYear || target.Hazard is "high",
        target => target.Area is "城关镇" or "新集乡",
        target => target.SeriousViolationList == false && target.InspectionsThisYear < 2,
    ];

    public static IEnumerable<Figure> Run(int repeats)
    {
        var rules = Compiled();
        var hands = Enumerable.Range(0, Cases).Select(HandTarget.Of).ToArray();
        var facts = hands.Select(hand => hand.Facts(rules.Facts)).ToArray();
        var calendar = PackCompiler.Calendar(Counties.Library, "cn").Calendar!;
        Func<FactSet, Outcome>[] expressions = [.. Texts.Select(text => RuleExpression.Parse(text, rules.Facts, calendar, [])!.Bare())];
        Agree(expressions, facts, hands);
        var workflow = rules.Sets["bench"];
        // One after the other in every round, so that all meet the same machine.
        var (hand, bare, told) = Best(() => Hand(hands, repeats), () => Bare(expressions, facts, repeats), () => Decided(workflow, facts, repeats));
        yield return new("rules: bare decision of hand-written", hand / bare, "ratio", true, 0.8, [("hand, M/s", Rate(hand, repeats) / 1e6), ("rules, M/s", Rate(bare, repeats) / 1e6)]);
        yield return new("rules: with reasons of hand-written", hand / told, "ratio", true, 0.15, [("rules, M/s", Rate(told, repeats) / 1e6)]);
        yield return new("rules: garbage per rule with reasons", Bytes(workflow, facts), "bytes", false, 300, []);
        var table = rules.Sets["bench-table"];
        var looked = Best(() => Decided(table, facts, repeats));
        yield return new("rules: table of 1,000 rows", Cases * (double)repeats / looked.TotalSeconds, "decisions/s", true, 1_000_000, [("rows", table.Rules.Count)]);
        var (read, coldest) = Read(rules.Facts, calendar);
        yield return new("rules: parse and bind 1,000 expressions, warm", read, "ms", false, 50, [("first", coldest)]);
    }

    private static double Rate(TimeSpan time, int repeats) => Cases * (double)repeats * Texts.Length / time.TotalSeconds;

    private static void Agree(Func<FactSet, Outcome>[] expressions, FactSet[] facts, HandTarget[] hands)
    {
        for (var rule = 0; rule < expressions.Length; rule++)
            for (var one = 0; one < facts.Length; one++)
                if ((expressions[rule](facts[one]) == Outcome.True) != ByHand[rule](hands[one]))
                    throw new InvalidOperationException($"Both ways disagree on '{Texts[rule]}' and {facts[one]}.");
    }

    private static (TimeSpan, TimeSpan, TimeSpan) Best(Func<int> a, Func<int> b, Func<int> c)
    {
        var rounds = Enumerable.Range(0, Rounds).Select(_ => (A: Time(a), B: Time(b), C: Time(c))).ToArray();
        return (rounds.Min(round => round.A), rounds.Min(round => round.B), rounds.Min(round => round.C));
    }

    private static TimeSpan Best(Func<int> work) => Enumerable.Range(0, Rounds).Min(_ => Time(work));

    private static TimeSpan Time(Func<int> work)
    {
        var watch = Stopwatch.StartNew();
        GC.KeepAlive(work());
        return watch.Elapsed;
    }

    /// <summary>Case by case, as a decision does: all rules are asked of one case before the next.</summary>
    private static int Hand(HandTarget[] hands, int repeats)
    {
        var held = 0;
        for (var repeat = 0; repeat < repeats; repeat++)
            foreach (var hand in hands)
                foreach (var rule in ByHand)
                    held += rule(hand) ? 1 : 0;
        return held;
    }

    private static int Bare(Func<FactSet, Outcome>[] rules, FactSet[] facts, int repeats)
    {
        var held = 0;
        for (var repeat = 0; repeat < repeats; repeat++)
            foreach (var one in facts)
                foreach (var rule in rules)
                    held += rule(one) == Outcome.True ? 1 : 0;
        return held;
    }

    private static int Decided(RuleSet set, FactSet[] facts, int repeats)
    {
        var reasons = 0;
        for (var repeat = 0; repeat < repeats; repeat++)
            foreach (var one in facts)
                reasons += set.Decide(one).Reasons.Count;
        return reasons;
    }

    private static double Bytes(RuleSet set, FactSet[] facts)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(Decided(set, facts, 10));
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (10.0 * Cases * set.Rules.Count);
    }

    private static (double Median, double First) Read(FactSchema schema, Core.Time.WorkingCalendar calendar)
    {
        var texts = Enumerable.Range(0, 1000).Select(i => $"{Texts[i % Texts.Length]} && target.complaints != {i}").ToArray();
        var times = new double[45];
        for (var round = 0; round < times.Length; round++)
        {
            var faults = new List<Diagnostic>();
            var watch = Stopwatch.StartNew();
            foreach (var text in texts)
                RuleExpression.Parse(text, schema, calendar, faults);
            times[round] = watch.Elapsed.TotalMilliseconds;
            if (faults.Count > 0)
                throw new InvalidOperationException(faults[0].ToString());
        }

        // The first thirty rounds warm the parser up: its own code is compiled anew while it runs.
        return (times[30..].Order().ElementAt(7), times[0]);
    }

    private static PackRules Compiled()
    {
        var library = Counties.Library;
        var folder = library.Jurisdictions.First();
        PackFile[] files = [File(folder, "bench", $"\"workflow\": {Workflow()}"), File(folder, "bench-table", $"\"table\": {Table()}")];
        var compiled = PackCompiler.Compile(new(library.Files.Concat(files)), folder);
        return compiled.Pack?.Rules is { Sets.Count: >= 2 } rules ? rules : throw new InvalidOperationException(string.Join('\n', compiled.Diagnostics));
    }

    private static PackFile File(string folder, string id, string shape) => new($"rules/{folder}/{id}.rules.json", Encoding.UTF8.GetBytes(
        $$"""{ "$schema": "../../schemas/rules.schema.json", "id": "{{id}}", "name": { "zh": "基准", "en": "bench" }, "local": { "zh": "基准", "en": "bench" }, {{shape}} }"""));

    private static string Workflow() =>
        $$"""{ "WorkflowName": "Bench", "Rules": [{{string.Join(", ", Texts.Select((text, i) => $$"""{ "RuleName": "R{{i}}", "Expression": {{System.Text.Json.JsonSerializer.Serialize(text)}} }"""))}}] }""";

    /// <summary>Every row asks for a class, a stretch of complaints, an area and a day; the last takes what is left.</summary>
    private static string Table()
    {
        var rows = Enumerable.Range(0, 999).Select(i =>
            $$"""{ "id": "r{{i}}", "when": ["{{"ABCD"[i % 4]}}", "[{{i / 40}}..{{(i / 40) + 2}})", "{{(i % 3 == 0 ? "城关镇" : $"乡{i % 17}")}}", "{{(i % 2 == 0 ? "< 2025-01-01" : ">= 2025-01-01")}}"], "then": [{{i}}] }""");
        return $$"""
            { "inputs": [{ "id": "class", "of": "target.creditRiskClass" }, { "id": "complaints", "of": "target.complaints" }, { "id": "area", "of": "target.area" }, { "id": "last", "of": "target.lastInspectedOn" }],
              "outputs": [{ "id": "n", "type": "number" }], "rows": [{{string.Join(", ", rows)}}, { "id": "rest", "when": ["-", "-", "-", "-"], "then": [-1] }] }
            """;
    }

    /// <summary>A target as a program would hold it.</summary>
    private sealed record HandTarget(string CreditRiskClass, bool? AbnormalList, bool? SeriousViolationList, decimal? Complaints, decimal? InspectionsThisYear, DateOnly? LastInspectedOn, string Hazard, string Area)
    {
        public static HandTarget Of(int number)
        {
            var random = new Random(number);
            return new(
                "ABCD"[random.Next(4)].ToString(), random.Next(2) == 0, random.Next(2) == 0, random.Next(20), random.Next(5), NewYear.AddDays(random.Next(-700, 700)),
                new[] { "low", "medium", "high" }[random.Next(3)], new[] { "城关镇", "新集乡", "乡3", "乡5", "别处" }[random.Next(5)]);
        }

        public FactSet Facts(FactSchema schema) => new FactSetBuilder(schema)
            .Set("target.creditRiskClass", CreditRiskClass).Set("target.abnormalList", AbnormalList!.Value).Set("target.seriousViolationList", SeriousViolationList!.Value)
            .Set("target.complaints", Complaints!.Value).Set("target.inspectionsThisYear", InspectionsThisYear!.Value).Set("target.lastInspectedOn", LastInspectedOn!.Value)
            .Set("target.hazard", Hazard).Set("target.area", Area).Build();
    }
}
