using System.Runtime.InteropServices;
using DoubleRandom.Cli.Line;
using DoubleRandom.Core;

namespace DoubleRandom.Cli.Input;

/// <summary>From one day to another, both included.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DateSpan(DateOnly From, DateOnly To)
{
    /// <summary>The span of <c>--from</c> and <c>--to</c>.</summary>
    /// <exception cref="UsageException">It ends before it begins.</exception>
    public static DateSpan Of(Call call)
    {
        var span = new DateSpan(call.Date(CommonOptions.From), call.Date(CommonOptions.To));
        return span.From <= span.To
            ? span
            : throw new UsageException(new($"--to {span.To.Iso()} 早于 --from {span.From.Iso()}", $"--to {span.To.Iso()} lies before --from {span.From.Iso()}"), new("对调两个日期", "exchange the two"));
    }
}
