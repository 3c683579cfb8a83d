using DoubleRandom.Core.Planning;

namespace DoubleRandom.Service.Demo;

/// <summary>What a sample unit does about a deadline: decided by the deadline's key and nothing else.</summary>
internal static class SampleBehaviour
{
    /// <summary>The day on which it is handed in; null when the unit stays silent.</summary>
    public static DateOnly? HandsInOn(DeadlineKey key, DateOnly dueOn) => (Draw(key) % 100) switch
    {
        < 55 and var early => dueOn.AddDays(-1 - early % 9),
        < 75 => dueOn,
        < 88 and var late => dueOn.AddDays(2 + late % 4),
        < 95 => dueOn.AddDays(11),
        _ => null,
    };

    /// <summary>A number that looks drawn and never changes (FNV-1a).</summary>
    private static int Draw(DeadlineKey key)
    {
        unchecked
        {
            var hash = 2166136261u;
            foreach (var c in key.ToString())
                hash = (hash ^ c) * 16777619u;
            return (int)(hash >> 8 & 0xFFFFFF);
        }
    }
}
