namespace DoubleRandom.Core.Workflows;

/// <summary>Looks whether a definition makes sense.</summary>
public static class WorkflowChecks
{
}
