namespace DoubleRandom.Core.Draws.Ceremonies;

/// <summary>A step of the ceremony.</summary>
public abstract record CeremonyCommand
{
    private CeremonyCommand()
    {
    }

    /// <summary>A second person confirms what is frozen, by its hash.</summary>
    /// <param name="Manifest">The hash that they saw.</param>
    /// <param name="By">Who.</param>
    public sealed record Freeze(string Manifest, string By) : CeremonyCommand;

    /// <summary>A witness gives a value.</summary>
    /// <param name="Name">The witness, as named at freezing.</param>
    /// <param name="Value">Digits of ten-sided dice, or the string that was sealed.</param>
    public sealed record Witness(string Name, string Value) : CeremonyCommand;

    /// <summary>The beacon's value, after all witnesses.</summary>
    /// <param name="Value">What the named round gave.</param>
    public sealed record Beacon(string Value) : CeremonyCommand;

    /// <summary>The draw itself.</summary>
    public sealed record Run : CeremonyCommand;

    /// <summary>The procedures that wait are told.</summary>
    public sealed record Dispatch : CeremonyCommand;

    /// <summary>What was secret is published.</summary>
    public sealed record Reveal : CeremonyCommand;

    /// <summary>It is given up before anything was drawn.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Abandon(string Reason) : CeremonyCommand;

    /// <summary>Another draw takes its place after it was drawn.</summary>
    /// <param name="Number">The number of the other.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Supersede(string Number, string Reason) : CeremonyCommand;
}
