using DoubleRandom.Store.Inspections;
using Npgsql;

namespace DoubleRandom.Service.Inspections;

/// <summary>Where a draw of inspectors leaves its result.</summary>
public static class InspectionTeams
{
    /// <summary>Assigns the inspectors that were drawn for a department at a target; they take the place of those before. The visit need not be open yet.</summary>
    /// <param name="connection">The transaction of the draw.</param>
    /// <param name="instance">Number of the task's workflow instance.</param>
    /// <param name="target">The target, as it stands in the list of targets.</param>
    /// <param name="department">Id of the unit.</param>
    /// <param name="inspectors">Ids of the directory of inspectors.</param>
    /// <param name="cancel">Gives up.</param>
    public static Task AssignAsync(NpgsqlConnection connection, long instance, string target, string department, IReadOnlyCollection<string> inspectors, CancellationToken cancel) =>
        InspectionTable.AssignAsync(connection, new(instance, target), department, inspectors, "draw", cancel);
}
