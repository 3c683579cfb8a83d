using System.Collections.ObjectModel;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Web.Pages.Home;

namespace DoubleRandom.Web.Pages.Workflows;

/// <summary>The page of all procedures.</summary>
/// <param name="Choice">The filter, and what it can be set to.</param>
/// <param name="Status">Which instances are listed: <c>running</c>, <c>ended</c>, <c>cancelled</c>, <c>trouble</c>; null for all.</param>
/// <param name="Groups">The definitions by jurisdiction.</param>
/// <param name="Instances">A page of instances, newest first.</param>
/// <param name="Missed">The procedures that should have started by an event or date and did not, newest first.</param>
/// <param name="OlderBefore">Where the next page begins; null when this is the last.</param>
/// <param name="IsFirst">Whether this is the first page.</param>
public sealed record WorkflowListView(
    HomeChoice Choice, string? Status, IReadOnlyList<DefinitionGroup> Groups, IReadOnlyList<ListedInstance> Instances, IReadOnlyList<MissedStart> Missed, long? OlderBefore, bool IsFirst);

/// <summary>The definitions of one jurisdiction.</summary>
public sealed record DefinitionGroup(Pack Pack, IReadOnlyList<DefinitionLine> Lines);

/// <summary>A definition, and how many instances of it stand how.</summary>
public sealed record DefinitionLine(WorkflowDefinition Definition, int Running, int Ended, int Cancelled)
{
    /// <summary>Whether people may start it.</summary>
    public bool IsForPeople => Definition.StartedBy.Any(starter => starter is Starter.ByPerson);
}

/// <summary>An instance in the list, with the names of its pack.</summary>
public sealed record ListedInstance(InstanceLine Line, Bilingual Jurisdiction, Bilingual Starter, string Zone);

/// <summary>The page of one definition.</summary>
/// <param name="Pack">The pack that runs.</param>
/// <param name="Definition">The definition.</param>
/// <param name="Line">How many instances stand how.</param>
/// <param name="Today">Today in the jurisdiction.</param>
/// <param name="Attempt">What the reader just tried to start.</param>
public sealed record DefinitionView(Pack Pack, WorkflowDefinition Definition, DefinitionLine Line, DateOnly Today, StartAttempt Attempt);

/// <summary>What a reader entered to start a procedure, so that a refusal stands beside it and nothing is typed twice.</summary>
/// <param name="Unit">Id of the unit on whose behalf.</param>
/// <param name="By">The person.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Cast">Units by role.</param>
/// <param name="Lists">Items by list.</param>
/// <param name="Refusals">Why it was not started.</param>
public sealed record StartAttempt(
    string Unit, string By, string Subject, IReadOnlyDictionary<string, IReadOnlyList<string>> Cast, IReadOnlyDictionary<string, IReadOnlyList<string>> Lists, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Nothing was tried.</summary>
    public static StartAttempt Of(string unit, string by) => new(unit, by, "", Nothing, Nothing, []);

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Nothing => ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;
}
