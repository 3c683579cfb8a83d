using DoubleRandom.Core;
using DoubleRandom.Core.Inspections;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store.Inspections;

namespace DoubleRandom.Service.Inspections;

/// <summary>One inspection in the hands of a transaction, with who acts on it.</summary>
/// <param name="Chain">The transaction.</param>
/// <param name="Row">The inspection.</param>
/// <param name="Departments">Its departments, the lead first.</param>
/// <param name="Handling">The task's workflow instance.</param>
/// <param name="Person">Who acts.</param>
internal sealed record InspectionAtHand(CommandChain Chain, InspectionRow Row, IReadOnlyList<DepartmentItems> Departments, Handling Handling, WorkflowPerson Person)
{
    /// <summary>The inspection, or every reason why nothing can be done to it.</summary>
    public static async Task<(InspectionAtHand? AtHand, IReadOnlyList<Refusal> Refusals)> OpenAsync(CommandChain chain, Actors actors, InspectionKey key, WorkflowPerson person)
    {
        var (_, refusals) = await actors.OfAsync(chain, person);
        if (await InspectionQueries.GetAsync(chain.Connection, key, chain.Cancel) is not { } row || await chain.OpenAsync(key.Instance) is not { } handling)
            return (null, [.. refusals, InspectionWords.Unknown(key)]);
        if (row.State is "cancelled")
            return (null, [.. refusals, InspectionWords.Cancelled(key)]);
        return (new(chain, row, InspectionJson.Read<DepartmentItems[]>(row.Departments), handling, person), refusals);
    }

    public InspectionKey Key => Row.Key;

    public Pack Pack => Handling.Pack;

    /// <summary>The form of the visit.</summary>
    public Form Form => VisitSteps.FormOf(Handling.Definition.Step(Handling.State.Runs[Row.Run].Step), Pack)!;

    /// <summary>The department of that id; null when it does not take part.</summary>
    public DepartmentItems? Department(string unit) => Departments.FirstOrDefault(department => string.Equals(department.Unit, unit, StringComparison.Ordinal));

    /// <summary>The engine on behalf of the department that leads: what follows from the departments' answers is nobody's own act.</summary>
    public Actor Lead(string unit) => new(unit, Actor.EngineName, Chain.Units.GetValueOrDefault(unit, []), []);

    /// <summary>The inspection as it is now.</summary>
    public async Task<InspectionAtHand> AgainAsync() => this with { Row = (await InspectionQueries.GetAsync(Chain.Connection, Key, Chain.Cancel))! };

    public async Task<Answers> AnswersAsync() => Answers.Of(
        Departments, await InspectionQueries.RecordsAsync(Chain.Connection, Key.Instance, Key.Target, Chain.Cancel), await InspectionQueries.FilesAsync(Chain.Connection, Key.Instance, Key.Target, Chain.Cancel));

    /// <summary>Puts on record who did what.</summary>
    public void Note(string action, object detail) => Chain.Record = (
        Person.Name, $"inspection.{action}", $"{Row.Jurisdiction}/{Handling.Definition.Id}/{Key}", System.Text.Json.JsonSerializer.Serialize(new { Person.Unit, detail }, System.Text.Json.JsonSerializerOptions.Web));
}
