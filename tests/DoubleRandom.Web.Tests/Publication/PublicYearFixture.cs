namespace DoubleRandom.Web.Tests.Publication;

/// <summary>The five counties, each with a server and a database of its own after a year in which its document was in force.</summary>
/// <remarks>Pengyang's plan lapsed on 2025-04-28; Mouding's notice is of 2018; the other three carry no dates.</remarks>
public sealed class PublicYearFixture : IAsyncLifetime
{
    private const int AtOnce = 2;

    private readonly PublicYear[] _years =
        [new("640221-pingluo", 2026), new("640425-pengyang", 2024), new("445200-jieyang", 2026), new("532323-mouding", 2026), new("140827-yuanqu", 2026)];

    public PublicYear this[string folder] => _years.Single(year => string.Equals(year.Folder, folder, StringComparison.Ordinal));

    public Task InitializeAsync() => Parallel.ForEachAsync(_years, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (year, _) => await year.InitializeAsync());

    public async Task DisposeAsync()
    {
        foreach (var year in _years)
            await year.DisposeAsync();
    }
}
