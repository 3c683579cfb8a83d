namespace DoubleRandom.Core.Rules.Tables;

/// <summary>What holds when several rows of a table fit.</summary>
public enum HitPolicy
{
    /// <summary>The first that fits, in the order of the table.</summary>
    First,

    /// <summary>Only one can fit; two are a mistake of the table.</summary>
    Unique,

    /// <summary>All that fit.</summary>
    Collect,

    /// <summary>The one with the highest priority; of two equals the first.</summary>
    Priority,
}
