namespace DoubleRandom.Core.Rules;

/// <summary>What came of a question to a rule.</summary>
public enum Outcome
{
    /// <summary>No.</summary>
    False,

    /// <summary>Yes.</summary>
    True,

    /// <summary>It cannot be told: something that matters is not known or cannot be worked out.</summary>
    Undetermined,
}
