using DoubleRandom.Cli.Line;
using DoubleRandom.Store;
using DoubleRandom.Store.Cluster;

namespace DoubleRandom.Cli.Input;

/// <summary>Who has the data that a command is about: this command itself, or a server. A server that holds the data folder holds it alone, so it does the work.</summary>
internal static class DataHolder
{
    /// <summary>Does the work where the data are: at the server that is named, else here, else at the server that holds the folder.</summary>
    public static async Task<T> AskAsync<T>(Call call, Func<Database, Task<T>> here, Func<RunningEngine, Task<T>> there, CancellationToken cancel)
    {
        if (call.Text(RunningEngine.ServerOption) is { } named)
            return await there(RunningEngine.Named(named));
        var place = DataPlace.Of(call);
        try
        {
            await using var database = await Database.OpenAsync(new DatabaseOptions { ConnectionString = place.Database, DataFolder = place.Folder }, call.Terminal.Clock, cancel);
            return await here(database);
        }
        catch (DatabaseUnavailableException held) when (held.Problem == DatabaseProblem.FolderInUse && FolderHolder.AddressOf(place.Folder) is not null)
        {
            return await there(new(FolderHolder.AddressOf(place.Folder)!));
        }
    }
}
