namespace DoubleRandom.Core.Draws.Lists;

/// <summary>What is gathered from the rows of one kind of list. Parts of a long list are gathered apart and then joined in order.</summary>
/// <typeparam name="TSelf">The part itself.</typeparam>
internal interface IListPart<TSelf>
    where TSelf : IListPart<TSelf>
{
    /// <summary>The format's name in the header.</summary>
    static abstract string Format { get; }

    /// <summary>How many fields at the front are what the rows are sorted by and what no two rows share.</summary>
    static abstract int KeyFields { get; }

    /// <summary>How many fields a row has.</summary>
    static abstract int Fields { get; }

    /// <summary>Takes in a row with the right number of fields, or says what is wrong with it.</summary>
    void Read(LineFields row, LineFaults faults);

    /// <summary>Takes over what a later part of the list gathered.</summary>
    void Join(TSelf later);
}
