using System.Text.Json;
using DoubleRandom.Service.Notices;
using FsCheck;
using FsCheck.Fluent;

namespace DoubleRandom.Service.Tests.Notices;

public sealed class TemplateCheckTests
{
    private sealed record Case(string Name, string Why, string Given, string[] Then);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_NamesPlaceAndRemedy_AsTheCaseSays(string name)
    {
        Case it = Cases[name];

        IReadOnlyList<TemplateFault> faults = TemplateRenderer.Check("reminder.zh", it.Given, NoticeVariables.All);

        Assert.Equal(it.Then.Length, faults.Count);
        foreach ((string expected, TemplateFault fault) in it.Then.Zip(faults))
        {
            string[] parts = expected.Split(' ', 3);
            Assert.Equal($"{parts[0]} {parts[1]}", $"{fault.Line}:{fault.Column} {fault.Code}");
            Assert.Contains(parts[2], $"{fault.Problem} {fault.Remedy}", StringComparison.Ordinal);
            Assert.Contains("reminder.zh", fault.Problem.Zh, StringComparison.Ordinal);
            Assert.Contains("reminder.zh", fault.Problem.En, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Check_LeavesNothingForTheEngineToRefuse_WhateverTagsAreStrungTogether() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().ToArbitrary(), pieces =>
        {
            string template = "标题\n\n正文" + string.Concat(pieces);
            if (TemplateRenderer.Check("t", template, NoticeVariables.All).Count == 0)
                new TemplateRenderer().Render(template, new NoticeData().With("rungs", [new NoticeData().With("kind", "x")]), "zh");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));

    private static readonly string[] Pieces =
    [
        "{{#if unit}}", "{{/if}}", "{{#unless unit}}", "{{/unless}}", "{{#each rungs}}", "{{/each}}", "{{else}}", "{{unit}}", "{{kind}}", "{{../unit}}", "{{date dueOn}}",
        "\n", " ", "}}", "}", "!", "{", "{{~unit~}}", "{{! note }}", "{{!-- note --}}", "\\", "{{{unit}}}", "{{else if unit}}", "{{#if unit}}a{{/if}}", "{{#each rungs}}{{kind}}{{/each}}", "{{^}}", "{{!--", "--}}",
    ];

    [Fact]
    public void Check_FindsNoFault_InTheTemplatesOfTheNationalBase()
    {
        string[] files = System.IO.Directory.GetFiles(Repository.Path("workflows", "_base-national", "templates"), "*.hbs");

        Assert.True(files.Length >= 12);
        Assert.All(files, file => Assert.Empty(TemplateRenderer.Check(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file), NoticeVariables.All)));
    }

    private static readonly Dictionary<string, Case> Cases =
        JsonSerializer.Deserialize<Case[]>(File.ReadAllText(Repository.Path("tests", "cases", "templates", "faults.json")), JsonSerializerOptions.Web)!.ToDictionary(c => c.Name, StringComparer.Ordinal);
}
