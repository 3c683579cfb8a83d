using DoubleRandom.Core;

namespace DoubleRandom.Web.Pages.Wording;

/// <summary>The words of the pages of inspections.</summary>
internal static class InspectionPageWords
{
    public static readonly Bilingual Inspections = new("检查对象和记录", "Inspections and records");
    public static readonly Bilingual Target = new("检查对象", "Target");
    public static readonly Bilingual Lead = new("牵头部门", "Lead");
    public static readonly Bilingual Scheduled = new("安排日期", "Scheduled");
    public static readonly Bilingual InspectedOn = new("检查日期", "Inspected on");
    public static readonly Bilingual State = new("状态", "State");
    public static readonly Bilingual Result = new("联合结果", "Joint result");
    public static readonly Bilingual Nothing = new("还没有到检查环节的对象", "No visit has been opened yet");
    public static readonly Bilingual Report = new("抽查情况报告", "Report");
    public static readonly Bilingual Table = new("逐户检查情况（CSV）", "Findings by target (CSV)");
    public static readonly Bilingual Archive = new("任务档案（ZIP）", "Archive (ZIP)");
    public static readonly Bilingual Next = new("下一页", "Next page");
    public static readonly Bilingual Items = new("抽查事项", "Items");
    public static readonly Bilingual Item = new("事项", "Item");
    public static readonly Bilingual Basis = new("依据", "Basis");
    public static readonly Bilingual ItemResult = new("结果", "Result");
    public static readonly Bilingual Found = new("发现的情况", "Found");
    public static readonly Bilingual Team = new("检查人员", "Inspectors");
    public static readonly Bilingual NoTeam = new("尚未确定", "not named yet");
    public static readonly Bilingual NotAnswered = new("尚未填报", "not handed in yet");
    public static readonly Bilingual VisitedAt = new("检查时间", "Time");
    public static readonly Bilingual Place = new("地点", "Place");
    public static readonly Bilingual Method = new("方式", "Method");
    public static readonly Bilingual Present = new("到场人员", "Present");
    public static readonly Bilingual Credentials = new("出示证件", "Credentials shown");
    public static readonly Bilingual Signature = new("签字盖章", "Signature or seal");
    public static readonly Bilingual Handling = new("处理", "Handling");
    public static readonly Bilingual Files = new("照片和文件", "Photographs and files");
    public static readonly Bilingual Awaited = new("等待上传的文件", "Files still awaited");
    public static readonly Bilingual Versions = new("版本", "Versions");
    public static readonly Bilingual Results = new("联合结果的版本", "Versions of the joint result");
    public static readonly Bilingual Reason = new("理由", "Reason");
    public static readonly Bilingual ByHand = new("由承办人在流程表单上填写", "entered by hand on the workflow's form");
    public static readonly Bilingual Yes = new("是", "yes");
    public static readonly Bilingual No = new("否", "no");

    public static Bilingual StateOf(string state) => state switch
    {
        "open" => new("待检查", "open"),
        "answered" => new("各部门已填报", "all have answered"),
        "done" => new("已检查", "done"),
        _ => new("已取消", "cancelled"),
    };

    public static Bilingual MethodOf(string? method) => method switch
    {
        "on-site" => new("实地检查", "on site"),
        "written" => new("书面检查", "in writing"),
        "network" => new("网络监测", "by network"),
        _ => new(method ?? "", method ?? ""),
    };

    public static Bilingual SignatureOf(string? kind) => kind switch
    {
        "signed" => new("签字", "signed"),
        "sealed" => new("盖章", "sealed"),
        "refused" => new("拒绝签字", "refused to sign"),
        "nobody" => new("无人签字", "nobody signed"),
        _ => new("—", "—"),
    };

    public static Bilingual Version(int number) => new($"第 {number} 版", $"version {number}");
}
