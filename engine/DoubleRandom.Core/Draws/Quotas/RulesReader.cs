using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Matching.Demands;
using DoubleRandom.Core.Draws.Records;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Core.Draws.Quotas;

/// <summary>Reads the rules of a draw. White space and the order of keys do not matter: the hash is that of the canonical bytes.</summary>
public sealed class RulesReader
{
    private const int MostSubstitutes = 1_000_000;
    /// <summary>The members that say how many are drawn, of which rules have one.</summary>
    internal static readonly string[] Ways = ["n", "quota", "each", "whole", "total"];

    private static readonly string[] Keys = ["method", .. Ways, "substitutes", "inspectorRoot", "recusalRoot", "repeat", "assignment", "basis"];

    private readonly Node _root;
    private readonly List<Diagnostic> _faults;
    private readonly QuotaReader _quotas;

    private RulesReader(Node root, List<Diagnostic> faults) => (_root, _faults, _quotas) = (root, faults, new(faults));

    /// <summary>The rules, or null with every fault.</summary>
    /// <param name="content">JSON.</param>
    /// <param name="file">Its name, for the faults.</param>
    public static (DrawRules? Rules, IReadOnlyList<Diagnostic> Faults) Read(ReadOnlyMemory<byte> content, string file)
    {
        var faults = new List<Diagnostic>();
        return CanonicalJson.Read(content, file, faults) is { } root ? Read(root) : (null, faults);
    }

    /// <summary>The rules in a value that <see cref="CanonicalJson.Read"/> accepted, or null with every fault.</summary>
    public static (DrawRules? Rules, IReadOnlyList<Diagnostic> Faults) Read(Node root)
    {
        var faults = new List<Diagnostic>();
        var rules = new RulesReader(root, faults).Rules();
        return (faults.Count == 0 ? rules : null, faults);
    }

    private DrawRules? Rules()
    {
        _quotas.Known(_root, Keys);
        if (!_root.IsObject)
        {
            _faults.Add(RulesMessages.Value(_root.Place, "{ … }"));
            return null;
        }

        var method = _quotas.Word<DrawMethod>(_root, "method", isNeeded: true);
        var numbers = Numbers();
        var rules = new DrawRules
        {
            Method = method ?? DrawMethod.Srs,
            Numbers = numbers ?? new Numbers.Whole(new Quota { Number = 0 }),
            Substitutes = (int)(_quotas.Count(_root, "substitutes", MostSubstitutes) ?? 0),
            InspectorRoot = Root("inspectorRoot"),
            RecusalRoot = Root("recusalRoot"),
            Repeats = [.. (_root["repeat"]?.Items ?? []).Select(Repeated).OfType<RepeatRule>()],
            Assignment = _root["assignment"] is { } assignment ? new AssignmentRulesReader(_faults).Read(assignment) : null,
            Canonical = CanonicalJson.Write(_root),
        };
        if (_root["basis"] is { IsText: false } basis)
            _faults.Add(RulesMessages.Value(basis.Place, "\"…\""));
        if (rules is { Assignment: not null, InspectorRoot: null })
            _faults.Add(RulesMessages.Missing(_root.Place, "inspectorRoot", "64 × [0-9a-f]"));
        return rules;
    }

    private Numbers? Numbers()
    {
        if (Ways.Where(way => _root[way] is not null).ToArray() is not [var only])
        {
            _faults.Add(RulesMessages.OneWay(_root.Place));
            return null;
        }

        var node = _root[only]!;
        return only switch
        {
            "n" when node.IsObject => new Numbers.Named(_quotas.Strata(node, _quotas.Plain)),
            "n" => new Numbers.Whole(_quotas.Plain(node)),
            "quota" => new Numbers.Named(_quotas.Strata(node, inside => _quotas.Read(inside))),
            "each" => new Numbers.Each(_quotas.Read(node)),
            "whole" => new Numbers.Whole(_quotas.Read(node)),
            _ => new Numbers.Shared(_quotas.Read(node, "least"), (int)(_quotas.Count(node, "least", 1) ?? 0)),
        };
    }

    private Digest? Root(string key)
    {
        if (_root[key] is not { } node)
            return null;
        if (!Digest.TryParse(node.IsText ? node.Text : null, out var digest))
            _faults.Add(RulesMessages.Value(node.Place, "64 × [0-9a-f]"));
        return digest;
    }

    private RepeatRule? Repeated(Node node)
    {
        _quotas.Known(node, ["kind", "months", "startedOn"]);
        var kind = _quotas.Word<Repeat>(node, "kind", isNeeded: true) ?? Repeat.Exclude;
        var (isCycle, months, started) = (kind is Repeat.Cycle, _quotas.Count(node, "months", 1200), node["startedOn"]?.Date);
        if (isCycle ? started is null || months is not null : months is null or 0 || node["startedOn"] is not null)
            _faults.Add(RulesMessages.Value(node.Place, "{\"kind\":\"exclude\"|\"lower\",\"months\":N} | {\"kind\":\"cycle\",\"startedOn\":\"YYYY-MM-DD\"}"));
        return new(kind, (int)(months ?? 0), started);
    }
}
