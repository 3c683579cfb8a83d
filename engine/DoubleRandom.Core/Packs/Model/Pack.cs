using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Rules;
using DoubleRandom.Core.Time;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Packs.Model;

/// <summary>A named event on which obligations can depend.</summary>
public sealed record EventName(string Id, Bilingual Name, Basis? Basis, Place Place)
{
    /// <summary>Whether it fixes a day to come, as an announcement does; null when the pack does not say so itself.</summary>
    public bool? IsAhead { get; init; }
}

/// <summary>A number or list that the law gives and that may change: 20 working days, two inspectors.</summary>
public sealed record LegalValue(string Id, Bilingual Name, string Unit, Dated<int> History, Place Place);

/// <summary>A template of a notice.</summary>
/// <param name="Name">Name without language: <c>reminder</c>.</param>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
/// <param name="Text">Subject line, empty line, text; Handlebars.</param>
/// <param name="Place">The file.</param>
public sealed record NoticeTemplate(string Name, string Language, string Text, Place Place);

/// <summary>Who and where a pack is for.</summary>
/// <param name="Folder">The pack's folder: <c>640425-pengyang</c>; its key everywhere.</param>
/// <param name="Id">Short id: <c>pengyang</c>.</param>
/// <param name="Code">Division code (GB/T 2260).</param>
/// <param name="Name">Name.</param>
/// <param name="Level"><c>province</c>, <c>city</c>, <c>county</c> or <c>township</c>.</param>
/// <param name="Parent">Division code of the superior.</param>
/// <param name="TimeZone">IANA name of the zone in which its dates are meant.</param>
/// <param name="OfficeUnit">Id of the unit in which the joint conference's office sits.</param>
/// <param name="NeedsTests">Whether a rule set or workflow without a test is an error rather than a warning.</param>
public sealed record Jurisdiction(
    string Folder, string Id, string Code, Bilingual Name, string Level, string Parent, string TimeZone, string OfficeUnit, bool NeedsTests = false);

/// <summary>A county's whole procedure, compiled: everything is resolved, nothing is left to look up.</summary>
public sealed class Pack
{
    // Built at the first question; two threads that ask at once build the same.
    private Dictionary<string, Unit>? _units;
    private Dictionary<string, Obligation>? _obligations;
    private HashSet<string>? _ahead;
    private WorkflowDefinition[] _earlier = [];

    /// <summary>Who and where.</summary>
    public required Jurisdiction Jurisdiction { get; init; }

    /// <summary>SHA-256 over the files of all its layers and its calendar, hexadecimal: the version's identity.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The folders of its layers, lowest first, its own last.</summary>
    public required IReadOnlyList<string> Layers { get; init; }

    /// <summary>The working days it counts by.</summary>
    public required WorkingCalendar Calendar { get; init; }

    /// <summary>Documents by id.</summary>
    public required IReadOnlyDictionary<string, LegalDocument> Documents { get; init; }

    /// <summary>Roles by id.</summary>
    public required IReadOnlyDictionary<string, Role> Roles { get; init; }

    /// <summary>Units in the order of the pack.</summary>
    public required IReadOnlyList<Unit> Units { get; init; }

    /// <summary>Conveners in the order of the pack.</summary>
    public required IReadOnlyList<Convener> Conveners { get; init; }

    /// <summary>The jurisdiction's readings.</summary>
    public required Readings Readings { get; init; }

    /// <summary>Office hours.</summary>
    public required OfficeHours OfficeHours { get; init; }

    /// <summary>Legal values by id.</summary>
    public required IReadOnlyDictionary<string, LegalValue> Values { get; init; }

    /// <summary>Ladders by id.</summary>
    public required IReadOnlyDictionary<string, Ladder> Ladders { get; init; }

    /// <summary>How it reminds of open tasks without a due day; null when it does not.</summary>
    public StaleTasks? StaleTasks { get; init; }

    /// <summary>Forms by id.</summary>
    public required IReadOnlyDictionary<string, Form> Forms { get; init; }

    /// <summary>Schemes of draws by id.</summary>
    public IReadOnlyDictionary<string, DrawScheme> Draws { get; init; } = new Dictionary<string, DrawScheme>(StringComparer.Ordinal);

