using System.Text;
using System.Text.Json;
using DoubleRandom.Core.Directories;
using DoubleRandom.Service.Directory;

namespace DoubleRandom.Service.Tests.Directory;

public sealed class DirectoryFileTests
{
    private sealed record Case(string Name, string Why, Given Given, Then Then);

    private sealed record Given(string? Text, string? Encoding, string? Base64);

    private sealed record Then(string? Encoding, string[]? People, string[]? Faults);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_GivesPeopleOrFaults_AsTheCaseSays(string name)
    {
        Case it = Cases[name];

        DirectoryReading reading = DirectoryFile.Read(Bytes(it.Given), Units);

        Assert.Equal(it.Then.Encoding, reading.Encoding);
        Assert.Equal(it.Then.People ?? [], reading.People.Select(Line).ToArray());
        Assert.Equal((it.Then.Faults ?? []).Select(f => string.Join(' ', f.Split(' ', 3).Take(2))).ToArray(), reading.Faults.Select(f => $"{f.Line}:{f.Column} {f.Code}").ToArray());
        foreach ((string expected, DirectoryFault fault) in (it.Then.Faults ?? []).Zip(reading.Faults))
            Assert.Contains(expected.Split(' ', 3)[2], $"{fault.Value} {fault.Problem} {fault.Remedy}", StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TakesTenThousandPeopleAndNotOneMore()
    {
        Assert.Equal(10_000, DirectoryFile.Read(People(10_000), Units).People.Count);

        DirectoryReading tooMany = DirectoryFile.Read(People(10_001), Units);
        Assert.Empty(tooMany.People);
        Assert.Equal("directory-too-many", Assert.Single(tooMany.Faults).Code);
    }

    [Fact]
    public void Read_RefusesWithoutReading_WhenFileIsOverOneMegabyte() =>
        Assert.Equal("directory-too-large", Assert.Single(DirectoryFile.Read(new byte[DirectoryFile.MostBytes + 1], Units).Faults).Code);

    [Fact]
    public void Read_ListsTwoHundredFaultsAndCountsTheRest_WhenEveryLineIsWrong()
    {
        string text = "unit,name,function\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"nowhere{i:D20},a{i},liaison\n"));

        DirectoryReading reading = DirectoryFile.Read(Encoding.UTF8.GetBytes(text), Units);

        Assert.Equal(201, reading.Faults.Count);
        Assert.Equal("directory-more", reading.Faults[^1].Code);
        Assert.Contains("100", reading.Faults[^1].Problem.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EndsWithFaults_WhenLinesAreHostile()
    {
        byte[] oneLongLine = Encoding.UTF8.GetBytes("unit,name,function\n" + new string('"', 500_001));
        byte[] manyCells = Encoding.UTF8.GetBytes("unit,name,function\n" + new string(',', 500_000));

        Assert.NotEmpty(DirectoryFile.Read(oneLongLine, Units).Faults);
        Assert.NotEmpty(DirectoryFile.Read(manyCells, Units).Faults);
    }

    private static byte[] People(int count) =>
        Encoding.UTF8.GetBytes("unit,name,function\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"lyj,n{i},liaison\n")));

    private static byte[] Bytes(Given given)
    {
        if (given.Base64 is not null)
            return Convert.FromBase64String(given.Base64);
        Encoding encoding = given.Encoding is null or "UTF-16" ? (given.Encoding is null ? Encoding.UTF8 : Encoding.Unicode) : CodePagesEncodingProvider.Instance.GetEncoding(given.Encoding)!;
        return encoding.GetBytes(given.Text!);
    }

    private static string Line(DirectoryPerson person) =>
        $"{person.Line}|{person.UnitId}|{person.Name}|{person.Function}|{person.Email}|{person.Phone}|{person.Webhook}|{person.Language}";

    private static readonly KnownUnit[] Units = [new("scjg", ["县市场监督管理局", "市场监管局", "Market Regulation Bureau"]), new("lyj", ["县林业局"])];

    private static readonly Dictionary<string, Case> Cases =
        JsonSerializer.Deserialize<Case[]>(File.ReadAllText(Repository.Path("tests", "cases", "directory", "files.json")), JsonSerializerOptions.Web)!.ToDictionary(c => c.Name, StringComparer.Ordinal);
}
