using DoubleRandom.Cli.Line;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Cli.Output;

/// <summary>Many units in one cell.</summary>
internal static class UnitNames
{
    private const int Named = 3;

    /// <summary>All names of a few, the first of many and how many there are.</summary>
    public static string Of(Call call, IEnumerable<Unit> units)
    {
        var names = units.Select(unit => call.Say(unit.Name)).Distinct(StringComparer.Ordinal).ToArray();
        var comma = call.Say("、", ", ");
        if (names.Length <= Named)
            return string.Join(comma, names);
        var first = string.Join(comma, names.Take(Named - 1));
        return call.Say($"{first}等 {names.Length} 个单位", $"{first} … {names.Length} units");
    }
}
