using DoubleRandom.Core;
using DoubleRandom.Core.Directories;
using DoubleRandom.Store.Directories;

namespace DoubleRandom.Service.Directories;

/// <summary>The words for lines that cannot both be right, and for imports that meet.</summary>
internal static class StageFaults
{
    public static DirectoryFault Of(StageClash clash, DirectorySheet sheet)
    {
        var code = sheet.Columns[0];
        return clash.Kind switch
        {
            "code" => new("directory-code-twice", clash.Line, code.Id, clash.Code, new($"与第 {clash.First} 行重复：同一{code.Zh}", $"repeats line {clash.First}: the same {code.Id}"), new("删去其中一行", "remove one of them")),
            "former" => new("directory-number-twice", clash.Line, "registrationNumber", clash.Code, new($"与第 {clash.First} 行的原注册号相同，代码却不同", $"has the old registration number of line {clash.First} under another code"), new("核对两户的原注册号", "check the old numbers of the two")),
            "number" => new("directory-number-replaced", clash.Line, code.Id, clash.Code, new($"该 15 位注册号已对应统一社会信用代码 {clash.Other}", $"this 15-digit number already belongs to the unified social credit code {clash.Other}"), new($"改写为 {clash.Other}，或删去本行", $"write {clash.Other}, or remove the line")),
            _ => new("directory-number-taken", clash.Line, "registrationNumber", clash.Code, new($"名录库中该原注册号属于 {clash.Other}", $"in the directory this old number belongs to {clash.Other}"), new("核对代码和原注册号", "check the code and the old number")),
        };
    }

    public static DirectoryFault Busy { get; } = new(UpdateReport.Busy, 0, null, null,
        new("另一次导入正在更新这个名录库", "another import is updating this directory"), new("等它结束后重试", "try again when it has ended"));
}
