namespace DoubleRandom.Core.Publication;

/// <summary>What a statement to the public (公示) is about.</summary>
public enum StatementKind
{
    /// <summary>The list of inspection items (随机抽查事项清单), or a batch of it.</summary>
    ItemList,

    /// <summary>The yearly plan of inspections (年度抽查计划).</summary>
    AnnualPlan,

    /// <summary>A change of the yearly plan.</summary>
    PlanChange,

    /// <summary>The working rules (实施细则) of the double-random inspections.</summary>
    WorkingRules,

    /// <summary>A draw (抽取): its commitment while it is sealed, its record afterwards.</summary>
    Draw,

    /// <summary>The result of inspecting one target (抽查检查结果).</summary>
    Result,

    /// <summary>A circular (通报).</summary>
    Circular,
}
