namespace DoubleRandom.Core.Publication;

/// <summary>The words for statements that cannot stand.</summary>
internal static class StatementMessages
{
    public static Refusal Key(string key) => new("statement-key", key,
        new($"编号“{key}”应有 1 至 {Statement.LongestKey} 个字符，不含控制字符和 ? # % \\，以 / 分开的各段不为空、. 或 ..", $"the key \"{key}\" must have 1 to {Statement.LongestKey} characters, without control characters and ? # % \\, none of its parts between slashes empty, . or .."),
        new("换一个编号", "choose another key"));

    public static Refusal NoGround(string key) => new("statement-ground", key, new("不予公开没有写明法律依据", "withholding names no legal ground"), new("写明文件和条款", "name the document and the article"));

    public static Refusal NoReason(string key) => new("statement-reason", key, new("更正、撤回没有写明理由", "correcting or withdrawing gives no reason"), new("写明理由，理由将一并公开", "give the reason; it is public too"));

    public static Refusal Body(string key) => new("statement-body", key,
        new("内容应为由字符串、整数、对象和数组组成的 JSON 对象", "the body must be a JSON object of strings, integers, objects and arrays"), new("把小数、是否写成字符串，去掉 null", "write decimals and booleans as strings, leave out null"));
}
