using System.Text.Json;
using DoubleRandom.Core.Tests.Architecture;

namespace DoubleRandom.Core.Tests.Packs;

/// <summary>The five counties' packs against the list of what their texts demand.</summary>
public class RealPacksTests
{
    private static readonly Dictionary<string, Dictionary<string, string>> Clauses = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(
        File.ReadAllText(Repository.PathOf("tests", "cases", "packs", "_clauses", "clauses.json")))!;

    public static TheoryData<string> Folders => [.. RealPacks.Five];

    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var (folder, clauses) in Clauses)
                foreach (var (id, kinds) in clauses)
                    rows.Add(folder, id, kinds);
            return rows;
        }
    }

    [Fact]
    public void Clauses_AreAllThere_OfTheFiveTexts() => Assert.Equal([14, 24, 13, 15, 12], RealPacks.Five.Select(folder => Clauses[folder].Count));

    [Theory]
    [MemberData(nameof(Folders))]
    public void Compile_FindsNothing_InEachOfTheFive(string folder) => Assert.Empty(RealPacks.Compile(folder).Diagnostics);

    [Fact]
    public void Compile_FindsNoError_InAnyJurisdiction() =>
        Assert.All(RealPacks.Library.Jurisdictions, folder => Assert.True(RealPacks.Compile(folder).IsValid, folder));

    [Fact]
    public void Compile_WarnsOfNothing_InAnyJurisdiction() =>
        Assert.All(RealPacks.Library.Jurisdictions, folder => Assert.Equal("", string.Join("\n", RealPacks.Compile(folder).Diagnostics)));

    [Theory]
    [MemberData(nameof(Folders))]
    public void Files_AreUnderThreeHundredLines_OfEachOfTheFive(string folder)
    {
        var own = new[] { "workflows", "rules" }.Select(room => Repository.PathOf(room, folder)).Where(Directory.Exists)
            .SelectMany(room => Directory.EnumerateFiles(room, "*", SearchOption.AllDirectories)).ToArray();
        Assert.NotEmpty(own);
        Assert.InRange(own.Sum(file => File.ReadLines(file).Count()), 1, 299);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Obligations_HaveATest_InEachOfTheFive(string folder)
    {
        var pack = RealPacks.Of(folder);
        var tested = pack.Tests.Select(test => test.Obligation).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(pack.Obligations);
        var untested = pack.Obligations.Select(obligation => obligation.Id).Where(id => !id.StartsWith("document.", StringComparison.Ordinal)).Except(tested, StringComparer.Ordinal);
        Assert.Equal("", string.Join(", ", untested));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Clause_HasItsRow_AndDeadlinesMeetingsAndFormsAreCarried(string folder, string id, string kinds)
    {
        var rows = RealPacks.Of(folder).Coverage.Where(row => string.Equals(row.Clause, id, StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(rows);
        var carriedBy = rows.SelectMany(row => row.CarriedBy).ToArray();
        if (kinds.Contains('D', StringComparison.Ordinal) || kinds.Contains('M', StringComparison.Ordinal))
            Assert.NotEmpty(carriedBy);
        if (kinds.Contains('F', StringComparison.Ordinal))
            Assert.Contains(carriedBy, IsFormed);

        bool IsFormed(string element) => element.StartsWith("form:", StringComparison.Ordinal)
            || (element.StartsWith("obligation:", StringComparison.Ordinal) && RealPacks.Of(folder).Obligation(element["obligation:".Length..])?.Form is not null);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Clause_IsCarriedWhollyOrSaysWhyNot_InEachOfTheFive(string folder, string id, string kinds)
    {
        Assert.NotEmpty(kinds);
        var rows = RealPacks.Of(folder).Coverage.Where(row => string.Equals(row.Clause, id, StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.NotEmpty(row.CarriedBy));
        // "Later" is a promise, not a reason.
        Assert.All(rows.Where(row => !row.IsCarried), row => Assert.False(row.NotEncoded!.Zh.StartsWith("后续", StringComparison.Ordinal) || row.NotEncoded.En.Length < 20, row.NotEncoded.En));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Coverage_NamesNoOtherClause_InEachOfTheFive(string folder) =>
        Assert.Equal("", string.Join(", ", RealPacks.Of(folder).Coverage.Select(row => row.Clause!).Except(Clauses[folder].Keys, StringComparer.Ordinal)));
}
