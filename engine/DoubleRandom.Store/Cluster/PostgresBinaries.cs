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

    /// <summary>Picks the server that made the folder's data, or the newest one for a folder without data.</summary>
    public static PostgresBinaries Find(string? binFolder, ClusterFolder folder)
    {
        var installed = (binFolder is null ? Places() : [binFolder]).Where(IsServer).Select(place => new PostgresBinaries(place, MajorOf(place)))
            .Where(found => found.Major >= OldestMajor).ToList();
        if (installed.Count == 0)
            throw ClusterFault.BinariesMissing(binFolder);
        if (folder.Version is not { } made)
            return installed.MaxBy(found => found.Major)!;
        return installed.Find(found => string.Equals(found.Major.ToString(CultureInfo.InvariantCulture), made, StringComparison.Ordinal))
            ?? throw ClusterFault.WrongVersion(folder.Root, made, installed.Max(found => found.Major));
    }

    private static IEnumerable<string> Places()
    {
        var packaged = Directory.Exists(PackageFolder) ? Directory.GetDirectories(PackageFolder).Select(version => Path.Combine(version, "bin")) : [];
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        return packaged.Concat(path.Split(':', StringSplitOptions.RemoveEmptyEntries));
    }

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
