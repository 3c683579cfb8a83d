using DoubleRandom.Cli.Line;
using DoubleRandom.Web.Api.Problems;

namespace DoubleRandom.Cli.Output;

/// <summary>Why a server did not do what it was asked: every reason, and what happened in between.</summary>
internal static class RefusalPage
{
    public static void Write(Call call, ProblemDocument problem)
    {
        if (call.IsJson)
            Lines(call, problem);
        else
            Page(call, problem);
    }

    private static void Page(Call call, ProblemDocument problem)
    {
        var error = call.Terminal.Error;
        foreach (var reason in problem.Errors)
            error.WriteLine($"{Subject(reason.Subject)}{call.Say(reason.Problem)}{call.Say("。", ": ")}{call.Say(reason.Remedy)}");
        if (problem.Errors.Count == 0)
            error.WriteLine($"{problem.Title}{call.Say("：", ": ")}{problem.Detail}");
        if (problem.Changes is not { Count: > 0 } changes)
            return;
        error.WriteLine(call.Say("在您看过之后：", "Since what you saw:"));
        foreach (var change in changes)
            error.WriteLine(call.Say($"  第 {change.Version} 版 {change.By}：{change.Text.Zh}", $"  version {change.Version}, {change.By}: {change.Text.En}"));
    }

    private static string Subject(string subject) => subject.Length == 0 ? "" : $"[{subject}] ";

    private static void Lines(Call call, ProblemDocument problem)
    {
        foreach (var reason in problem.Errors)
            call.Json.Write(json =>
            {
                json.WriteString("refused", reason.Code);
                json.WriteString("subject", reason.Subject);
                json.Text("problem", reason.Problem);
                json.Text("remedy", reason.Remedy);
            });
        if (problem.Errors.Count == 0)
            call.Json.Write(json =>
            {
                json.WriteString("refused", problem.Type);
                json.WriteString("detail", problem.Detail);
            });
        foreach (var change in problem.Changes ?? [])
            call.Json.Write(json =>
            {
                json.WriteNumber("changed", change.Version);
                json.WriteString("at", change.At);
                json.WriteString("by", change.By);
                json.Text("text", change.Text);
            });
    }
}
