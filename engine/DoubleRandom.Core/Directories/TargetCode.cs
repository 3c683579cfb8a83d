using System.Text.RegularExpressions;

namespace DoubleRandom.Core.Directories;

/// <summary>The number under which a directory keeps a target: its unified social credit code, or the old registration number of one that has none yet.</summary>
public static partial class TargetCode
{
    private static readonly Bilingual Compare = new("对照营业执照逐位更正", "compare it with the licence, character by character");

    /// <summary>Whether the text is a code or an old number.</summary>
    public static bool IsValid(string text) => CreditCode.IsValid(text) || RegistrationNumber.IsValid(text);

    /// <summary>What is wrong with the text and how to mend it; null when it is a code or an old number. What merely looks like a valid one is named in the remedy, never taken for it.</summary>
    public static (Bilingual Problem, Bilingual Remedy)? FaultOf(string text)
    {
        if (IsValid(text))
            return null;
        if (Scientific().IsMatch(text))
            return (new("代码被表格软件改成了科学计数", "a spreadsheet turned the code into a rounded number"), new("把该列设为“文本”格式，重新填写", "format the column as text and write it again"));
        var (plain, unlike) = LookAlike.Of(text);
        if (IsValid(plain))
            return (new($"代码写法不规范：{unlike.Zh}", $"the code is not written plainly: {unlike.En}"), new($"应写作“{plain}”", $"write \"{plain}\""));
        if (CreditCode.HasShape(text))
            return (new("统一社会信用代码的校验位不符", "the check character of the unified social credit code does not fit"), Compare);
        if (text.Length == RegistrationNumber.Length && !text.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return (new("15 位注册号的校验位不符", "the check digit of the 15-digit registration number does not fit"), Compare);
        return (new("既不是 18 位统一社会信用代码，也不是 15 位注册号", "neither an 18-character unified social credit code nor a 15-digit registration number"), Compare);
    }

    [GeneratedRegex(@"^[0-9](\.[0-9]+)?[Ee]\+?[0-9]{1,3}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Scientific();
}
