using Dapper;
using Npgsql;

namespace DoubleRandom.Store.Migrations;

/// <summary>
/// Brings a database's tables up to a list of migrations: each in a transaction of its own together with its row in <c>schema_version</c>,
/// all under one advisory lock, so that any number of nodes may start at once.
/// </summary>
public sealed class Migrator
{
    /// <summary>The advisory lock of this program's migrations; any constant does that no other program on the server uses ("DoubleRa" in ASCII).</summary>
    private const long LockKey = 0x446F75626C655261;

    private readonly IReadOnlyList<Migration> _migrations;
    private readonly TimeProvider _time;

    /// <summary>Prepares to apply the given migrations.</summary>
    /// <param name="migrations">In order from version 1, without gaps; the first one creates <c>schema_version</c>.</param>
    /// <param name="time">Gives the instant recorded beside each applied migration.</param>
    /// <exception cref="ArgumentException">The versions are not 1, 2, 3 and so on.</exception>
    public Migrator(IReadOnlyList<Migration> migrations, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(migrations);
        if (!migrations.Select(migration => migration.Version).SequenceEqual(Enumerable.Range(1, migrations.Count)))
            throw new ArgumentException("Migrations must be numbered 1, 2, 3 and so on without gap or double.", nameof(migrations));
        _migrations = migrations;
        _time = time;
    }

    /// <summary>Applies what is missing. Doing it again, or from several connections at once, applies nothing twice.</summary>
    /// <param name="connection">An open connection outside any transaction.</param>
    /// <param name="cancel">Gives up between or inside migrations; those already committed stay.</param>
    /// <returns>The migrations applied by this call, in order; empty when the database was up to date.</returns>
    /// <exception cref="DatabaseUnavailableException">The database is newer than this program, or an applied migration differs; nothing was changed.</exception>
    public async Task<IReadOnlyList<Migration>> MigrateAsync(NpgsqlConnection connection, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        await ExecuteAsync(connection, "select pg_advisory_lock(@LockKey)", cancel);
        try
        {
            var pending = Pending(await AppliedAsync(connection, cancel));
            foreach (var migration in pending)
                await ApplyAsync(connection, migration, cancel);
            return pending;
        }
        finally
        {
            // Not cancellable: a lock left on a pooled connection would stop the next node for good.
            await ExecuteAsync(connection, "select pg_advisory_unlock(@LockKey)", CancellationToken.None);
        }
    }

    private static async Task<IReadOnlyList<AppliedMigration>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var exists = await connection.ExecuteScalarAsync<bool>(new CommandDefinition("select to_regclass('schema_version') is not null", cancellationToken: cancel));
        if (!exists)
            return [];
        const string sql = "select version, name, sha256 from schema_version order by version";
        return [.. await connection.QueryAsync<AppliedMigration>(new CommandDefinition(sql, cancellationToken: cancel))];
    }

    private IReadOnlyList<Migration> Pending(IReadOnlyList<AppliedMigration> applied)
    {
        if (applied.Count > 0 && applied[^1].Version > _migrations.Count)
            throw DatabaseFault.SchemaNewer(applied[^1].Version, _migrations.Count);
        foreach (var old in applied)
        {
            var now = _migrations[old.Version - 1];
            if (!string.Equals(now.Sha256, old.Sha256, StringComparison.Ordinal))
                throw DatabaseFault.SchemaChanged(old.Version, old.Name, old.Sha256, now.Sha256);
        }

        var seen = applied.Select(old => old.Version).ToHashSet();
        return [.. _migrations.Where(migration => !seen.Contains(migration.Version))];
    }

    private async Task ApplyAsync(NpgsqlConnection connection, Migration migration, CancellationToken cancel)
    {
        const string record = "insert into schema_version (version, name, sha256, applied_at) values (@Version, @Name, @Sha256, @AppliedAt)";
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(migration.Sql, transaction: transaction, cancellationToken: cancel));
        var row = new { migration.Version, migration.Name, migration.Sha256, AppliedAt = _time.GetUtcNow() };
        await connection.ExecuteAsync(new CommandDefinition(record, row, transaction, cancellationToken: cancel));
        await transaction.CommitAsync(cancel);
    }

    private static Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel) =>
        connection.ExecuteAsync(new CommandDefinition(sql, new { LockKey }, cancellationToken: cancel));

    private sealed record AppliedMigration(int Version, string Name, string Sha256);
}
