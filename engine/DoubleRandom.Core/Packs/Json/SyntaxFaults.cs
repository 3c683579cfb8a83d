namespace DoubleRandom.Core.Packs.Json;

/// <summary>The words for files that cannot be read as JSON, and for values that do not fit their schema.</summary>
internal static class SyntaxFaults
{
    public static Diagnostic TooLarge(string file) => Diagnostic.Error("SY001", Place.WholeFile(file),
        new("文件超过 1,048,576 字节的上限", "the file is over the limit of 1,048,576 bytes"),
        new("拆分文件，或移走不属于配置包的内容", "split the file, or take out what does not belong to a pack"));

    public static Diagnostic WrongEncoding(string file, int line, string probably) => Diagnostic.Error("SY002", new Place(file, line, 1, ""),
        new($"文件不是 UTF-8 编码（可能是 {probably}）", $"the file is not UTF-8 (probably {probably})"),
        new("用编辑器另存为 UTF-8 编码", "save the file as UTF-8 in your editor"));

    public static Diagnostic NulByte(Place place) => Diagnostic.Error("SY003", place,
        new("文件含有 NUL 字节", "the file contains a NUL byte"),
        new("文件可能已损坏：从备份恢复，或删除该字节", "the file may be damaged: restore it from a backup, or delete the byte"));

    public static Diagnostic NulCharacter(Place place) => Diagnostic.Error("SY003", place,
        new("文本含有 NUL 字符（\\u0000）", "the text contains the NUL character (\\u0000)"),
        new("删除该字符", "delete the character"));

    public static Diagnostic Broken(Place place, string detail) => Diagnostic.Error("SY004", place,
        new($"不是合法的 JSON：{Short(detail)}", $"this is not valid JSON: {Short(detail)}"),
        new("检查此处及前一行的逗号、引号和括号；不允许注释和多余的逗号", "check commas, quotes and brackets here and on the line before; comments and trailing commas are not allowed"));

    public static Diagnostic DuplicateKey(Place place, string key, int firstLine) => Diagnostic.Error("SY005", place,
        new($"键“{key}”重复（第一次在第 {firstLine} 行）", $"the key \"{key}\" stands twice (first on line {firstLine})"),
        new("只保留一个", "keep one of them"));

    public static Diagnostic UnknownSchema(Place place, string found, string known) => Diagnostic.Error("SC001", place,
        new($"$schema“{found}”不是已知的模式", $"$schema \"{found}\" is not a known schema"),
        new($"改为下列之一：{known}", $"use one of: {known}"));

    public static Diagnostic NoSchema(Place place, string known) => Diagnostic.Error("SC001", place,
        new("缺少 $schema", "$schema is missing"),
        new($"在文件开头写明 $schema，为下列之一：{known}", $"begin the file with $schema, one of: {known}"));

    public static Diagnostic NotAnObject(Place place) => Diagnostic.Error("SC002", place,
        new("文件的最外层必须是对象 { … }", "the outermost value of a file must be an object { … }"),
        new("用 { } 包住内容并写明 $schema", "wrap the content in { } and name its $schema"));

    private static string Short(string detail)
    {
        var end = detail.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end > 0 ? detail[..end] : detail;
    }
}