    /// <summary>Profiles of files for platforms by id.</summary>
    public IReadOnlyDictionary<string, ExchangeProfile> Exchanges { get; init; } = new Dictionary<string, ExchangeProfile>(StringComparer.Ordinal);

    /// <summary>Events by id.</summary>
    public required IReadOnlyDictionary<string, EventName> Events { get; init; }

    /// <summary>Obligations in the order of the pack.</summary>
    public required IReadOnlyList<Obligation> Obligations { get; init; }

    /// <summary>All rules, and the facts that they ask about.</summary>
    public PackRules Rules { get; init; } = PackRules.None;

    /// <summary>The rule sets by id.</summary>
    public IReadOnlyDictionary<string, RuleSet> RuleSets => Rules.Sets;

    /// <summary>The procedures by id.</summary>
    public IReadOnlyDictionary<string, WorkflowDefinition> Workflows { get; init; } = new Dictionary<string, WorkflowDefinition>(StringComparer.Ordinal);

    /// <summary>What carries each demand of the documents.</summary>
    public required IReadOnlyList<CoverageRow> Coverage { get; init; }

    /// <summary>The pack's own tests.</summary>
    public required IReadOnlyList<PackTest> Tests { get; init; }

    /// <summary>Templates of all layers, later layers first.</summary>
    public required IReadOnlyList<NoticeTemplate> Templates { get; init; }

    /// <summary>The merged documents by kind, in which every value still knows its file and line.</summary>
    public required IReadOnlyDictionary<string, Node> Effective { get; init; }

    /// <summary>Ids of the events that fix a day to come: those of which the pack says so, and, where it says nothing, those that something is counted back from.</summary>
    public IReadOnlySet<string> EventsAhead => _ahead ??= Announced();

    /// <summary>The unit of that id, or null.</summary>
    public Unit? Unit(string id) => (_units ??= Units.ToDictionary(unit => unit.Id, StringComparer.Ordinal)).GetValueOrDefault(id);

    /// <summary>The document that something rests on; null for what is local: no time in force limits it.</summary>
    public LegalDocument? DocumentOf(Basis basis) => basis.Document is { } id ? Documents.GetValueOrDefault(id) : null;

    /// <summary>The obligation of that id, or the duty to do a step in time (<c>workflow.step</c>); null when there is neither.</summary>
    public Obligation? Obligation(string id) => (_obligations ??= Duties()).GetValueOrDefault(id);

    /// <summary>The same pack that also knows the duties of definitions which earlier versions had and on which something still runs.</summary>
    public Pack With(IEnumerable<WorkflowDefinition> earlier)
    {
        var pack = (Pack)MemberwiseClone();
        (pack._earlier, pack._obligations) = ([.. earlier], null);
        return pack;
    }

    /// <summary>The template of that name in a language, from the highest layer that has it; null when none has.</summary>
    public NoticeTemplate? Template(string name, string language) => Templates.FirstOrDefault(
        template => string.Equals(template.Name, name, StringComparison.Ordinal) && string.Equals(template.Language, language, StringComparison.Ordinal));

    private HashSet<string> Announced()
    {
        var dues = Workflows.Values.SelectMany(workflow => workflow.Steps.SelectMany(step => step.Ways.Select(way => way.OnDate).Append(step.Due)).Append(workflow.Due)).OfType<Due>();
        var before = Obligations.Select(obligation => obligation.When).Concat(dues.Select(due => due.When)).SelectMany(when => when.Entries).Select(entry => entry.Value).OfType<When.Before>();
        var named = before.Select(rule => rule.Event).ToHashSet(StringComparer.Ordinal);
        return [.. Events.Values.Where(known => known.IsAhead ?? named.Contains(known.Id)).Select(known => known.Id)];
    }

    /// <summary>What stands in the pack itself comes before what earlier versions said.</summary>
    private Dictionary<string, Obligation> Duties()
    {
        var duties = new Dictionary<string, Obligation>(StringComparer.Ordinal);
        foreach (var duty in Obligations.Concat(Workflows.Values.Concat(_earlier).SelectMany(workflow => StepDeadlines.Duties(this, workflow))))
            duties.TryAdd(duty.Id, duty);
        return duties;
    }
}
