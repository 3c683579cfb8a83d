using DoubleRandom.Cli.Line;
using DoubleRandom.Core;
using DoubleRandom.Web.Api.Workflows;
using Spectre.Console;

namespace DoubleRandom.Cli.Output;

/// <summary>What a form asks for, field by field: the key that the JSON wants, what people call it, what may stand there.</summary>
internal static class FormLines
{
    private static readonly Dictionary<string, Bilingual> Types = new(StringComparer.Ordinal)
    {
        ["text"] = new("文字", "text"),
        ["long-text"] = new("多行文字", "text of many lines"),
        ["integer"] = new("整数", "whole number"),
        ["number"] = new("数字", "number"),
        ["date"] = new("日期，如 \"2026-03-31\"", "day, like \"2026-03-31\""),
        ["boolean"] = new("true 是、false 否", "true or false"),
        ["choice"] = new("选一项", "one of"),
        ["list"] = new("若干条记录，写成数组", "records, as an array"),
    };

    public static void Write(Call call, FormView form)
    {
        call.Screen.WriteLine(call.Say($"  表单 {form.Name.Zh}（* 必填）：", $"  form {form.Name.En} (* must be filled in):"));
        foreach (var field in form.Fields)
            Write(call, field, "    ");
    }

    private static void Write(Call call, FieldView field, string indent)
    {
        var type = Types.GetValueOrDefault(field.Type) is { } words ? call.Say(words) : field.Type;
        call.Screen.WriteLine($"{indent}{(field.Required ? "*" : " ")} {field.Id}  {call.Say(field.Name)}  [{type}]");
        foreach (var choice in field.Choices)
            call.Screen.WriteLine($"{indent}      \"{choice.Id}\"  {call.Say(choice.Name)}");
        foreach (var inside in field.Fields)
            Write(call, inside, indent + "    ");
    }
}
