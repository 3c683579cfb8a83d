using DoubleRandom.Core.Packs.Checks;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows;

namespace DoubleRandom.Core.Packs.Binding;

/// <summary>Reads a ladder of reminders and escalations.</summary>
internal static class LadderBinder
{
    public static Ladder Bind(Node node, Binder binder)
    {
        var id = binder.Text(node, "id", "ladder");
        var element = $"ladder:{id}";
        var rungs = binder.Need(node, "rungs", element)?.Items.Select(rung => Rung(rung, binder)).ToArray() ?? [];
        return new(id, binder.Name(node, element), binder.Basis(node, element), rungs, node.Place);
    }

    private static Rung Rung(Node node, Binder binder)
    {
        var id = binder.Text(node, "id", "rung");
        var kind = Binder.TextOrNull(node, "kind") switch
        {
            "escalation" => RungKind.Escalation,
            "behind" => RungKind.Behind,
            _ => RungKind.Reminder,
        };
        var (days, inWorkingDays) = Distance(node, id, kind, binder);
        return new(
            id, kind, days, inWorkingDays, Binder.Texts(binder.Need(node, "audience", id)), binder.Text(node, "template", id),
            Binder.Time(node, "at"), node["circular"]?.Boolean == true, node.Place)
        {
            Condition = Binder.TextOrNull(node, "rules") is { } rules ? new(rules, Binder.TextOrNull(node, "is") ?? Verdict.Yes) : null,
        };
    }

    private static (int Days, bool InWorkingDays) Distance(Node node, string id, RungKind kind, Binder binder)
    {
        var given = new[] { "before", "after", "on" }.Count(key => node[key] is not null);
        if (kind == RungKind.Behind)
        {
            if (given > 0)
                binder.Faults.Add(LadderFaults.BehindWithDistance(node.Place, id));
            return (0, false);
        }

        if (given != 1)
            binder.Faults.Add(LadderFaults.NoDistance(node.Place, id));
        var (length, sign) = node["before"] is { } before ? (before, -1) : (node["after"], 1);
        var inWorkingDays = length?["workingDays"] is not null;
        var days = sign * ((inWorkingDays ? length?["workingDays"] : length?["days"])?.Integer ?? 0);
        if (kind == RungKind.Reminder && days > 0)
            binder.Faults.Add(LadderFaults.ReminderAfterDue(node.Place, id));
        if (kind == RungKind.Escalation && days <= 0)
            binder.Faults.Add(LadderFaults.EscalationBeforeDue(node.Place, id));
        return (days, inWorkingDays);
    }
}
