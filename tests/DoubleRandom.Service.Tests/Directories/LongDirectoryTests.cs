using System.Globalization;
using DoubleRandom.Service.Tests.Engine;
using static DoubleRandom.Service.Tests.Directories.DirectoryDesk;

namespace DoubleRandom.Service.Tests.Directories;

/// <summary>A directory's file far longer than what memory need hold, with one bad line in it.</summary>
[Collection(nameof(MeasuredAlone))]
public sealed class LongDirectoryTests
{
    private const int Many = 200_000;

    [Fact]
    public async Task Update_NamesTheOneBadLine_WhenTheFileIsLongerThanMemoryNeedHold()
    {
        await using var engine = await TestEngine.TinyAsync();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        using var file = new GeneratedFile("code,name", Many, i => i == Many - 2 ? "91640425MA0000001F,坏店" : string.Create(CultureInfo.InvariantCulture, $"{CodeOf(i)},第{i}号店"))
        {
            Made = i => most = i % 10_000 == 0 ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true)) : most,
        };

        var report = await engine.UpdateAsync(file);

        Assert.Equal([$"{Many}:code directory-code-bad"], report.Codes(), StringComparer.Ordinal);
        Assert.Equal(0, await engine.AskAsync<int>("select count(*) from directory_row"));
        Assert.True(most - before < 8_000_000, $"{most - before} bytes are held while {Many} lines go by");
    }
}
