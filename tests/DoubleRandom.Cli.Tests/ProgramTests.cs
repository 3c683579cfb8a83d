using System.Diagnostics;
using System.Globalization;

namespace DoubleRandom.Cli.Tests;

/// <summary>The built program as a process: what only a process can show.</summary>
public class ProgramTests
{
    [Fact]
    public async Task Program_WritesUtf8_WhateverTheLocale()
    {
        var (status, output, error) = await Run("", "plan", "pengyang", "--from", "2024-05-15", "--to", "2024-05-15", "--format", "json");
        Assert.Equal(0, status);
        Assert.Contains("县发展改革局", output, StringComparison.Ordinal);
        Assert.Empty(error);
    }

    [Fact]
    public async Task Program_ExitsWithUsage_WhenTheVerbIsUnknown()
    {
        var (status, output, error) = await Run("", "pln");
        Assert.Equal(2, status);
        Assert.Empty(output);
        Assert.Contains("plan", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workday_AnswersAHundredThousandLinesASecond_WhenStreamed()
    {
        const int lines = 300_000;
        var input = string.Concat(Enumerable.Range(0, lines).Select(i => $"2024-09-27 {i % 2000}\n"));
        // The shell tells the program's own work: other programs on the machine make it wait, not work.
        var (status, output, error) = await Start("bash", input, "-c", "TIMEFORMAT=%U; time dotnet \"$0\" workday add -", Program);
        Assert.Equal(0, status);
        Assert.Equal(lines, output.AsSpan().Count('\n'));
        Assert.InRange(double.Parse(error, CultureInfo.InvariantCulture), 0, 3);
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "doublerandom.dll");

    private static Task<(int Status, string Output, string Error)> Run(string input, params string[] words) => Start("dotnet", input, [Program, .. words]);

    private static async Task<(int Status, string Output, string Error)> Start(string file, string input, params string[] words)
    {
        var start = new ProcessStartInfo(file, words)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
            WorkingDirectory = Repository.Root,
        };
        start.Environment["LC_ALL"] = "C";
        using var program = Process.Start(start)!;
        var (output, error) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.StandardInput.WriteAsync(input);
        program.StandardInput.Close();
        await program.WaitForExitAsync();
        return (program.ExitCode, await output, await error);
    }
}
