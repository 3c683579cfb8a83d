namespace DoubleRandom.Core.Draws.Ceremonies;

/// <summary>How far the ceremony of a draw has come. Each stage is reached once; there is no way back.</summary>
public enum CeremonyStage
{
    /// <summary>Lists and rules are written down; a second person has not looked at them yet.</summary>
    Prepared,

    /// <summary>They are committed to and published: nothing in them can change any more.</summary>
    Frozen,

    /// <summary>Every witness has given a value, and the beacon its own if one was named: there is one seed, and never another.</summary>
    Seeded,

    /// <summary>The targets are drawn and the inspectors assigned; the record is chained to the one before.</summary>
    Drawn,

    /// <summary>The procedures that waited for the draw go on with it.</summary>
    Dispatched,

    /// <summary>The checks are over: the pepper and the whole record are public.</summary>
    Revealed,

    /// <summary>Given up before anything was drawn; it stays in the log with its reason.</summary>
    Abandoned,
}
