using DoubleRandom.Core;
using DoubleRandom.Core.Draws.Ceremonies;

namespace DoubleRandom.Service.Draws;

/// <summary>What draws and their stages are called, on pages and on the command line.</summary>
public static class DrawStages
{
    /// <summary>What is drawn.</summary>
    /// <param name="what"><see cref="DrawOrder.Targets"/> or <see cref="DrawOrder.Inspectors"/>.</param>
    public static Bilingual What(string what) => what is DrawOrder.Targets ? new("检查对象", "targets") : new("检查人员", "inspectors");

    /// <summary>Where a draw stands, with what it waits for.</summary>
    /// <param name="stage">The word of the stage, as in rows and JSON.</param>
    /// <param name="supersededBy">The draw that took its place; null while none did.</param>
    public static Bilingual Standing(string stage, string? supersededBy = null) => (stage, supersededBy) switch
    {
        (_, { } by) => new($"已由 {by} 取代", $"superseded by {by}"),
        ("prepared", _) => new("已准备，待第二人确认", "prepared, to be confirmed by a second person"),
        ("frozen", _) => new("已封存，等种子", "frozen, waiting for its seed"),
        ("seeded", _) => new("种子已齐，可以抽取", "seeded, ready to be drawn"),
        ("drawn", _) => new("已抽取，待分发", "drawn, to be dispatched"),
        ("dispatched", _) => new("已分发，检查结束后公开", "dispatched, to be revealed after the checks"),
        ("revealed", _) => new("已公开", "revealed"),
        _ => new("已放弃", "abandoned"),
    };
}
