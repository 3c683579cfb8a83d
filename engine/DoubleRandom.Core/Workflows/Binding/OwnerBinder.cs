using DoubleRandom.Core.Packs.Binding;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows.Binding;

/// <summary>Reads owners: a role by its id, <c>office</c>, <c>starter</c>, or an object that names role, unit or item, and a function.</summary>
internal sealed class OwnerBinder(Binder binder, string office)
{
    public Owner? OrNull(Node node, string key) => node[key] switch
    {
        null => null,
        { IsText: true } word => Word(word.Text, null),
        var owner => Object(owner),
    };

    private Owner Object(Node node)
    {
        string[] kinds = ["role", "unit", "item"];
        var found = kinds.Where(kind => node[kind] is not null).ToArray();
        if (found.Length != 1)
            binder.Faults.Add(ShapeFaults.NotOneOf(node.Place, "owner", kinds));
        var function = Binder.TextOrNull(node, "function");
        return node["role"] is { IsText: true } role
            ? Word(role.Text, function)
            : new(null, Binder.TextOrNull(node, "unit"), Binder.TextOrNull(node, "item"), false, function);
    }

    private Owner Word(string word, string? function) => word switch
    {
        "office" => new(null, office, null, false, function),
        "starter" => new(null, null, null, true, function),
        _ => new(word, null, null, false, function),
    };
}
