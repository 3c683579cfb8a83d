using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Core.Draws.Records;

namespace DoubleRandom.Service.Draws;

/// <summary>What stands around a draw in its record, as it is kept until the whole record is published.</summary>
internal sealed record KeptSetting(string Previous, DateTimeOffset? FrozenAt, DateTimeOffset? DrawnAt, DateTimeOffset? PublishedAt, DrawSoftware Software, IReadOnlyList<AbandonedDraw> Abandoned)
{
    public RecordSetting Setting => new(DrawMaking.Hash(Previous), new(FrozenAt, DrawnAt, PublishedAt), Software, Abandoned, []);

    public static KeptSetting Of(RecordSetting setting) =>
        new(setting.Previous.ToString(), setting.Times.FrozenAt, setting.Times.DrawnAt, setting.Times.PublishedAt, setting.Software, setting.Abandoned);
}
