using System.Text.Json;
using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Service.Workflows;

namespace DoubleRandom.Cli.Output;

/// <summary>What a command to a workflow came to.</summary>
internal static class ReceiptPage
{
    public static void Write(Call call, EngineAnswer answer)
    {
        if (call.IsJson)
        {
            Element(call, answer.Json);
            return;
        }

        var receipt = answer.As<WorkflowReceipt>();
        var open = string.Join(call.Say("、", ", "), receipt.OpenSteps.Select(step => step.Value == 1 ? step.Key : $"{step.Key}×{step.Value}"));
        call.Terminal.Out.WriteLine(call.Say($"已办理。流程 {receipt.Instance} 第 {receipt.Version} 版：{State(call, receipt)}", $"Done. Instance {receipt.Instance}, version {receipt.Version}: {State(call, receipt)}"));
        if (open.Length > 0)
            call.Terminal.Out.WriteLine(call.Say($"  在办：{open}", $"  open: {open}"));
        if (receipt.Also.Count > 0)
            call.Terminal.Out.WriteLine(call.Say($"  随之变动的流程：{string.Join("、", receipt.Also)}", $"  also changed: {string.Join(", ", receipt.Also)}"));
    }

    /// <summary>An object of an answer on a line of its own, as the server wrote it.</summary>
    public static void Element(Call call, JsonElement element) => call.Json.Write(json =>
    {
        foreach (var property in element.EnumerateObject())
            property.WriteTo(json);
    });

    private static string State(Call call, WorkflowReceipt receipt) =>
        call.Say(StatusWords.Of(receipt.Status)) + (receipt.Outcome is { } outcome ? call.Say($"（{outcome}）", $" ({outcome})") : "");
}
