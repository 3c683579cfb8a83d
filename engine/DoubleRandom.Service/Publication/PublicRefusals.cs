using DoubleRandom.Core;

namespace DoubleRandom.Service.Publication;

/// <summary>The words for statements that are not made.</summary>
internal static class PublicRefusals
{
    public static Refusal NoPerson { get; } = new("person-missing", "by", new("没有写明经办人", "nobody is named who does this"), new("写明经办人", "name the person"));

    public static Refusal NoTitle { get; } = new("title-missing", "title", new("没有标题", "there is no title"), new("写明标题，检查结果写检查对象的名称", "give it a title; of a result the name of the target"));

    public static Refusal KeyOfPerson { get; } = new("statement-key-person", "key",
        new("编号中含有电话、身份证号或名录中人员的姓名、编号，而编号是公开网址的一部分", "the key holds a telephone or identity number, or a name or number of somebody in the directories, and it is part of a public address"), new("换一个与人无关的编号", "choose a key that is about nobody"));

    public static Refusal NotShown(string key) => new("record-not-shown", key,
        new($"“{key}”没有在公示中，不能更正或撤回", $"\"{key}\" is not shown: it can be neither corrected nor withdrawn"), new("核对编号；尚未公布的先公布", "check the key; publish it first if it was not"));

    public static Refusal KeyReused(string key) => new("idempotency-key-reused", key, new("同一键已用于不同的内容", "the key was used for another content"), new("换一个新的键", "choose a new key"));
}
