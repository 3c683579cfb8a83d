namespace DoubleRandom.Cli.Line;

/// <summary>What the exit status says.</summary>
internal static class Exit
{
    public const int Good = 0;

    /// <summary>The command did its work and found something.</summary>
    public const int Findings = 1;

    /// <summary>The command was not understood, or what it needs is not there.</summary>
    public const int Usage = 2;
}
