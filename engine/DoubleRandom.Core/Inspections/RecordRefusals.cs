namespace DoubleRandom.Core.Inspections;

/// <summary>The sentences for what is wrong with a department's record.</summary>
internal static class RecordRefusals
{
    public static Refusal Missing(string field, Bilingual what) => new("record-missing", field, new($"没有写明{what.Zh}", $"{what.En} is not stated"), new("补充后重发", "add it and send again"));

    public static Refusal Ahead(DateTimeOffset at) => new("record-ahead", "visitedAt",
        new($"检查时间 {at:yyyy-MM-dd HH:mm zzz} 在将来", $"the time of the inspection, {at:yyyy-MM-dd HH:mm zzz}, lies ahead"), new("核对设备的日期和时间", "check date and time of the device"));

    public static Refusal Choice(string field, string? value, Bilingual what, IEnumerable<string> choices)
    {
        var offered = string.Join("、", choices);
        return new("record-choice", field, new($"{what.Zh}“{value}”不在可选项中", $"{what.En} \"{value}\" is not one that can be chosen"), new($"写下列之一：{offered}", $"write one of: {offered}"));
    }

    public static Refusal Twice(string field, string value) => new("record-doubled", field, new($"“{value}”写了两次", $"\"{value}\" stands there twice"), new("只保留一次", "keep it once"));

    public static Refusal NoTeam(string unit) => new("team-missing", unit,
        new("该部门在此对象上还没有检查人员", "the department has no inspectors for this target yet"), new("先抽取或登记检查人员", "draw the inspectors, or enter the team, first"));

    public static Refusal NotOfTeam(string inspector, string unit) => new("inspector-not-of-team", inspector,
        new($"“{inspector}”不是 {unit} 在此对象上的检查人员", $"\"{inspector}\" is not of the team of {unit} at this target"), new("只写抽中的人员；换人须先变更检查人员", "name those who were drawn; a change of people is entered first"));

    public static Refusal ItemMissing(string item) => new("item-missing", item, new($"没有写事项“{item}”的检查情况", $"there is no finding on the item \"{item}\""), new("逐项填写", "fill in every item"));

    public static Refusal ItemUnknown(string item, IEnumerable<string> duties)
    {
        var known = string.Join("、", duties);
        return new("item-unknown", item, new($"“{item}”不是本部门的抽查事项", $"\"{item}\" is none of the department's items"), new($"本部门的事项：{known}", $"its items: {known}"));
    }

    public static Refusal NothingFound(string item, ResultCategory category) => new("found-missing", item,
        new($"事项“{item}”的结果为“{category.Name.Zh}”，没有写发现的情况", $"the result of \"{item}\" is \"{category.Name.En}\", and it is not said what was found"), new("写明发现的情况", "say what was found"));

    public static Refusal SignatureFile() => new("signature-file-missing", "signature",
        new("签字或者盖章没有附图片或文件", "signature or seal come without an image or file"), new("附上签字、盖章页的图片或文件，写明其 SHA-256", "give the SHA-256 of the image or file that shows it"));

    public static Refusal SignatureReason() => new("signature-reason-missing", "signature", new("没有签字、盖章，也没有写明原因", "nobody signed or sealed, and no reason is given"), new("写明原因", "say why"));

    public static Refusal TooManyFiles(int count, int most) => new("files-too-many", "photographs", new($"一份记录附了 {count} 个文件，至多 {most} 个", $"a record names {count} files, at most {most} are taken"), new("只留必要的", "keep those that are needed"));

    public static Refusal BadHash(string hash) => new("file-hash-wrong", hash, new("文件应以其 SHA-256（64 位小写十六进制）指明", "a file is named by its SHA-256, 64 lower-case hexadecimal digits"), new("重新计算", "work it out again"));

    public static Refusal BadText(string field, int longest) => new("record-text", field, new($"文字超过 {longest} 个字符，或含控制字符", $"a text has more than {longest} characters, or control characters"), new("改短或去掉", "shorten it, or take them out"));
}
