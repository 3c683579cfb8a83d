using System.Text.RegularExpressions;

namespace DoubleRandom.Core.Tests.Architecture;

/// <summary>
/// Where packages are downloaded from is the setting of each machine, often a mirror inside a closed network; a lock file
/// that names a host would fail there. What a package must contain is settled by the hashes.
/// </summary>
public partial class PackageSourceTests
{
    // Put together here, so that this file does not name them either.
    private static readonly string[] Hosts =
    [
        string.Join('.', "registry", "npmjs"), string.Join('.', "npmjs", "org"), string.Join('.', "npmjs", "com"),
        string.Join('.', "npmmirror", "com"), string.Join('.', "yarnpkg", "com"),
        string.Join('.', "nuget", "org"), string.Join('.', "nuget", "cdn"), string.Join('.', "pypi", "org"),
    ];

    [Fact]
    public void TrackedFiles_NameNoRegistry_WhenRead() =>
        Assert.DoesNotContain(Repository.TrackedFiles(), path => Hosts.Any(host => Names(File.ReadAllText(path), host)));

    [Fact]
    public void LockFiles_CarryNoDownloadAddress_WhenRead()
    {
        var locks = Repository.TrackedFiles().Where(path => Path.GetFileName(path) is "package-lock.json" or "packages.lock.json").ToList();
        Assert.NotEmpty(locks);
        Assert.DoesNotContain(locks, path => DownloadAddress().IsMatch(File.ReadAllText(path)));
    }

    [Fact]
    public void TrackedFiles_ChooseNoSource_WhenListed() =>
        Assert.DoesNotContain(Repository.TrackedFiles(), path =>
            Path.GetFileName(path).Equals("nuget.config", StringComparison.OrdinalIgnoreCase)
            || (Path.GetFileName(path) is ".npmrc" && Names(File.ReadAllText(path), "registry=")));

    [Fact]
    public void Hosts_AreFound_WhenAFileNamesOne() =>
        Assert.All(Hosts, host => Assert.True(Names($"see https://api.{host.ToUpperInvariant()}/v3", host)));

    [Theory]
    [InlineData("\"resolved\": \"https://somewhere/a.tgz\"", true)]
    [InlineData("\"resolved\" : \"http://somewhere/a.tgz\"", true)]
    [InlineData("\"resolved\": \"13.0.4\"", false)]
    public void DownloadAddress_Matches_WhenALockFileHasOne(string line, bool found) =>
        Assert.Equal(found, DownloadAddress().IsMatch(line));

    private static bool Names(string text, string host) => text.Contains(host, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("\"resolved\"\\s*:\\s*\"[a-z+]+://", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex DownloadAddress();
}
