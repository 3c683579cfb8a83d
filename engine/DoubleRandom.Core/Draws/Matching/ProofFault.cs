namespace DoubleRandom.Core.Draws.Matching;

/// <summary>Why an assignment is not what it claims to be.</summary>
/// <param name="Code">Stable code, such as <c>over-capacity</c>.</param>
/// <param name="Subject">The slot or inspector; empty when it concerns the whole.</param>
/// <param name="Problem">What does not hold.</param>
public sealed record ProofFault(string Code, string Subject, Bilingual Problem)
{
    internal static ProofFault OtherSlots() => new("other-slots", "", new("名额与抽取所用的不一致", "the slots are not those of the draw"));

    internal static ProofFault OtherInspectors() => new("other-inspectors", "", new("检查人员与抽取所用的不一致", "the inspectors are not those of the draw"));

    internal static ProofFault Range(string subject) => new("range", subject, new($"{subject} 的势值超出可能的范围", $"the potential of {subject} is beyond anything possible"));

    internal static ProofFault NotFitting(AssignedSlot slot) =>
        new("not-fitting", slot.Slot.ToString(), new($"{slot.Inspector} 不得担任名额 {slot.Slot}（不符合条件或应回避）", $"{slot.Inspector} may not fill slot {slot.Slot} (does not fit, or is recused)"));

    internal static ProofFault TwiceAtTarget(AssignedSlot slot) =>
        new("twice-at-target", slot.Slot.ToString(), new($"{slot.Inspector} 在对象 {slot.Slot.Target} 占了不止一个名额", $"{slot.Inspector} fills more than one slot of target {slot.Slot.Target}"));

    internal static ProofFault Load(InspectorLoad load, int earlier, int news) => new(
        "load", load.Inspector, new($"{load.Inspector} 的任务数记为 {load.Earlier}+{load.New}，实为 {earlier}+{news}", $"the load of {load.Inspector} is said to be {load.Earlier}+{load.New} and is {earlier}+{news}"));

    internal static ProofFault OverCapacity(MatchInspector inspector, int news) =>
        new("over-capacity", inspector.Id, new($"{inspector.Id} 派了 {news} 个名额，容量为 {inspector.Capacity}", $"{inspector.Id} fills {news} slots at a capacity of {inspector.Capacity}"));

    internal static ProofFault Price(InspectorLoad load) =>
        new("not-optimal-load", load.Inspector, new($"{load.Inspector} 的势值与其任务数不符，不能证明负担最均衡", $"the potential of {load.Inspector} does not go with the load: it is not shown that loads are level"));

    internal static ProofFault EdgeHash(AssignedSlot slot) =>
        new("edge-hash", slot.Slot.ToString(), new($"名额 {slot.Slot} 与 {slot.Inspector} 的边散列值不符", $"the edge hash of slot {slot.Slot} and {slot.Inspector} is another"));

    internal static ProofFault Value(AssignedSlot slot, string inspector) => new(
        "not-optimal", slot.Slot.ToString(), new($"名额 {slot.Slot} 与 {inspector} 之间的势值不能证明选派最优", $"the potentials between slot {slot.Slot} and {inspector} do not show that the assignment is optimal"));

    internal static ProofFault Objective(AssignmentObjective claimed) =>
        new("objective", "", new($"目标值 {claimed.SumOfSquares}、{claimed.SumOfHashes} 与选派不符", $"the sums {claimed.SumOfSquares} and {claimed.SumOfHashes} are not those of the assignment"));
}
