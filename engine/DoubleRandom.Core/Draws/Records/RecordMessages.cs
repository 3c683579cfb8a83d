using DoubleRandom.Core.Draws.Matching;
using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Draws.Records;

/// <summary>The words for what does not fit in a record.</summary>
internal static class RecordMessages
{
    private static readonly Bilingual Tampered = new("记录或所附文件与公布的不一致：向公布单位索取原件，并告知其差异", "the record or a file is not what was published: ask the publisher for the originals and report the difference");

    public static Refusal Json(Diagnostic fault) => new("record-json", fault.Place.ToString(), fault.Problem, fault.Remedy);

    public static Refusal List(string code, Diagnostic fault) => new(code, fault.Place.ToString(), fault.Problem, fault.Remedy);

    public static Refusal NotCanonical() => new("record-not-canonical", "", new("记录不是规范 JSON 的原样字节", "the record is not the bytes of its canonical JSON"), new("用公布的原文件，不要重新排版", "use the published file itself, not one that was laid out anew"));

    public static Refusal OwnHash(string said, string found) => new("record-hash", "/sha256", new($"记录写明自身哈希 {said}，重算为 {found}", $"the record says that its hash is {said}; computed anew it is {found}"), Tampered);

    public static Refusal Member(string pointer) => new("record-member", pointer, new($"{pointer} 缺失或不合格式", $"{pointer} is missing or of the wrong kind"), Tampered);

    public static Refusal Differs(string pointer, string found, string computed) => new("record-differs", pointer, new($"{pointer}：记录为 {found}，重算为 {computed}", $"{pointer}: the record says {found}, computed anew it is {computed}"), Tampered);

    public static Refusal Commitment(string code, string what, string said, string found) => new(code, what, new($"{what}：应为 {said}，实为 {found}", $"{what}: {said} was committed to, {found} was found"), Tampered);

    public static Refusal Sealed() => new("sealed", "/pepper", new("混淆值尚未公开，抽取结果还不能验证", "the pepper is not revealed yet: what was drawn cannot be verified"), new("检查结束、公开完整记录后再验证", "verify when the checks are over and the full record is published"));

    public static Refusal Use(string id) => new("substitute-use", id, new($"候补“{id}”的使用不合顺序", $"the substitute \"{id}\" was used out of order"), new("候补须按顺序使用，各用一次，代替已抽中者", "substitutes are used in their order, each once, in place of one that was drawn"));

    public static Refusal Times() => new("times-order", "/times", new("冻结、抽取、公布的时间先后颠倒", "the times of freezing, drawing and publishing are out of order"), Tampered);

    public static Refusal Assignment(ProofFault fault) => new($"assignment-{fault.Code}", fault.Subject, fault.Problem, Tampered);

    public static Refusal NoAssignment() => new("assignment-missing", "/assignment", new("规则要求选派检查人员，记录中没有选派", "the rules ask for an assignment, and the record has none"), Tampered);

    public static Refusal AssignmentUnasked() => new("assignment-unasked", "/assignment", new("规则没有要求选派检查人员，记录中却有选派", "the record has an assignment that its rules do not ask for"), Tampered);

    public static Refusal Salt(string said, string found) => new("salt-mismatch", "/salt/revealed", new($"公开的盐与承诺 {said} 不符（其哈希为 {found}）", $"the revealed salt does not fit its commitment {said} (its hash is {found})"), Tampered);

    public static Refusal More(int count) => new("more", "", new($"另有 {count} 处差异未列出", $"{count} more differences are not listed"), Tampered);
}
