using DoubleRandom.Core;
using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Publication.Circulars;
using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Pages.Notices;

/// <summary>Does with a circular what the form on its notice asks for, and keeps what was entered when it is refused.</summary>
internal sealed class CircularActions(CircularDesk desk)
{
    public async Task<CircularAttempt> DoAsync(long notice, IFormCollection posted, CancellationToken cancel)
    {
        var entered = new CircularAttempt(Text(posted, "do"), Text(posted, "deadline"), Text(posted, "by"), Text(posted, "text"), Text(posted, "reason"), []);
        if (!StatementWords.TryAct(entered.Do, out var act))
            return entered with { Refusals = [new("act-unknown", entered.Do, new("没有这个操作", "there is no such act"), new("刷新页面重试", "reload the page and try again"))] };
        var order = new CircularOrder(notice, act.Value, entered.By) { Deadline = entered.Deadline, Text = entered.Text, Reason = entered.Reason, Key = Text(posted, "once") is { Length: > 0 } once ? once : null };
        return entered with { Refusals = (await desk.DoAsync(order, cancel)).Refusals };
    }

    private static string Text(IFormCollection posted, string name) => posted[name].FirstOrDefault()?.Replace("\0", "", StringComparison.Ordinal).Trim() ?? "";
}
