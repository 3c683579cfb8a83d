using System.Text.Json.Nodes;
using DoubleRandom.Core.Inspections;
using DoubleRandom.Core.Tests.Packs;
using FsCheck;
using FsCheck.Fluent;
using Repository = DoubleRandom.Core.Tests.Architecture.Repository;

namespace DoubleRandom.Core.Tests.Inspections;

public sealed class JointResultTests
{
    private static readonly Dictionary<string, JsonObject> Cases = CaseFiles.Of("inspections").Where(pair => pair.Key.StartsWith("joint:", StringComparison.Ordinal)).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
    private static readonly DepartmentItems[] Departments = [new("lead", [new("公示", null)]), new("transport", [new("资质", null)])];

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void JointResult_IsThatOfTheGravest_WhenAllHaveAnswered(string name)
    {
        var (given, then) = (Cases[name]["given"]!.AsObject(), Cases[name]["then"]!.AsObject());
        var records = given.ToDictionary(pair => pair.Key, pair => Record(pair.Value!.GetValue<string>()), StringComparer.Ordinal);
        var joint = JointResult.Of(Departments, records, at => DateOnly.FromDateTime(at.UtcDateTime));
        Assert.Equal(then["category"]?.GetValue<string>(), joint?.Category);
        if (joint is not null)
            Assert.Equal(then["isProblem"]!.GetValue<bool>(), ResultCategory.Of(joint.Category).IsProblem);
    }

    [Fact]
    public void JointResult_DoesNotDependOnTheOrderOfAnswers()
    {
        var categories = Gen.Elements(ResultCategory.All.Select(category => category.Id).ToArray());
        Prop.ForAll(Gen.Two(categories).ToArbitrary(), pair =>
        {
            var (one, two) = pair;
            var first = JointResult.Of(Departments, new Dictionary<string, DepartmentRecord>(StringComparer.Ordinal) { ["lead"] = Record(one), ["transport"] = Record(two) }, _ => default);
            var second = JointResult.Of([.. Departments.Reverse()], new Dictionary<string, DepartmentRecord>(StringComparer.Ordinal) { ["transport"] = Record(two), ["lead"] = Record(one) }, _ => default);
            return string.Equals(first!.Category, second!.Category, StringComparison.Ordinal) && (ResultCategory.Of(first.Category).IsProblem == (ResultCategory.Of(one).IsProblem || ResultCategory.Of(two).IsProblem));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Categories_AreAllOfTheBaseForm()
    {
        var form = JsonNode.Parse(File.ReadAllText(Repository.PathOf("workflows", "_base-inspection", "forms.json")))!["forms"]!.AsArray().Single(form => form!["id"]!.GetValue<string>() is "inspection-record")!;
        var offered = form["fields"]!.AsArray().Single(field => field!["id"]!.GetValue<string>() is "category")!["choices"]!.AsArray().Select(choice => choice!["id"]!.GetValue<string>());
        Assert.Equal(offered.Order(StringComparer.Ordinal), ResultCategory.All.Select(category => category.Id).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static DepartmentRecord Record(string category) => new(new(2026, 3, 16, 1, 0, 0, TimeSpan.Zero), "东街", "on-site", ["M-01"], true, [new("公示", category, "有")], null, [], null);
}
