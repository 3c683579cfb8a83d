using DoubleRandom.Core;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Planning;

namespace DoubleRandom.Service.Submissions;

/// <summary>The words for what an officer asked for and cannot have.</summary>
internal static class Refusals
{
    public static Refusal NoDeadline(DeadlineKey key) => new("deadline-unknown", key.ToString(), new("没有这项时限", "there is no such deadline"), new("从时限列表重新选择", "choose it again from the list of deadlines"));

    public static Refusal Settled(DeadlineKey key, string status) => new("deadline-settled", key.ToString(), new($"该时限已办结（{status}）", $"the deadline is settled already ({status})"), new("无需再办；如需更正请联系接收单位", "nothing is left to do; ask the receiver about corrections"));

    public static Refusal NoReason(DeadlineKey key) => new("reason-missing", key.ToString(), new("没有说明理由", "no reason is given"), new("写明理由", "give the reason"));

    public static Refusal NoPerson(DeadlineKey key) => new("person-missing", key.ToString(), new("没有写明经办人", "nobody is named who does this"), new("写明经办人", "name the person"));

    public static Refusal NulCharacter(string subject) => new("text-nul", subject, new("文字中含有 NUL 字符", "the text contains a NUL character"), new("删除该字符", "delete the character"));

    public static Refusal NotLater(DeadlineKey key, DateOnly dueOn) => new("extension-not-later", key.ToString(), new($"延期日应晚于现到期日 {dueOn.Iso()}", $"an extension must lie after the present due day, {dueOn.Iso()}"), new("改为更晚的日期", "choose a later day"));

    public static Refusal TooLate(DeadlineKey key, DateOnly last) => new("extension-beyond-calendar", key.ToString(), new($"延期日超出工作日历（至 {last.Iso()}）", $"an extension must lie inside the working calendar (until {last.Iso()})"), new("检查年份", "check the year"));

    public static Refusal IsTask(DeadlineKey key, long instance) => new("deadline-of-step", key.ToString(),
        new($"这是流程 {instance} 中一个环节的时限", $"this is the deadline of a step of workflow instance {instance}"), new("在流程的待办中办理或延期", "do the task there, or postpone it there"));

    public static Refusal NotPlanned(DeadlineKey key) => new("deadline-not-planned", key.ToString(), new("现行配置不再产生该时限", "the running pack no longer plans this deadline"), new("刷新页面后重试", "reload the page and try again"));

    public static Refusal TooManyFiles(int most) => new("attachments-too-many", "attachments", new($"附件超过 {most} 个", $"there are more than {most} attachments"), new("减少附件或合并", "send fewer, or join them"));

    public static Refusal NoFile() => new("attachments-missing", "attachments", new("该表单须附文件", "this form needs an attached file"), new("附上文件", "attach it"));

    public static Refusal FileTooLarge(string name, long most) => new("attachment-too-large", name, new($"附件“{name}”超过 {most / 1_048_576} MB", $"the attachment \"{name}\" is larger than {most / 1_048_576} MB"), new("压缩或拆分后再交", "compress or split it"));

    public static Refusal NoSubmission(long id) => new("submission-unknown", $"{id}", new("没有这份报送", "there is no such submission"), new("从列表重新选择", "choose it again from the list"));

    public static Refusal Decided(long id, string state) => new("submission-decided", $"{id}", new($"该报送已处理（{state}）", $"the submission was dealt with already ({state})"), new("刷新页面查看", "reload the page to see"));
}
