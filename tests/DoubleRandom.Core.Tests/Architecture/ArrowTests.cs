namespace DoubleRandom.Core.Tests.Architecture;

/// <summary>Core ← Store ← Service ← Web, Cli: a room knows only the rooms left of it, and names only the next one.</summary>
public class ArrowTests
{
    [Theory]
    [InlineData("Core")]
    [InlineData("Store", "Core")]
    [InlineData("Service", "Store")]
    [InlineData("Web", "Service")]
    [InlineData("Cli", "Web")] // `serve` starts the pages; nothing else of Web is used
    public void Projects_FollowTheArrow_WhenRead(string room, params string[] knows) =>
        Assert.Equal<string>(knows, ProjectFile.Load(room).Projects, StringComparer.Ordinal);

    [Fact]
    public void Rooms_AreFive_WhenCounted() =>
        Assert.Equal(
            ["Cli", "Core", "Service", "Store", "Web"],
            Directory.GetDirectories(Repository.PathOf("engine"))
                .Select(folder => Path.GetFileName(folder).Replace("DoubleRandom.", "", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
            StringComparer.Ordinal);

    [Theory]
    [InlineData("Npgsql", "Store")]
    [InlineData("Dapper", "Store")]
    [InlineData("Quartz", "Service")]
    [InlineData("Handlebars.Net", "Service")]
    [InlineData("System.CommandLine", "Cli")]
    [InlineData("Spectre.Console", "Cli")]
    public void Package_LivesInOneRoom_WhenReferenced(string package, string room) =>
        Assert.Equal([room], RoomsWith(project => project.Packages.Contains(package, StringComparer.Ordinal)), StringComparer.Ordinal);

    [Theory]
    [InlineData("Core")]
    [InlineData("Store")]
    public void Room_NeedsNoWebFramework_WhenItDecidesOrRemembers(string room) =>
        Assert.Empty(ProjectFile.Load(room).Frameworks);

    [Fact]
    public void Parse_SeesReferences_WhenTheyAreThere()
    {
        var project = ProjectFile.Parse("""
            <Project>
              <ItemGroup><ProjectReference Include="..\DoubleRandom.Web\DoubleRandom.Web.csproj" /></ItemGroup>
              <ItemGroup><PackageReference Include="Npgsql" /><FrameworkReference Include="Microsoft.AspNetCore.App" /></ItemGroup>
            </Project>
            """);
        Assert.Equal(["Web"], project.Projects);
        Assert.Equal(["Npgsql"], project.Packages);
        Assert.Equal(["Microsoft.AspNetCore.App"], project.Frameworks);
    }

    private static IEnumerable<string> RoomsWith(Func<ProjectFile, bool> holds) =>
        new[] { "Core", "Store", "Service", "Web", "Cli" }.Where(room => holds(ProjectFile.Load(room)));
}
