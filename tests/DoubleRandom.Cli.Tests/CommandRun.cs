using DoubleRandom.Cli.Line;

namespace DoubleRandom.Cli.Tests;

/// <summary>One command run inside the test, with everything it wrote.</summary>
internal sealed record CommandRun(int Status, string Out, string Error)
{
    public IReadOnlyList<string> Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<System.Text.Json.JsonElement> Json => [.. Lines.Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement)];

    /// <summary>Runs a command on the packs of the repository.</summary>
    public static Task<CommandRun> Of(params string[] words) => In(Repository.Root, "", words);

    public static async Task<CommandRun> In(string folder, string input, params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var terminal = new Terminal(new StringReader(input), output, error) { Folder = folder };
        var status = await CommandLine.RunAsync(words, terminal);
        return new(status, output.ToString(), error.ToString());
    }
}
