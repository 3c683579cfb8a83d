using DoubleRandom.Core.Workflows;

namespace DoubleRandom.Core.Tests.Workflows;

/// <summary>Effects in a few words.</summary>
internal static class EffectText
{
    internal static string Of(Effect effect) => effect switch
    {
        Effect.OpenTask task => $"open {task.Step}{At(task.Item)} for {For(task.Assignment)}",
        Effect.CloseTask task => $"close {task.Run}",
        Effect.SetDeadline due => $"due {due.Step}{At(due.Item)} {due.Occurrence.DueOn.Iso()}",
        Effect.WithdrawDeadline due => $"{(due.IsMet ? "met" : "withdrawn")} {due.Run}",
        Effect.RaiseEvent raised => $"raise {raised.Event.Event} of {raised.Event.Subject} by {raised.Event.Unit ?? "engine"}",
        Effect.Notify notice => $"notify {string.Join("+", notice.Audience)}{At(notice.Item)} {notice.Template}",
        Effect.StartChild child => $"start {child.Workflow}{At(child.Item)}",
        Effect.CancelChild child => $"cancel child {child.Run}",
        Effect.RequestDraw draw => $"draw {draw.What}{At(draw.Item)}",
        Effect.Publish publish => $"publish {publish.What}{At(publish.Item)}",
        _ => throw new ArgumentException("unknown effect", nameof(effect)),
    };

    private static string At(string item) => item.Length == 0 ? "" : $"@{item}";

    private static string For(Assignment to) => to.Person ?? (to.Role is { } role ? $"role {role}" : string.Join("+", to.Units)) + (to.Function is { } function ? $" {function}" : "");
}
