using DoubleRandom.Core;

namespace DoubleRandom.Web.Pages.Wording;

/// <summary>The words of to-do lists.</summary>
internal static class TaskWords
{
    public static readonly Bilingual Tasks = new("待办", "To do");
    public static readonly Bilingual Overdue = new("已逾期", "Late");
    public static readonly Bilingual Today = new("今日到期", "Due today");
    public static readonly Bilingual Later = new("今后到期", "Due later");
    public static readonly Bilingual Undated = new("无期限", "Without a due day");
    public static readonly Bilingual Nothing = new("没有待办。", "Nothing is to be done.");
    public static readonly Bilingual Choose = new("请选择辖区；再选择单位，可只看本单位的待办。", "Choose a jurisdiction; choose a unit to see its own list.");
    public static readonly Bilingual Task = new("待办事项", "Task");
    public static readonly Bilingual Item = new("对象", "Item");
    public static readonly Bilingual Holder = new("经办人", "In the hands of");
    public static readonly Bilingual Handle = new("办理", "Do it");
    public static readonly Bilingual Next = new("下一页", "Next page");
    public static readonly Bilingual First = new("回到首页", "Back to the first page");
}
