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
/// <remarks>It is 2024-09-02, nine in the morning: both counties’ documents are in force.</remarks>
public sealed class DrawPagesFixture : PagesFixture
{
    public const string Buses = JieyangBuses.Folder;
    public const string Pengyang = PengyangTask.Folder;

    /// <summary>The only company of its area; its name tries to be markup.</summary>
    public const string Markup = "揭阳<script>document.title='x'</script><b>客运</b>公司";

    public const string MarkupArea = "445281";

    /// <summary>An inn with a kitchen, a haulier, and one of which nothing is known but its name.</summary>
    private const string Shops = """
        统一社会信用代码,名称,区划代码,行业代码,经营范围
        91640425MA0000001E,彭阳县悦来客栈,640425,6110,住宿、餐饮服务
        91640425MA0000002H,彭阳县宏达运输,640425,5430,道路货物运输
        91640425MA0000003L,彭阳县无名合作社<b>,640425,,

        """;

    private const string Items = """
        编号,抽查事项,检查部门,检查依据,行业代码
        SJ-01,食品安全监督检查,market-regulation,食品安全法,61
        WJ-01,公共场所卫生监督检查,health,公共场所卫生管理条例,61
        WJ-02,医疗机构监督检查,health,医疗机构管理条例,84
        JT-01,道路货物运输经营检查,transport,道路运输条例,54
        NY-01,农药经营检查,agriculture,农药管理条例,51

        """;

    protected override async Task PrepareAsync()
    {
        Clock.Now = new(2024, 9, 2, 1, 0, 0, TimeSpan.Zero);
        var files = PackFolder.Read(Repository.Root).Files.Where(file => file.Folder.StartsWith('_') || file.Folder is Buses or Pengyang || file.Path.StartsWith("rules/calendars/", StringComparison.Ordinal));
        Assert.All(await Service<PackIntake>().TakeInAsync(new(files), default), outcome => Assert.True(outcome.Compiled.IsValid, string.Join('\n', outcome.Compiled.Diagnostics)));
        await PeopleAsync(Buses, JieyangBuses.People);
        await PeopleAsync(Pengyang, PengyangTask.People);
        await FillAsync(Buses, TargetSheet.Id, $"{JieyangBuses.Targets}{JieyangBuses.CodeOf(1001)},{Markup},{MarkupArea},5421,道路旅客运输,A\n");
        await FillAsync(Buses, InspectorSheet.Id, JieyangBuses.Inspectors);
        await FillAsync(Pengyang, TargetSheet.Id, Shops);
        await FillAsync(Pengyang, ItemSheet.Id, Items);
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
