using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Running;
using Npgsql;

namespace DoubleRandom.Store.Workflows;

/// <summary>Reads journals; they are written with their instance and never changed.</summary>
public static class JournalTable
{
    /// <summary>The entries after a version, in order.</summary>
    /// <param name="connection">Any connection.</param>
    /// <param name="instance">Number of the instance.</param>
    /// <param name="after">The last version that is known; 0 for all.</param>
    /// <param name="upTo">The last version wanted.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<IReadOnlyList<JournalEntry>> AfterAsync(NpgsqlConnection connection, long instance, long after, long upTo, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select entry from workflow_journal where instance = $1 and version > $2 and version <= $3 order by version", connection);
        command.Parameters.Add(new() { Value = instance });
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = upTo });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var entries = new List<JournalEntry>();
        while (await reader.ReadAsync(cancel))
            entries.Add(WorkflowJson.Read(reader.GetFieldValue<byte[]>(0)));
        return entries;
    }
}
