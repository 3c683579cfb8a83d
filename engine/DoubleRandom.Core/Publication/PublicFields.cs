using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Publication;

/// <summary>
/// Which fields of a form may be shown to the public. The pack's word (<c>"public"</c>) counts first; without one, what is about persons is not public (personal
/// information protection law 第二十五条: none of it is made public without consent).
/// </summary>
public static class PublicFields
{
    private static readonly string[] PersonalIds =
        ["phone", "mobile", "telephone", "mail", "contact", "inspectors", "inspector-names", "name-of-person", "person", "recorder", "signature", "witnesses", "id-number", "credential", "leaving", "joining", "liaison"];

    private static readonly string[] PersonalNames = ["姓名", "电话", "手机", "邮箱", "身份证", "证件", "联系人", "联系方式", "联络员", "签名", "签字", "负责人"];

    /// <summary>Whether the field may leave.</summary>
    public static bool IsPublic(FormField field) => field.IsPublic ?? !IsPersonal(field);

    private static bool IsPersonal(FormField field) =>
        field.Type is FieldType.Text or FieldType.LongText or FieldType.List
        && (PersonalIds.Any(id => field.Id.Split('-').Contains(id, StringComparer.Ordinal) || string.Equals(field.Id, id, StringComparison.Ordinal))
            || PersonalNames.Any(name => field.Name.Zh.Contains(name, StringComparison.Ordinal))
            || field.Fact is "task.selected" or "inspector.id" or "inspector.name");
}
