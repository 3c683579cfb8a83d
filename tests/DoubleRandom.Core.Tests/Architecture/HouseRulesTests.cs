namespace DoubleRandom.Core.Tests.Architecture;

public class HouseRulesTests
{
    private static readonly IReadOnlyList<SourceFile> Sources = Repository.EngineSources();

    [Fact]
    public void Sources_AreFound_WhenRunFromTheTree() => Assert.NotEmpty(Sources);

    [Fact]
    public void Sources_StayReadable_WhenNoFileExceedsTheLimit() =>
        Assert.Empty(Sources.Where(file => file.IsTooLong).Select(file => $"{file.Name}: {file.Lines} lines"));

    [Fact]
    public void Sources_SayWhatTheyDo_WhenNoTypeHasAnEmptyName() =>
        Assert.Empty(Sources.SelectMany(file => file.EmptyNames().Select(name => $"{file.Name}: {name}")));

    [Theory]
    [InlineData(300, false)]
    [InlineData(301, true)]
    public void IsTooLong_Counts_WhenAtTheLimit(int lines, bool tooLong) =>
        Assert.Equal(tooLong, new SourceFile("A.cs", new string('\n', lines)).IsTooLong);

    [Theory]
    [InlineData("A.cs", "public sealed class PackManager\n", "PackManager")]
    [InlineData("A.cs", "    internal readonly record struct UnitInfo(int A);\n", "UnitInfo")]
    [InlineData("A.cs", "static partial class DateUtils\n{", "DateUtils")]
    [InlineData("A.cs", "file record RowHelper;", "RowHelper")]
    [InlineData("FormProcessor.razor", "<p>a</p>", "FormProcessor")]
    public void EmptyNames_FindsType_WhenItsNameSaysNothing(string file, string text, string found) =>
        Assert.Equal([found], new SourceFile(file, text).EmptyNames());

    [Theory]
    [InlineData("/// A class Manager would say nothing.\nclass Planner;")]
    [InlineData("public sealed record Information;")]
    [InlineData("var info = Load();")]
    public void EmptyNames_FindsNone_WhenNamesSpeak(string text) =>
        Assert.Empty(new SourceFile("A.cs", text).EmptyNames());
}
