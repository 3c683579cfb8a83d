using System.Security.Cryptography;

namespace DoubleRandom.Store.Cluster;

/// <summary>Makes a new, empty cluster.</summary>
internal static class ClusterBirth
{
    /// <summary>The database role this program signs in as.</summary>
    public const string Owner = "doublerandom";

    /// <summary>Builds the cluster beside its place and moves it there when all of it is on disk. Skipping the sync on the way is what makes it fast.</summary>
    public static void Create(ClusterFolder folder, PostgresBinaries binaries, bool durable)
    {
        if (Directory.Exists(folder.Unfinished))
            Directory.Delete(folder.Unfinished, recursive: true);
        OwnerOnly.CreateFolder(folder.Unfinished);
        OwnerOnly.Write(folder.Password, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
        Child.HandOver(folder.Unfinished, folder.Password);
        Run(folder, binaries.Initdb,
            "-D", folder.Unfinished, "-U", Owner, $"--pwfile={folder.Password}", "--auth=scram-sha-256",
            "--data-checksums", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions");
        if (durable)
            Run(folder, "sync", "-f", folder.Unfinished); // One flush of the file system takes a quarter of the time of a thousand files one by one.
        Directory.Move(folder.Unfinished, folder.Data);
        if (durable)
            Run(folder, "sync", folder.Root);
    }

    private static void Run(ClusterFolder folder, string program, params string[] arguments)
    {
        var (exit, output) = Child.Run(program, arguments);
        if (exit != 0)
            throw ClusterFault.From(folder, output);
    }
}
