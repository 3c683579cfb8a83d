using System.Runtime.InteropServices;
using DoubleRandom.Cli.Line;
using DoubleRandom.Core;
using DoubleRandom.Core.Planning;

namespace DoubleRandom.Cli.Input;

/// <summary>From one day to another, both included.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DateSpan(DateOnly From, DateOnly To)
{
    /// <summary>The span of <c>--from</c> and <c>--to</c>.</summary>
    /// <exception cref="UsageException">It ends before it begins, or lies where nothing can be planned.</exception>
    public static DateSpan Of(Call call)
    {
        var span = new DateSpan(call.Date(CommonOptions.From), call.Date(CommonOptions.To));
        if (span.From < PlanSpan.First || span.To > PlanSpan.Last)
            throw new UsageException(new($"只能计划 {PlanSpan.First.Iso()} 至 {PlanSpan.Last.Iso()}，这一时段超出工作日历", $"days can be planned from {PlanSpan.First.Iso()} to {PlanSpan.Last.Iso()}; this span lies outside the working calendar"), new("缩短时段", "choose a span inside"));
        return span.From <= span.To
            ? span
            : throw new UsageException(new($"--to {span.To.Iso()} 早于 --from {span.From.Iso()}", $"--to {span.To.Iso()} lies before --from {span.From.Iso()}"), new("对调两个日期", "exchange the two"));
    }
}
