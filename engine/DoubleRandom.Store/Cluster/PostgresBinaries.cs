using System.Globalization;
using System.Text.RegularExpressions;

namespace DoubleRandom.Store.Cluster;

/// <summary>One installed PostgreSQL server.</summary>
/// <param name="Folder">Where <c>postgres</c> and <c>initdb</c> lie.</param>
/// <param name="Major">Its major version, for example 15.</param>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    private const int OldestMajor = 15;
    private const string PackageFolder = "/usr/lib/postgresql";

    public string Postgres => Path.Combine(Folder, "postgres");
    public string Initdb => Path.Combine(Folder, "initdb");

    /// <summary>Picks the server that made the folder's data; for a folder without data the newest packaged one, or else the first in <c>PATH</c>.</summary>
    public static PostgresBinaries Find(string? binFolder, ClusterFolder folder)
    {
        var made = folder.Version;
        var others = new List<int>();
        foreach (var server in binFolder is null ? Installed() : Servers([binFolder]))
        {
            if (made is null || string.Equals(made, server.Major.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
                return server;
            others.Add(server.Major);
        }

        throw made is null || others.Count == 0 ? ClusterFault.BinariesMissing(binFolder) : ClusterFault.WrongVersion(folder.Root, made, others.Max());
    }

    /// <summary>Lazy, since asking a server in <c>PATH</c> for its version costs a process.</summary>
    private static IEnumerable<PostgresBinaries> Installed()
    {
        var packages = Directory.Exists(PackageFolder) ? Directory.GetDirectories(PackageFolder) : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return Servers(packages.Select(version => Path.Combine(version, "bin"))).OrderByDescending(server => server.Major).Concat(Servers(path));
    }

    private static IEnumerable<PostgresBinaries> Servers(IEnumerable<string> places) =>
        places.Where(IsServer).Select(place => new PostgresBinaries(place, MajorOf(place))).Where(server => server.Major >= OldestMajor);

    private static bool IsServer(string folder) => File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb"));

    /// <summary>Debian names the version in the path; elsewhere the program is asked, which costs a process.</summary>
    private static int MajorOf(string folder)
    {
        var named = PackagedVersion().Match(folder);
        var text = named.Success ? named.Groups["major"].Value : PrintedVersion().Match(Child.Output(Path.Combine(folder, "postgres"), "-V")).Groups["major"].Value;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : 0;
    }

    [GeneratedRegex("^/usr/lib/postgresql/(?<major>[0-9]+)/bin/?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PackagedVersion();

    [GeneratedRegex(@"PostgreSQL\) (?<major>[0-9]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PrintedVersion();
}
