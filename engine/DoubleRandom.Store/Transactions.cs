using Npgsql;

namespace DoubleRandom.Store;

/// <summary>One transaction per decision: all of it is there afterwards, or none.</summary>
public static class Transactions
{
    /// <summary>Runs the work in a transaction and commits it; any exception undoes everything.</summary>
    public static async Task<T> InTransactionAsync<T>(this NpgsqlDataSource source, Func<NpgsqlConnection, Task<T>> work, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var result = await work(connection);
        await transaction.CommitAsync(cancel);
        return result;
    }

    /// <summary>Runs the work in a transaction and commits it, unless the work returns null: that, like any exception, undoes everything.</summary>
    public static async Task<T?> UnlessNullAsync<T>(this NpgsqlDataSource source, Func<NpgsqlConnection, Task<T?>> work, CancellationToken cancel)
        where T : struct
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var result = await work(connection);
        if (result is not null)
            await transaction.CommitAsync(cancel);
        return result;
    }

    /// <summary>The commit of this transaction need not wait for the disk: what it wrote may be gone after a crash, as if it had never been.</summary>
    public static async Task NeedNotLastAsync(this NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("set local synchronous_commit = off", connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Reads with a connection of its own.</summary>
    public static async Task<T> ReadAsync<T>(this NpgsqlDataSource source, Func<NpgsqlConnection, Task<T>> work, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await work(connection);
    }
}
