using System.Text.RegularExpressions;
using System.Xml.Linq;
using Newtonsoft.Json.Linq;

namespace DoubleRandom.Core.Tests.Architecture;

/// <summary>docs/dependencies.md names each package that is used, with its version, its reason and its licence.</summary>
public partial class DependencyPageTests
{
    private static readonly IReadOnlyList<string> Listed =
        [.. Row().Matches(File.ReadAllText(Repository.PathOf("docs", "dependencies.md")))
            .Select(row => $"{row.Groups["package"].Value} {row.Groups["version"].Value}")
            .Order(StringComparer.Ordinal)];

    [Fact]
    public void Page_ListsEveryPackage_WhenComparedWithThePins() =>
        Assert.Equal(NuGet().Concat(Npm()).Order(StringComparer.Ordinal), Listed, StringComparer.Ordinal);

    [Theory]
    [InlineData("| Dapper | 2.1.86 | maps rows | Apache-2.0 |", true)]
    [InlineData("| Dapper | 2.1.86 | maps rows |  |", false)]
    [InlineData("| Dapper | 2.1.86 |  | Apache-2.0 |", false)]
    public void Row_Counts_WhenReasonAndLicenceAreGiven(string row, bool counts) => Assert.Equal(counts, Row().IsMatch(row));

    private static IEnumerable<string> NuGet() =>
        XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion")
            .Select(package => $"{package.Attribute("Include")!.Value} {package.Attribute("Version")!.Value}");

    private static IEnumerable<string> Npm() =>
        Repository.TrackedFiles().Where(path => Path.GetFileName(path) is "package.json")
            .SelectMany(path => JObject.Parse(File.ReadAllText(path)).Properties())
            .Where(member => member.Name is "dependencies" or "devDependencies")
            .SelectMany(member => ((JObject)member.Value).Properties())
            .Select(package => $"{package.Name} {package.Value}");

    // | package | version | reason | licence |, none of them empty; the heading has no digits in its second column.
    [GeneratedRegex(@"^\| (?<package>[\w.@/-]+) \| (?<version>\d[\w.-]*) \| \S[^|]*\S \| \S[^|]*\|\s*$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Row();
}
