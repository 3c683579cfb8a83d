namespace DoubleRandom.Core.Packs;

/// <summary>The words for faults between the layers of a pack.</summary>
internal static class LayerFaults
{
    public static Diagnostic UnknownBase(Place place, string id, IEnumerable<string> known) => Diagnostic.Error("LY001", place,
        new($"基线“{id}”不存在", $"there is no base pack \"{id}\""),
        Hint.For(id, known));

    public static Diagnostic Circle(Place place, string path) => Diagnostic.Error("LY002", place,
        new($"extends 形成循环：{path}", $"extends goes in a circle: {path}"),
        new("去掉其中一处 extends", "take one of these extends away"));

    public static Diagnostic RemovesNothing(Place place, string id, IEnumerable<string> known) => Diagnostic.Error("LY003", place,
        new($"要移除的“{id}”在下层配置中不存在", $"\"{id}\" is to be removed, but no layer beneath has it"),
        Hint.For(id, known));

    public static Diagnostic OverrideWithoutBasis(Place place, string id) => Diagnostic.Error("LY004", place,
        new($"“{id}”覆盖了有法定依据的内容，却没有写明自己的依据", $"\"{id}\" overrides something that has a basis in law without giving its own"),
        new("写明 basis（依据的文件和条款），或用 local 标明是本地规定", "give basis (document and article), or mark it with local"));

    public static Diagnostic NoJurisdictionFile(string folder) => Diagnostic.Error("LY005", Place.WholeFile($"workflows/{folder}/jurisdiction.json"),
        new("配置包中没有可读的 jurisdiction.json", "the pack has no readable jurisdiction.json"),
        new("补上该文件，或先修正其中的错误", "add the file, or mend its faults first"));

    public static Diagnostic FolderName(Place place, string folder, string expected) => Diagnostic.Error("LY006", place,
        new($"文件夹名“{folder}”与内容不符", $"the folder's name \"{folder}\" does not fit its content"),
        new($"文件夹应命名为“{expected}”", $"name the folder \"{expected}\""));

    public static Diagnostic DuplicateId(Place place, string id, Place first) => Diagnostic.Error("LY007", place,
        new($"id“{id}”重复（第一次在 {first}）", $"the id \"{id}\" is used twice (first at {first})"),
        new("改用另一个 id，或合并两处", "use another id, or join the two"));

    public static Diagnostic TwoFilesOfOneKind(Place place, string kind, string first) => Diagnostic.Error("LY008", place,
        new($"同一配置包中有两个 {kind} 文件（另一个是 {first}）", $"the pack has two files of the kind {kind} (the other is {first})"),
        new("合并为一个文件", "join them into one file"));

    public static Diagnostic MissingKey(Place place, string key, string element) => Diagnostic.Error("SC004", place,
        new($"{element} 缺少“{key}”", $"{element} lacks \"{key}\""),
        new($"在本层或下层配置中补上“{key}”", $"add \"{key}\" here or in a layer beneath"));
}
