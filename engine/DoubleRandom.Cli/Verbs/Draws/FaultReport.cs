using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs;

namespace DoubleRandom.Cli.Verbs.Draws;

/// <summary>Tells what is wrong with the files of a draw. Ends the command with exit status 1.</summary>
internal static class FaultReport
{
    /// <summary>Every fault with its line; true when one of them stops the draw.</summary>
    public static bool Tells(Call call, IReadOnlyList<Diagnostic> faults)
    {
        foreach (var fault in faults)
        {
            if (call.IsJson && fault.Severity is Severity.Error)
                call.Json.Write(json => DiagnosticLines.Write(json, "", fault));
            else
                call.Terminal.Error.WriteLine($"{fault.Place} {fault.Code} {call.Say(fault.Problem)}{call.Say("。", ": ")}{call.Say(fault.Remedy)}");
        }

        return faults.Any(fault => fault.Severity is Severity.Error);
    }

    /// <summary>Every difference with what to do.</summary>
    public static void Tell(Call call, IEnumerable<Refusal> differences)
    {
        foreach (var refusal in differences)
            call.Terminal.Error.WriteLine($"{refusal.Code} {call.Say(refusal.Problem)}{call.Say("。", ": ")}{call.Say(refusal.Remedy)}");
    }
}
