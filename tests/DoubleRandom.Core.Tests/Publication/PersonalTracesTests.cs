using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Publication;

namespace DoubleRandom.Core.Tests.Publication;

public class PersonalTracesTests
{
    [Theory]
    [InlineData("电话13895012345。", "电话〔已隐去〕。")]
    [InlineData("138 9501 2345", "〔已隐去〕")]
    [InlineData("+86 13895012345", "〔已隐去〕")]
    [InlineData("0954-7012345", "〔已隐去〕")]
    [InlineData("身份证11010519491231002X号", "身份证〔已隐去〕号")]
    [InlineData("代码91640425MA0000001E", "代码91640425MA0000001E")] // A credit code is public.
    [InlineData("哈希13895012345abc", "哈希13895012345abc")] // Part of a hash.
    [InlineData("110105194912310021", "110105194912310021")] // Its check digit does not fit.
    [InlineData("2026-04-02 共12家", "2026-04-02 共12家")]
    public void Without_TakesOutNumbersOfPersons_AndNothingElse(string text, string expected) => Assert.Equal(expected, PersonalTraces.Without(text));

    [Theory]
    [InlineData("phone", "电话", null, false)]
    [InlineData("inspector-names", "执法检查人员姓名", null, false)]
    [InlineData("inspector-names", "执法检查人员姓名", true, true)] // The pack's word counts.
    [InlineData("frequency", "抽查比例和频次", null, true)]
    [InlineData("frequency", "抽查比例和频次", false, false)]
    public void IsPublic_FollowsThePack_ElseKeepsPersonsBack(string id, string name, bool? said, bool expected) =>
        Assert.Equal(expected, PublicFields.IsPublic(new FormField(id, new(name, id), FieldType.Text, true, null, null, [], [], null) { IsPublic = said }));
}
