using System.Xml.Linq;

namespace DoubleRandom.Core.Tests.Architecture;

/// <summary>What one project of the engine says it needs.</summary>
internal sealed record ProjectFile(IReadOnlyList<string> Projects, IReadOnlyList<string> Packages, IReadOnlyList<string> Frameworks)
{
    public static ProjectFile Load(string room) =>
        Parse(File.ReadAllText(Repository.PathOf("engine", $"DoubleRandom.{room}", $"DoubleRandom.{room}.csproj")));

    public static ProjectFile Parse(string xml)
    {
        var project = XDocument.Parse(xml);
        return new ProjectFile(
            [.. Includes(project, "ProjectReference").Select(RoomOf)],
            [.. Includes(project, "PackageReference")],
            [.. Includes(project, "FrameworkReference")]);
    }

    private static IEnumerable<string> Includes(XDocument project, string item) =>
        project.Descendants(item).Select(element => element.Attribute("Include")?.Value).OfType<string>();

    // "../DoubleRandom.Core/DoubleRandom.Core.csproj" is the room Core.
    private static string RoomOf(string path) =>
        Path.GetFileNameWithoutExtension(path.Replace('\\', '/')).Replace("DoubleRandom.", "", StringComparison.Ordinal);
}
