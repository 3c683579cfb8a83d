using System.Text;
using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Packs;
using DoubleRandom.Service.Directories;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.People;
using DoubleRandom.Service.Tests.Draws;
using DoubleRandom.Service.Tests.Inspections;

namespace DoubleRandom.Web.Tests.Pages;

/// <summary>The pages over Jieyang with its bus companies, and over Pengyang with inns and lorries, where people draw.</summary>
/// <remarks>It is 2026-09-01, nine in the morning.</remarks>
public sealed class DrawPagesFixture : PagesFixture
{
    public const string Buses = JieyangBuses.Folder;
    public const string Pengyang = PengyangTask.Folder;

    /// <summary>The only company of its area; its name tries to be markup.</summary>
    public const string Markup = "揭阳<script>document.title='x'</script><b>客运</b>公司";

    public const string MarkupArea = "445281";

    protected override async Task PrepareAsync()
    {
        Clock.Now = new(2026, 9, 1, 1, 0, 0, TimeSpan.Zero);
        var files = PackFolder.Read(Repository.Root).Files.Where(file => file.Folder.StartsWith('_') || file.Folder is Buses or Pengyang || file.Path.StartsWith("rules/calendars/", StringComparison.Ordinal));
        Assert.All(await Service<PackIntake>().TakeInAsync(new(files), default), outcome => Assert.True(outcome.Compiled.IsValid, string.Join('\n', outcome.Compiled.Diagnostics)));
        await PeopleAsync(Buses, JieyangBuses.People);
        await PeopleAsync(Pengyang, PengyangTask.People);
        await FillAsync(Buses, TargetSheet.Id, $"{JieyangBuses.Targets}{JieyangBuses.CodeOf(1001)},{Markup},{MarkupArea},5421,道路旅客运输,A\n");
        await FillAsync(Buses, InspectorSheet.Id, JieyangBuses.Inspectors);
    }

    private async Task PeopleAsync(string folder, string people) =>
        Assert.Empty((await Service<DirectoryImport>().ImportAsync(Service<RunningPacks>().Of(folder)!, Encoding.UTF8.GetBytes(people), "测试员", default)).Faults);

    private async Task FillAsync(string folder, string directory, string rows) =>
        Assert.Empty((await Service<DirectoryUpdate>().RunAsync(Service<RunningPacks>().Of(folder)!, new(directory, "测试员"), new MemoryStream(Encoding.UTF8.GetBytes(rows)), null, default)).Faults);
}

/// <summary>All tests of the pages of draws share one server and one browser.</summary>
[CollectionDefinition(Name)]
public sealed class DrawPagesCollection : ICollectionFixture<DrawPagesFixture>
{
    public const string Name = "draw pages";
}
