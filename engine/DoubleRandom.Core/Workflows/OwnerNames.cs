using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows;

/// <summary>Owners of steps as people call them: by the names that the pack gives roles and units.</summary>
public static class OwnerNames
{
    private static readonly Dictionary<string, Bilingual> Functions = new(StringComparer.Ordinal)
    {
        ["leader"] = new("负责人", "head"),
        ["liaison"] = new("联络员", "liaison"),
        ["office"] = new("办公室人员", "office staff"),
        ["supervision"] = new("督查人员", "supervision staff"),
    };

    /// <summary>The name of an owner: a role, a unit, the unit of the item, the unit that started it; with the function where one is asked for.</summary>
    public static Bilingual Of(Owner owner, Pack pack)
    {
        var place = owner switch
        {
            { Role: { } role } => pack.Roles.GetValueOrDefault(role)?.Name ?? new(role, role),
            { Unit: { } unit } => pack.Unit(unit)?.Name ?? new(unit, unit),
            { ItemOf: not null } => new Bilingual("各该单位", "each of the units"),
            _ => new("发起单位", "the unit that started it"),
        };
        if (owner.Function is not { } function)
            return place;
        var name = Functions.GetValueOrDefault(function) ?? new(function, function);
        return new($"{place.Zh}{name.Zh}", $"{place.En}, {name.En}");
    }
}
