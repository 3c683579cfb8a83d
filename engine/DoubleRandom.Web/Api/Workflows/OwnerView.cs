using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Web.Api.Workflows;

/// <summary>Whose a step or action is.</summary>
/// <param name="Role">Id of the role whose units own it; null otherwise.</param>
/// <param name="Unit">Id of the unit that owns it; null otherwise.</param>
/// <param name="Item">The list whose item is the owning unit; null otherwise.</param>
/// <param name="Starter">Whether the unit that started the instance owns it.</param>
/// <param name="Function">The function that the person needs in the unit; null for anybody.</param>
/// <param name="Name">The owner as people call it.</param>
public sealed record OwnerView(string? Role, string? Unit, string? Item, bool Starter, string? Function, Bilingual Name)
{
    /// <summary>An owner, named as the pack names it; null for a step of nobody.</summary>
    public static OwnerView? Of(Owner? owner, Pack pack) =>
        owner is null ? null : new(owner.Role, owner.Unit, owner.ItemOf, owner.IsStarter, owner.Function, OwnerNames.Of(owner, pack));
}

/// <summary>What may start a workflow.</summary>
/// <param name="Kind">person, date, event or workflow.</param>
/// <param name="Owner">Whose people; null unless a person starts it.</param>
/// <param name="Id">Id of the event or of the calling workflow; null otherwise.</param>
public sealed record StarterView(string Kind, OwnerView? Owner, string? Id)
{
    /// <summary>A starter of a definition.</summary>
    public static StarterView Of(Starter starter, Pack pack) => starter switch
    {
        Starter.ByPerson person => new("person", OwnerView.Of(person.Owner, pack), null),
        Starter.ByEvent what => new("event", null, what.Event),
        Starter.ByWorkflow caller => new("workflow", null, caller.Workflow),
        _ => new("date", null, null),
    };
}
