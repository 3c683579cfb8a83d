using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Binding;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Binding;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows;

/// <summary>What was made of a workflow file.</summary>
/// <param name="Definition">The definition; null when the file cannot be read at all. With errors among the diagnostics it must not run.</param>
/// <param name="Diagnostics">Every fault of its form, in the order found; whether it makes sense is what <see cref="WorkflowChecks"/> looks at.</param>
public sealed record CompiledWorkflow(WorkflowDefinition? Definition, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>From a file, or from a document merged out of layers, to a workflow definition.</summary>
public static class WorkflowCompiler
{
    private static readonly IReadOnlySet<string> NothingBroken = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Reads a file by itself.</summary>
    /// <param name="file">The file.</param>
    /// <param name="values">The pack's legal values, for lengths of time that name one.</param>
    /// <param name="office">Id of the office's unit.</param>
    public static CompiledWorkflow Read(PackFile file, IReadOnlyDictionary<string, LegalValue> values, string office)
    {
        var faults = new List<Diagnostic>();
        return NodeReader.Read(file, faults) is { } root && faults.Count == 0 ? Bind(root, values, office) : new(null, faults);
    }

    /// <summary>Binds a document that was read and held against its schema already.</summary>
    /// <param name="root">The document.</param>
    /// <param name="values">The pack's legal values, for lengths of time that name one.</param>
    /// <param name="office">Id of the office's unit.</param>
    public static CompiledWorkflow Bind(Node root, IReadOnlyDictionary<string, LegalValue> values, string office)
    {
        var faults = new List<Diagnostic>();
        return new(new WorkflowBinder(new Binder(faults, NothingBroken), values, office).Bind(root), faults);
    }
}
