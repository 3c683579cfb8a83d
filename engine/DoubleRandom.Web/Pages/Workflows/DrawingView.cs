using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Web.Api.Workflows;

namespace DoubleRandom.Web.Pages.Workflows;

/// <summary>A definition as it is drawn on a page.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="Pack">The pack that names its roles and units.</param>
/// <param name="States">What is open and done; null for the bare definition.</param>
/// <param name="Name">Tells it from the other pictures on the page.</param>
public sealed record DrawingView(WorkflowDefinition Definition, Pack Pack, IReadOnlyDictionary<string, DrawnStep>? States, string Name)
{
    /// <summary>The drawing of a listed instance; null when its version cannot be read here.</summary>
    public static DrawingView? Of(RunningInstance instance) => instance is { Definition: { } definition, Pack: { } pack }
        ? new(definition, pack, instance.State is { } state ? DrawnInstance.Of(state) : OpenOnly(instance.Line), FormattableString.Invariant($"{instance.Line.Row.Id}"))
        : null;

    private static Dictionary<string, DrawnStep> OpenOnly(InstanceLine line) =>
        line.OpenSteps.ToDictionary(open => open.Step, open => new DrawnStep(true, false, open.Times > 1 ? FormattableString.Invariant($"×{open.Times}") : null), StringComparer.Ordinal);
}
