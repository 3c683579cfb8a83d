using System.Text.Json.Nodes;
using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Tests.Packs;

namespace DoubleRandom.Core.Tests.Directories;

public class TargetCodeTests
{
    private static readonly Dictionary<string, JsonObject> Cases = CaseFiles.Of("directories").Where(one => one.Key.StartsWith("codes:", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void FaultOf_SaysWhatIsWrongAndHowToMendIt_AsTheCaseSays(string name)
    {
        var (given, then) = ((string)Cases[name]["given"]!, Cases[name]["then"]!);

        var fault = TargetCode.FaultOf(given);

        Assert.Equal((bool)then["isValid"]!, fault is null);
        if (fault is var (problem, remedy))
        {
            Assert.Contains((string?)then["problem"] ?? "", problem.Zh, StringComparison.Ordinal);
            Assert.Contains((string?)then["remedy"] ?? "", remedy.Zh, StringComparison.Ordinal);
            Assert.All([problem.En, remedy.En], text => Assert.False(string.IsNullOrWhiteSpace(text)));
        }
    }

    [Fact]
    public void CreditCode_IsRefused_WhenAnyOneCharacterIsAnother()
    {
        const string good = "91350100M000100Y43";
        const string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var others = from place in Enumerable.Range(0, good.Length) from letter in alphabet where letter != good[place] select string.Concat(good.AsSpan(0, place), $"{letter}", good.AsSpan(place + 1));
        Assert.DoesNotContain(others, other => CreditCode.IsValid(other));
        Assert.True(CreditCode.IsValid(good));
    }

    [Fact]
    public void RegistrationNumber_IsRefused_WhenAnyOneDigitIsAnother()
    {
        const string good = "110108000000016";
        var others = from place in Enumerable.Range(0, good.Length) from digit in "0123456789" where digit != good[place] select string.Concat(good.AsSpan(0, place), $"{digit}", good.AsSpan(place + 1));
        Assert.DoesNotContain(others, other => RegistrationNumber.IsValid(other));
    }

    [Theory]
    [InlineData("H", true)]
    [InlineData("62", true)]
    [InlineData("6210", true)]
    [InlineData("H6210", true)]
    [InlineData("A01", true)]
    [InlineData("T97", true)]
    [InlineData("A6210", false)]
    [InlineData("U", false)]
    [InlineData("98", false)]
    [InlineData("00", false)]
    [InlineData("6", false)]
    [InlineData("62101", false)]
    [InlineData("h62", false)]
    public void IndustryCode_IsValid_WhenItHasTheShapeOfTheStandard(string code, bool valid) => Assert.Equal(valid, IndustryCode.IsValid(code));

    [Theory]
    [InlineData("640425", true)]
    [InlineData("640425101", true)]
    [InlineData("640425101201", true)]
    [InlineData("990425", false)]
    [InlineData("6404", false)]
    [InlineData("64042A", false)]
    public void DivisionCode_IsValid_WhenItHasTheShapeOfTheStandard(string code, bool valid) => Assert.Equal(valid, DivisionCode.IsValid(code));
}
