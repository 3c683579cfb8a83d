using System.Text;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Lists;
using DoubleRandom.Core.Draws.Quotas;
using DoubleRandom.Core.Draws.Seeds;
using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Core.Draws.Records;

/// <summary>Takes out of a record what it states, and lets alone what follows from it.</summary>
internal sealed class RecordReader
{
    private readonly List<Refusal> _faults;
    private readonly Members _members;

    private RecordReader(Node record, List<Refusal> faults) => (_faults, _members) = (faults, new(record, faults));

    /// <summary>The facts, or null with every fault.</summary>
    public static RecordFacts? Read(Node record, List<Refusal> faults)
    {
        var before = faults.Count;
        var facts = new RecordReader(record, faults).Facts();
        return faults.Count == before ? facts : null;
    }

    private RecordFacts? Facts()
    {
        var (seed, rules) = (Seed(), Rules());
        if (seed is null || rules is null)
            return null;
        return new RecordFacts
        {
            Previous = _members.Hash("previous"),
            Seed = seed,
            Pepper = _members.HashOrNone("pepper", "revealed"),
            Rules = rules,
            FrameFile = _members.Text("frame", "file"),
            Frame = List("frame", seed.Draw),
            Inspectors = Named("inspectors", seed.Draw),
            Recusals = Named("recusals", seed.Draw),
            Times = new(Time("frozen"), Time("drawn"), Time("published")),
            Software = new(_members.Text("software", "name"), _members.Text("software", "version"), _members.Text("software", "source")),
            Abandoned = [.. _members.Items("abandoned").Select((node, at) => new AbandonedDraw(_members.Text(node["draw"], $"/abandoned/{at}/draw"), _members.Text(node["reason"], $"/abandoned/{at}/reason")))],
            Uses = [.. _members.Items("uses").Select(Use)],
            Assignment = _members.Find("assignment") is { } assignment ? AssignmentJson.Read(assignment, _faults) : null,
            Salt = _members.Find("salt") is null ? null : _members.HashOrNone("salt", "revealed"),
        };
    }

    private Seed? Seed()
    {
        var lines = _members.Items("seed").Select((node, at) => _members.Text(node, $"/seed/{at}") + "\n");
        var (seed, faults) = SeedReader.Read(Encoding.UTF8.GetBytes(string.Concat(lines)), "seed");
        _faults.AddRange(faults.Select(fault => RecordMessages.List("seed", fault)));
        return seed;
    }

    private DrawRules? Rules()
    {
        if (_members.Find("rules") is not { } node)
        {
            _faults.Add(RecordMessages.Member("/rules"));
            return null;
        }

        var (rules, faults) = RulesReader.Read(node);
        _faults.AddRange(faults.Select(fault => RecordMessages.List("rules", fault)));
        return rules;
    }

    private NamedList? Named(string key, string draw) => _members.Find(key) is null ? null : new(_members.Text(key, "file"), List(key, draw));

    private ListCommitment List(string key, string draw) => new(new(key, draw, _members.Number(key, "rows")), _members.Hash(key, "sha256"), _members.Hash(key, "root"));

    private DateTimeOffset? Time(string key) => _members.Instant(_members.Find("times", key), $"/times/{key}");

    private SubstituteUse Use(Node node, int at)
    {
        string Member(string key) => _members.Text(node[key], $"/uses/{at}/{key}");
        if (_members.Instant(node["at"], $"/uses/{at}/at") is { } used)
            return new(Member("id"), Member("instead"), Member("reason"), used);
        _faults.Add(RecordMessages.Member($"/uses/{at}/at"));
        return new("", "", "", default);
    }
}
