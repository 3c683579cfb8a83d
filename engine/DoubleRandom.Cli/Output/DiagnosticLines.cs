using System.Text.Json;
using DoubleRandom.Cli.Line;
using DoubleRandom.Core.Packs;
using Spectre.Console;

namespace DoubleRandom.Cli.Output;

/// <summary>Faults of packs.</summary>
internal static class DiagnosticLines
{
    private const int MostOnError = 10;

    /// <summary>Severity, code and place, then what is wrong, then what to do.</summary>
    public static void Write(Call call, Diagnostic fault)
    {
        var isError = fault.Severity == Severity.Error;
        var line = new Paragraph()
            .Append(isError ? call.Say("  错误 ", "  error ") : call.Say("  警告 ", "  warning "), new Style(isError ? Color.Red : Color.Yellow))
            .Append($"{fault.Code}  ", new Style(decoration: Decoration.Bold))
            .Append($"{fault.Place}{(fault.Place.Pointer.Length > 0 ? $"  {fault.Place.Pointer}" : "")}", new Style(Color.Grey));
        call.Screen.Write(line);
        call.Screen.WriteLine();
        call.Screen.Write(new Padder(new Prose(call.Say(fault.Problem)), new Padding(7, 0, 0, 0)));
        call.Screen.Write(new Padder(new Prose($"→ {call.Say(fault.Remedy)}", new Style(Color.Green)), new Padding(7, 0, 0, 0)));
    }

    public static void Write(Utf8JsonWriter json, string pack, Diagnostic fault)
    {
        json.WriteString("kind", "diagnostic");
        json.WriteString("pack", pack);
        json.WriteString("code", fault.Code);
        json.WriteString("severity", fault.Severity == Severity.Error ? "error" : "warning");
        json.WriteString("file", fault.Place.File);
        json.WriteNumber("line", fault.Place.Line);
        json.WriteNumber("column", fault.Place.Column);
        json.WriteString("pointer", fault.Place.Pointer);
        json.Text("problem", fault.Problem);
        json.Text("remedy", fault.Remedy);
    }

    /// <summary>Why a pack that was asked for cannot be used.</summary>
    public static void Write(TextWriter error, BrokenPackException broken)
    {
        var errors = broken.Diagnostics.Where(fault => fault.Severity == Severity.Error).ToArray();
        error.WriteLine($"{broken.Folder} 有 {errors.Length} 处错误，不能使用。请执行 doublerandom validate {broken.Folder} 查看并改正。");
        error.WriteLine($"{broken.Folder} has {errors.Length} errors and cannot be used. Run doublerandom validate {broken.Folder} and mend them.");
        foreach (var fault in errors.Take(MostOnError))
            error.WriteLine($"  {fault.Place} {fault.Code} {fault.Problem}");
    }
}
