using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Tests.Architecture;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Tests.Workflows;

/// <summary>The joint inspection of tests/cases/workflows/_sample: every kind of step, as an author would write it.</summary>
internal static class SampleWorkflow
{
    internal static string File { get; } = Repository.PathOf("tests", "cases", "workflows", "_sample", "joint-inspection.workflow.json");

    internal static WorkflowDefinition Definition { get; } = Read(System.IO.File.ReadAllText(File));

    internal static WorkflowDefinition Read(string text)
    {
        var compiled = WorkflowCompiler.Read(new PackFile("workflows/640499-sample/joint-inspection.workflow.json", System.Text.Encoding.UTF8.GetBytes(text)), new Dictionary<string, LegalValue>(StringComparer.Ordinal), "bureau");
        Assert.Empty(compiled.Diagnostics);
        return compiled.Definition!;
    }
}
