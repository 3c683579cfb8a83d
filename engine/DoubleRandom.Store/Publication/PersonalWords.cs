using Dapper;
using DoubleRandom.Core.Publication;
using Npgsql;

namespace DoubleRandom.Store.Publication;

/// <summary>The words of a jurisdiction's directories that are about persons.</summary>
public static class PersonalWords
{
    /// <summary>What must not leave a jurisdiction: names, credential numbers, telephones and ids of everybody who is or was in the directories of inspectors and of liaisons.</summary>
    public static async Task<Discretion> OfAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel)
    {
        var words = await connection.QueryAsync<string>(new CommandDefinition(
            """
            select word from directory_row, unnest(array[content->>'personName', content->>'credential']) as word
            where jurisdiction = @jurisdiction and directory = 'inspectors' and word is not null
            union
            select word from person, unnest(array[name, phone, mail]) as word where jurisdiction = @jurisdiction and word is not null
            """, new { jurisdiction }, cancellationToken: cancel));
        var ids = await connection.QueryAsync<string>(new CommandDefinition(
            "select distinct code from directory_row where jurisdiction = @jurisdiction and directory = 'inspectors'", new { jurisdiction }, cancellationToken: cancel));
        return new(words, ids);
    }
}
