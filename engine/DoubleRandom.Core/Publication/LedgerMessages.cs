using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Publication;

/// <summary>The words for what does not fit in a published chain.</summary>
internal static class LedgerMessages
{
    private static readonly Bilingual Tampered = new(
        "所得文件与公布的不一致，或公布的内容被改动过：再取一次；仍不一致的，告知公布单位并保存两份文件",
        "the files are not what was published, or what was published was changed: fetch them again, and if the difference stays keep both and tell the publisher");

    public static Refusal Json(Diagnostic fault) => new("ledger-json", fault.Place.ToString(), fault.Problem, fault.Remedy);

    public static Refusal Shape(string place) => new("ledger-shape", place, new($"{place} 缺失或不合格式", $"{place} is missing or of the wrong kind"), Tampered);

    public static Refusal Gap(string place, long wanted, string found) => new("ledger-gap", place, new($"应为第 {wanted} 条，实为 {found}", $"link {wanted} should stand here, {found} does"), Tampered);

    public static Refusal Previous(long sequence) => new("ledger-previous", $"{sequence}", new($"第 {sequence} 条没有接上前一条", $"link {sequence} does not follow the one before it"), Tampered);

    public static Refusal Hash(long sequence) => new("ledger-hash", $"{sequence}", new($"第 {sequence} 条的内容与其哈希不符", $"link {sequence} is not what its hash says"), Tampered);

    public static Refusal Content(long sequence) => new("ledger-content", $"{sequence}", new($"第 {sequence} 条所附的声明与链上的哈希不符", $"the statement of link {sequence} is not what the chain says"), Tampered);

    public static Refusal Other(string found, string wanted) => new("ledger-jurisdiction", found, new($"辖区应为 {wanted}，实为 {found}", $"the jurisdiction should be {wanted}, it is {found}"), Tampered);

    public static Refusal Head(string day) => new("ledger-head", day, new($"{day} 的链头签名不成立", $"the signature of the head of {day} does not hold"), Tampered);

    public static Refusal HeadOff(string day, long sequence) => new("ledger-head-off", day, new($"{day} 的链头所指的第 {sequence} 条不在链上", $"the head of {day} names link {sequence}, which is not on the chain"), Tampered);

    public static Refusal Key(string day) => new("ledger-key", day, new($"{day} 的链头由另一把密钥签名", $"the head of {day} is signed by another key"), Tampered);

    public static Refusal File(string name, string sha256) => new("ledger-file", name, new($"附件 {name} 与声明的哈希 {sha256} 不符或缺失", $"the file {name} is missing or not what its hash {sha256} says"), Tampered);
}
