namespace DoubleRandom.Store;

/// <summary>Why the database cannot be used. One value per thing a person has to do about it.</summary>
public enum DatabaseProblem
{
    /// <summary>PostgreSQL's server programs are not installed on this machine, or not where they were said to be.</summary>
    BinariesMissing,

    /// <summary>Another running program holds the data folder.</summary>
    FolderInUse,

    /// <summary>The data folder, or something above it, cannot be read or written by the user the database runs as.</summary>
    FolderNotWritable,

    /// <summary>The file system of the data folder has no room left.</summary>
    DiskFull,

    /// <summary>The data belongs to a PostgreSQL major version that is not installed, or the server is older than the oldest supported one.</summary>
    WrongVersion,

    /// <summary>PostgreSQL was started and gave up, or did not answer in time; its own words are in the message.</summary>
    DidNotStart,

    /// <summary>The server named in the connection string cannot be reached or refuses the sign-in.</summary>
    ServerUnreachable,

    /// <summary>The tables were made by a newer release of this program.</summary>
    SchemaNewer,

    /// <summary>A migration that was applied to this database differs from the one in this program.</summary>
    SchemaChanged,
}
