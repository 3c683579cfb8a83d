namespace DoubleRandom.Core.Rules.Facts;

/// <summary>One thing that rules may ask about.</summary>
/// <param name="Path">Its English name with its group: <c>target.creditRiskClass</c>; within a record the name alone.</param>
/// <param name="Zh">Its Chinese name with its group: <c>对象.信用风险等级</c>.</param>
/// <param name="Type">What values it has.</param>
public sealed record Fact(string Path, string Zh, FactType Type)
{
    /// <summary>Where a set keeps the value, among the facts that are kept alike.</summary>
    internal int Slot { get; init; }

    /// <summary>Both names, for messages.</summary>
    public Bilingual Name => new(Zh, Path);
}
