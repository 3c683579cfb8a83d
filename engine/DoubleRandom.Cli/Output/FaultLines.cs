using DoubleRandom.Cli.Line;
using DoubleRandom.Core.Directories;

namespace DoubleRandom.Cli.Output;

/// <summary>What is wrong with a directory file: a line each for people, an object each for programs.</summary>
internal static class FaultLines
{
    /// <summary>Writes them all; the result is the exit status.</summary>
    public static int Write(Call call, IReadOnlyList<DirectoryFault> faults)
    {
        foreach (var fault in faults)
            Write(call, fault);
        call.Terminal.Error.WriteLine(call.Say("有错误，未导入任何一行。", "There are faults: nothing was imported."));
        return Exit.Findings;
    }

    private static void Write(Call call, DirectoryFault fault)
    {
        if (!call.IsJson)
        {
            call.Terminal.Error.WriteLine(call.Say($"第 {fault.Line} 行 {fault.Column}：{fault.Problem.Zh}。{fault.Remedy.Zh}", $"line {fault.Line} {fault.Column}: {fault.Problem.En}. {fault.Remedy.En}"));
            return;
        }

        call.Json.Write(json =>
        {
            json.WriteNumber("line", fault.Line);
            json.WriteString("column", fault.Column);
            json.WriteString("value", fault.Value);
            json.WriteString("problem", fault.Problem.ToString());
            json.WriteString("remedy", fault.Remedy.ToString());
        });
    }
}
