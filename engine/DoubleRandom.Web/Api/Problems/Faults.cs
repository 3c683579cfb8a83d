using DoubleRandom.Core;
using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Planning;
using DoubleRandom.Web.Api.Requests;

namespace DoubleRandom.Web.Api.Problems;

/// <summary>The words for requests that cannot be read or that ask for what is not there.</summary>
internal static class Faults
{
    public static Refusal UnknownParameter(string name, IReadOnlyCollection<string> known) => new("parameter-unknown", name,
        new($"没有参数“{name}”", $"there is no parameter \"{name}\""), Known(name, known));

    public static Refusal RepeatedParameter(string name) => new("parameter-repeated", name,
        new($"参数“{name}”写了不止一次", $"the parameter \"{name}\" is given more than once"), new("只写一次", "give it once"));

    public static Refusal MissingParameter(string name) => new("parameter-missing", name,
        new($"缺少参数“{name}”", $"the parameter \"{name}\" is missing"), new($"在地址后加上 ?{name}=…", $"add ?{name}=… to the address"));

    public static Refusal WrongParameter(Parameter parameter) => new("parameter-wrong", parameter.Name,
        new($"参数“{parameter.Name}”的值无法读取", $"the value of the parameter \"{parameter.Name}\" cannot be read"), parameter.HowToWrite);

    public static Refusal UnknownJurisdiction(string name, IEnumerable<string> known) => new("jurisdiction-unknown", name,
        new($"没有辖区“{name}”", $"there is no jurisdiction \"{name}\""), Known(name, [.. known.Order(StringComparer.Ordinal)]));

    public static Refusal UnknownUnit(string name, IEnumerable<string> known) => new("unit-unknown", name,
        new($"没有单位“{name}”", $"there is no unit \"{name}\""), Known(name, [.. known]));

    public static Refusal UnknownWorkflow(string name, IEnumerable<string> known) => new("workflow-unknown", name,
        new($"没有流程“{name}”", $"there is no workflow \"{name}\""), Known(name, [.. known.Order(StringComparer.Ordinal)]));

    /// <summary>A fault of a directory file, its subject written line:column:value.</summary>
    public static Refusal Of(DirectoryFault fault) => new(fault.Code, FormattableString.Invariant($"{fault.Line}:{fault.Column}:{fault.Value}"), fault.Problem, fault.Remedy);

    public static Refusal NoFile { get; } = new("file-missing", "file",
        new("没有文件", "there is no file"), new("以 multipart/form-data 发送一个名为 file 的文件", "send one file named \"file\" as multipart/form-data"));

    public static Refusal NoPerson { get; } = new("person-missing", "by",
        new("没有写明经办人", "nobody is named who does this"), new("写明经办人（Acting-Person 头）", "name the person (header Acting-Person)"));

    public static Refusal UnknownPerson(string name) => new("person-unknown", name,
        new($"名录中没有“{name}”", $"the directory has nobody called \"{name}\""), new("核对姓名和单位；名录用 import directory 导入", "check the name and the unit; import directory brings people in"));

    public static Refusal Unknown(string code, string subject, string zh, string en) => new(code, subject,
        new($"没有{zh}“{subject}”", $"there is no {en} \"{subject}\""), new("从列表重新选择", "choose it again from the list"));

    public static Refusal BodyMissing { get; } = new("body-missing", "", new("请求没有正文", "the request has no body"), new("以 JSON 对象为正文", "send a JSON object"));

    public static Refusal BodyUnreadable(string path, long? line) => new("json-wrong", path,
        new(line is { } at ? $"正文第 {at + 1} 行不是有效的 JSON" : $"“{path}”处的值无法读取", line is { } n ? $"line {n + 1} of the body is not valid JSON" : $"the value at \"{path}\" cannot be read"),
        new("更正该处；日期写成 \"yyyy-MM-dd\"，键不得重复，嵌套至多 32 层", "mend it there; dates are written \"yyyy-MM-dd\", keys stand once, nesting has at most 32 levels"));

    public static Refusal UnknownKey(string name, IReadOnlyCollection<string> known) => new("key-unknown", name,
        new($"正文没有键“{name}”", $"the body has no key \"{name}\""), Known(name, known));

    public static Refusal MissingKey(string name) => new("key-missing", name,
        new($"正文缺少“{name}”", $"\"{name}\" is missing from the body"), new("补上该键", "add it"));

    public static Refusal WrongText(string name) => new("text-wrong", name,
        new($"“{name}”太长或含有不允许的字符", $"\"{name}\" is too long or has characters that are not allowed"),
        new("至多 100 个字符，不含控制字符和 / \\ # ? %", "at most 100 characters, without control characters and / \\ # ? %"));

    public static Refusal FarDate(string name) => new("date-out-of-range", name,
        new($"“{name}”不在 {PlanSpan.First.Iso()} 至 {PlanSpan.Last.Iso()} 之间", $"\"{name}\" does not lie between {PlanSpan.First.Iso()} and {PlanSpan.Last.Iso()}"), new("更正日期", "correct the date"));

    public static Refusal WrongCharacters(string path) => new("text-wrong", path,
        new($"“{path}”含有 NUL 字符或不成对的代理字符", $"\"{path}\" holds a NUL character or half of a surrogate pair"), new("删除该字符", "remove the character"));

    public static Refusal FormUnreadable { get; } = new("multipart-wrong", "",
        new("multipart/form-data 正文无法读取", "the multipart/form-data body cannot be read"), new("检查 boundary 和各部分的头", "check the boundary and the headers of its parts"));

    public static Refusal KeyReused(string key) => new("idempotency-key-reused", key,
        new("同一 Idempotency-Key 已用于不同的内容", "the Idempotency-Key was used for another content"), new("换一个新的键", "choose a new key"));

    public static Refusal More(int count) => new("errors-more", $"{count}",
        new($"另有 {count} 项问题未列出", $"{count} more faults are not listed"), new("先更正已列出的", "mend those that are listed first"));

    public static Refusal NothingDead(long notice) => new("no-dead-letter", $"{notice}",
        new("该通知没有投递失败的死信", "no delivery of this notice was given up"), new("无需重试", "nothing is to be tried again"));

    private static Bilingual Known(string name, IReadOnlyCollection<string> known)
    {
        if (NearMiss.Of(name, known) is { } near)
            return new($"是否应为“{near}”？", $"did you mean \"{near}\"?");
        var listed = string.Join(", ", known.Take(30));
        return known.Count == 0 ? new("删除它", "leave it out") : new($"可用的有：{listed}", $"known are: {listed}");
    }
}
