using DoubleRandom.Core.Workflows.Model;

namespace DoubleRandom.Core.Workflows.Deciding;

/// <summary>The words for what was handed in and does not fit.</summary>
internal static class HandedRefusals
{
    public static Refusal ContentNotAsked(string subject) => new("content-not-asked", subject,
        new("此处不收表单内容", "no form is asked for here"), new("去掉内容", "leave the content out"));

    public static Refusal ContentMissing(string subject, string form) => new("content-missing", subject,
        new($"没有填写表单“{form}”", $"the form \"{form}\" was not filled in"), new("填写表单后提交", "fill it in and hand it in again"));

    public static Refusal ContentBroken(string subject, string form) => new("content-broken", subject,
        new($"表单“{form}”的内容不是合法的 JSON、有重复的键，或超过 1 MB", $"the content of the form \"{form}\" is not JSON, has a key twice, or is over 1 MB"), new("重新填写", "fill it in again"));

    public static Refusal FactsBroken(string subject) => new("facts-broken", subject,
        new("启动时带来的事实不是 JSON 对象、有重复的键，或超过 1 MB", "the facts handed over at the start are no JSON object, have a key twice, or are over 1 MB"),
        new("写成一个对象，如 { \"task\": { \"source\": \"complaint\" } }", "write one object, such as { \"task\": { \"source\": \"complaint\" } }"));

    public static Refusal DateAhead(string field, Bilingual name, DateOnly on, DateOnly today) => new("field-ahead", field,
        new($"“{name.Zh}”为 {on.Iso()}，晚于今天（{today.Iso()}）：这里填写的是已经发生的事", $"\"{name.En}\" is {on.Iso()}, after today ({today.Iso()}): what is filled in here has happened"),
        new("更正日期；尚未发生的，等发生后再办结", "correct the date; if it has not happened yet, finish this once it has"));

    public static Refusal AttachmentMissing(string subject, string form) => new("attachment-missing", subject,
        new($"表单“{form}”须附文件", $"the form \"{form}\" needs a file"), new("先附上文件", "attach it first"));

    public static Refusal TooManyAttachments(Step step, int most) => new("attachments-full", step.Id,
        new($"“{step.Name.Zh}”至多附 {most} 个文件", $"\"{step.Name.En}\" takes at most {most} files"), new("合并文件", "put files together"));

    public static Refusal BadAttachment(Step step) => new("attachment-wrong", step.Id,
        new("附件须有名称和小写十六进制的 SHA-256", "a file needs a name and its SHA-256 in lower-case hexadecimal"), new("重新上传", "upload it again"));

    public static Refusal ListNotSet(string list, IReadOnlyList<string> allowed) => new("list-not-set-here", list,
        new($"此处不能设定“{list}”", $"the list \"{list}\" is not set here"), new($"可设定：{Or(allowed, "无")}", $"it may set: {Or(allowed, "none")}"));

    public static Refusal TooManyItems(string list, int count, int most) => new("too-many-items", list,
        new($"“{list}”有 {count} 项，上限为 {most}", $"\"{list}\" has {count} items; {most} is the limit"), new("分批办理", "do them in several runs"));

    public static Refusal BadItem(string list, string item) => new("item-wrong", list,
        new($"“{list}”中的“{Cut(item)}”不能作为编号", $"\"{Cut(item)}\" in \"{list}\" cannot be an id"), new("写 1 至 200 个字符，不含 /、@ 和控制字符", "write 1 to 200 characters without /, @ and control characters"));

    public static Refusal PersonalItem(string list) => new("item-person", list,
        new($"“{list}”中有身份证号或电话号码", $"\"{list}\" has an identity number or a telephone number in it"), new("写统一社会信用代码或名录中的编号，不写个人号码", "write the unified social credit code or an id of the directory, never a person's number"));

    public static Refusal DoubledItem(string list, string item) => new("item-doubled", list,
        new($"“{list}”中“{Cut(item)}”重复", $"\"{Cut(item)}\" stands twice in \"{list}\""), new("每项只写一次", "name each once"));

    public static Refusal ReasonMissing(string subject, int longest) => new("reason-missing", subject,
        new("须写明理由", "a reason is needed"), new($"写明理由，至多 {longest} 字", $"give the reason, at most {longest} characters"));

    private static string Or(IReadOnlyList<string> names, string none) => names.Count == 0 ? none : string.Join(", ", names);

    private static string Cut(string item) => item.Length > 40 ? item[..40] + "…" : item;
}
