using DoubleRandom.Core;
using DoubleRandom.Core.Notices;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Submissions;

namespace DoubleRandom.Service.Workflows;

/// <summary>Makes actors of people: the roles are those that their unit holds today, the functions those that the directory gives them in it.</summary>
public sealed class Actors(DirectorySnapshot directory)
{
    internal static readonly string[] Functions = ["liaison", "leader", "office", "supervision"];

    /// <summary>The actor, or what is wrong with the person. Somebody whom the directory does not know acts for the unit without any function.</summary>
    internal async Task<(Actor? Actor, IReadOnlyList<Refusal> Refusals)> OfAsync(CommandChain chain, WorkflowPerson person)
    {
        if (string.IsNullOrWhiteSpace(person.Name) || string.Equals(person.Name, Actor.EngineName, StringComparison.Ordinal))
            return (null, [WorkflowWords.NoPerson()]);
        if (person.Name.Contains('\0', StringComparison.Ordinal))
            return (null, [Refusals.NulCharacter("command")]);
        if (chain.Running.Unit(person.Unit) is not { } unit || !unit.Exists(chain.Today))
            return (null, [WorkflowWords.NoUnit(person.Unit, chain.Running.Units.Select(known => known.Id))]);
        var people = await directory.OfAsync(chain.Connection, chain.Running.Jurisdiction.Folder, chain.Cancel);
        string[] functions = [.. Functions.Where(function => people[new Recipient(unit.Id, function)].Any(known => string.Equals(known.Name, person.Name, StringComparison.Ordinal)))];
        return (new(unit.Id, person.Name, chain.Units[unit.Id], functions), []);
    }
}
