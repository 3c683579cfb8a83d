using Dapper;
using Npgsql;

namespace DoubleRandom.Store.People;

/// <summary>A person of the directory: whom a notice to a function of a unit reaches.</summary>
public sealed record PersonRow(string Jurisdiction, string Unit, string Function, string Name, string? Mail, string? Phone, string? Webhook, string Language);

/// <summary>The directory of people. They are never part of a pack.</summary>
public static class PersonTable
{
    /// <summary>Replaces the whole directory of a jurisdiction.</summary>
    public static async Task ReplaceAsync(NpgsqlConnection connection, string jurisdiction, IReadOnlyCollection<PersonRow> people, CancellationToken cancel)
    {
        await connection.ExecuteAsync(new CommandDefinition("delete from person where jurisdiction = @jurisdiction", new { jurisdiction }, cancellationToken: cancel));
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into person values (@Jurisdiction, @Unit, @Function, @Name, @Mail, @Phone, @Webhook, @Language)", people, cancellationToken: cancel));
    }

    /// <summary>Everybody of a jurisdiction, by unit, function and name.</summary>
    public static async Task<IReadOnlyList<PersonRow>> OfAsync(NpgsqlConnection connection, string jurisdiction, CancellationToken cancel) =>
        [.. await connection.QueryAsync<PersonRow>(new CommandDefinition("select * from person where jurisdiction = @jurisdiction order by unit, function, name", new { jurisdiction }, cancellationToken: cancel))];
}
