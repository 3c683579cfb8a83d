using DoubleRandom.Core;

namespace DoubleRandom.Web.Pages.Wording;

/// <summary>The words of the directories of inspection.</summary>
internal static class DirectoryWords
{
    public static readonly Bilingual Directories = new("名录库", "Directories");
    public static readonly Bilingual Imported = new("由", "By");
    public static readonly Bilingual Export = new("导出", "Export");
    public static readonly Bilingual Never = new("尚未导入", "nothing imported yet");
    public static readonly Bilingual HowToImport = new("导入：doublerandom import targets|inspectors|items 文件 --jurisdiction 辖区（先加 --preview 预览）", "Import: doublerandom import targets|inspectors|items FILE --jurisdiction NAME (with --preview first)");
    public static readonly Bilingual Search = new("名称或代码", "Name or code");
    public static readonly Bilingual SearchHint = new("名称至少两个字；代码可只写开头", "two characters of the name or more; the beginning of a code will do");
    public static readonly Bilingual Find = new("查找", "Find");
    public static readonly Bilingual TooShort = new("名称至少写两个字", "Write at least two characters of the name");
    public static readonly Bilingual Nothing = new("没有符合条件的行", "No row fits");
    public static readonly Bilingual First = new("回到第一页", "First page");
    public static readonly Bilingual Next = new("下一页", "Next page");
    public static readonly Bilingual Code = new("代码", "Code");
    public static readonly Bilingual Name = new("名称", "Name");
    public static readonly Bilingual Area = new("区划代码", "Division code");
    public static readonly Bilingual Industry = new("行业代码", "Industry code");
    public static readonly Bilingual RiskClass = new("信用风险等级", "Credit-risk class");
    public static readonly Bilingual Kind = new("类别", "Kind");
    public static readonly Bilingual Subdirectories = new("子名录库", "Sub-directories");
    public static readonly Bilingual Tags = new("专长", "Tags");
    public static readonly Bilingual Participants = new("配合部门", "Participants");
    public static readonly Bilingual Since = new("现状自", "Since");
    public static readonly Bilingual Gone = new("已不在名录库中", "no longer in the directory");
    public static readonly Bilingual Present = new("现行", "in force");
    public static readonly Bilingual Values = new("现行内容", "Values");
    public static readonly Bilingual LastValues = new("最后的内容", "Last values");
    public static readonly Bilingual History = new("历史", "History");
    public static readonly Bilingual Change = new("变更内容", "What changed");
    public static readonly Bilingual Entered = new("列入名录库", "entered");
    public static readonly Bilingual Closed = new("移出名录库", "left the directory");
    public static readonly Bilingual Empty = new("（空）", "(empty)");
    public static readonly Bilingual Personal = new("仅内部可见", "staff only");
    public static readonly Bilingual Replaced = new("当日即被替换", "replaced on the same day");

    public static Bilingual Import(long number) => new($"第 {number} 次导入", $"import {number}");

    public static Bilingual Tally(int added, int changed, int closed) => new($"新增 {added}，变更 {changed}，移出 {closed}", $"{added} added, {changed} changed, {closed} closed");
}
