using DoubleRandom.Core;
using DoubleRandom.Core.Directories;

namespace DoubleRandom.Service.Exchanges;

/// <summary>What came of a platform's receipt.</summary>
/// <param name="Taken">Results that were not known to be taken over.</param>
/// <param name="Known">Results that were known to be taken over already.</param>
/// <param name="Refused">Keys of results that the platform did not take over, wholly or in part.</param>
/// <param name="Closed">Numbers of the instances whose step is done now.</param>
/// <param name="Open">Instances whose step could not be done, with the reasons.</param>
/// <param name="Faults">What is wrong with the file, by line; nothing was done when there is any.</param>
public sealed record ReceiptReport(int Taken, int Known, IReadOnlyList<string> Refused, IReadOnlyList<long> Closed, IReadOnlyList<OpenStep> Open, IReadOnlyList<DirectoryFault> Faults)
{
    /// <summary>Nothing was done.</summary>
    public static ReceiptReport Of(IReadOnlyList<DirectoryFault> faults) => new(0, 0, [], [], [], faults);
}

/// <summary>A step that a receipt should have done and could not.</summary>
/// <param name="Instance">Number of the instance.</param>
/// <param name="Reasons">Why.</param>
public sealed record OpenStep(long Instance, IReadOnlyList<Refusal> Reasons);
