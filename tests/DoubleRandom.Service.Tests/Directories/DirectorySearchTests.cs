using System.Globalization;
using DoubleRandom.Service.Tests.Engine;
using DoubleRandom.Store.Directories;
using static DoubleRandom.Service.Tests.Directories.DirectoryDesk;

namespace DoubleRandom.Service.Tests.Directories;

/// <summary>Names are found by any part of them: common ones among the first rows, rare ones wherever they stand.</summary>
public sealed class DirectorySearchTests(DirectorySearchTests.Crowd crowd) : IClassFixture<DirectorySearchTests.Crowd>
{
    private const int Many = 12_000;
    private const int Late = Many - 2; // Far behind the rows that a search walks through.

    [Fact]
    public async Task List_FindsTheOneName_BehindThousandsOfOthers() => Assert.Equal([CodeOf(Late)], await FindAsync(new() { Name = "孤本" }));

    [Fact]
    public async Task List_TurnsPages_OfACommonName()
    {
        var first = await FindAsync(new() { Name = "餐饮", Limit = 50 });
        var second = await FindAsync(new() { Name = "餐饮", Limit = 50, After = first[^1] });

        Assert.Equal(Enumerable.Range(0, 100).Select(i => CodeOf(2 * i)), first.Concat(second), StringComparer.Ordinal);
    }

    [Fact]
    public async Task List_EndsWithTheLastPage_OfACommonName() =>
        Assert.Equal([CodeOf(Many - 6), CodeOf(Many - 4)], await FindAsync(new() { Name = "餐饮", Limit = 50, After = CodeOf(Many - 8) }));

    [Theory]
    [InlineData("孤本", "D", 0)]
    [InlineData("孤本", "A", 1)]
    [InlineData("饮餐", null, 0)]
    [InlineData("餐", null, 0)] // One character is no search.
    [InlineData("%本", null, 0)]
    [InlineData("abc", null, 1)]
    [InlineData("ABC", null, 1)]
    public async Task List_TakesTextAsItStands_WithOtherConditions(string name, string? riskClass, int found) =>
        Assert.Equal(found, (await FindAsync(new() { Name = name, Class = riskClass })).Length);

    private async Task<string[]> FindAsync(DirectoryFilter filter) => [.. (await crowd.Engine.ListAsync(filter)).Select(row => row.Code)];

    /// <summary>Twelve thousand targets: every second one a restaurant, one of a kind near the end.</summary>
    public sealed class Crowd : IAsyncLifetime
    {
        internal TestEngine Engine { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Engine = await TestEngine.TinyAsync();
            using var file = new GeneratedFile("code,name,creditRiskClass", Many, i => string.Create(CultureInfo.InvariantCulture, $"{CodeOf(i)},{NameOf(i)},{(i == Late ? "A" : "B")}"));
            Assert.Empty((await Engine.UpdateAsync(file)).Faults);
        }

        public async Task DisposeAsync() => await Engine.DisposeAsync();

        private static string NameOf(int i) => string.Create(CultureInfo.InvariantCulture, $"{(i == Late ? "孤本aBc书店" : i % 2 == 0 ? "兴旺餐饮店" : "兴旺商店")}第{i}号");
    }
}
