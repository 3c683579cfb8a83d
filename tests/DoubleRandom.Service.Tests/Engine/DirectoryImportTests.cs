using System.Text;
using DoubleRandom.Service.People;
using DoubleRandom.Store;
using DoubleRandom.Store.People;

namespace DoubleRandom.Service.Tests.Engine;

public sealed class DirectoryImportTests
{
    [Fact]
    public async Task Import_PutsTheNewPeopleInThePlaceOfTheOld()
    {
        await using var engine = await TestEngine.TinyAsync();

        await engine.ImportAsync("unit,name,function,email,language\nalpha,新人,liaison,new@tiny.test,en\n");
        await engine.SweepAtAsync("2026-03-13 09:00");

        Assert.Equal("新人", Assert.Single(await PeopleAsync(engine)).Name);
        Assert.Equal("new@tiny.test", Assert.Single(await engine.ListAsync<string>("select address from delivery"))); // At once, also for notices.
        Assert.Equal("{\"people\":1}", await engine.AskAsync<string>("select detail from audit_entry where action = 'directory.imported' order by sequence desc limit 1"));
    }

    [Fact]
    public async Task Import_ChangesNothing_WhenAnyLineIsWrong()
    {
        await using var engine = await TestEngine.TinyAsync();
        var before = await PeopleAsync(engine);

        var reading = await engine.Get<DirectoryImport>().ImportAsync(engine.Tiny, "unit,name,function\nalpha,甲,liaison\nomega,乙,liaison\nbeta,丙,boss\nalpha,甲,liaison\n"u8.ToArray(), "测试员", default);

        Assert.Equal([3, 4, 5], reading.Faults.Select(fault => fault.Line).Order());
        Assert.Equal(before, await PeopleAsync(engine));
    }

    [Fact]
    public async Task Import_ReadsWhatChineseSpreadsheetsWrite_WhenInGb18030()
    {
        await using var engine = await TestEngine.TinyAsync();
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = Encoding.GetEncoding("GB18030").GetBytes("单位,姓名,职能,邮箱\n甲局,𠮷田,联络员,j@tiny.test\n");

        var reading = await engine.Get<DirectoryImport>().ImportAsync(engine.Tiny, file, "测试员", default);

        Assert.Empty(reading.Faults);
        var person = Assert.Single(await PeopleAsync(engine));
        Assert.Equal(("alpha", "𠮷田", "liaison"), (person.Unit, person.Name, person.Function));
    }

    private static Task<IReadOnlyList<PersonRow>> PeopleAsync(TestEngine engine) =>
        engine.Database.Source.ReadAsync(connection => PersonTable.OfAsync(connection, TestPacks.Tiny, default), default);
}
