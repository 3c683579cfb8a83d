using Dapper;
using Npgsql;

namespace DoubleRandom.Store.Publication;

/// <summary>The words of a jurisdiction's directories that are about persons.</summary>
public static class PersonalWords
{
    /// <summary>Names, credential numbers and telephones of everybody who is or was in the directories of inspectors and of liaisons.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel) =>
        [.. await connection.QueryAsync<string>(new CommandDefinition(
            """
            select word from directory_row, unnest(array[content->>'personName', content->>'credential']) as word
            where jurisdiction = @jurisdiction and directory = 'inspectors' and word is not null
            union
            select word from person, unnest(array[name, phone, mail]) as word where jurisdiction = @jurisdiction and word is not null
            """, new { jurisdiction }, cancellationToken: cancel))];

    /// <summary>The numbers under which everybody is or was in the directory of inspectors.</summary>
    public static async Task<IReadOnlyList<string>> InspectorIdsAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel) =>
        [.. await connection.QueryAsync<string>(new CommandDefinition(
            "select distinct code from directory_row where jurisdiction = @jurisdiction and directory = 'inspectors'", new { jurisdiction }, cancellationToken: cancel))];
}
