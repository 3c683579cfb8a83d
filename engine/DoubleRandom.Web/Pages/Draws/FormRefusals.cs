using DoubleRandom.Core;

namespace DoubleRandom.Web.Pages.Draws;

/// <summary>Says in the words of the form what the desk says in the words of an order's JSON: who fills the form in never sees a key.</summary>
internal static class FormRefusals
{
    private const string NoNumber = "DR304";
    private const string NoDays = "draw-days-missing";
    private const string NoAssignment = "draw-assignment-missing";

    private static readonly Refusal Amount = new("draw-amount", "amount",
        new("没有写抽取数量", "it is not said how many are drawn"), new("按抽查计划写比例或个数", "give a ratio or a number, as the plan has it"));

    private static readonly Refusal Days = new(NoDays, "from",
        new("选派检查人员，没有写检查日期", "inspectors are assigned, and the days of the check are not given"), new("填写起止日期", "give the first and the last day"));

    /// <summary>The same refusals; those that follow from another are left out.</summary>
    public static IReadOnlyList<Refusal> Of(IReadOnlyList<Refusal> refusals)
    {
        var lacksDays = refusals.Any(refusal => refusal.Code is NoDays);
        return [.. refusals.Where(refusal => !(lacksDays && refusal.Code is NoAssignment)).Select(refusal => refusal.Code switch { NoNumber => Amount, NoDays => Days, _ => refusal })];
    }
}
