using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Core.Packs.Checks;

/// <summary>Finds the blanks of a drafted pack that nobody has filled in yet.</summary>
internal static class BlankChecks
{
    /// <summary>How a blank begins; what to write follows up to 】.</summary>
    private const string Mark = "【填写";

    /// <summary>A fault for each text value with a blank in it, in the order of the file.</summary>
    public static IEnumerable<Diagnostic> Of(Node node)
    {
        if (node.IsText && node.Text.Contains(Mark, StringComparison.Ordinal))
            yield return Blank(node);
        foreach (var fault in node.Items.Concat(node.Members.Values).SelectMany(Of))
            yield return fault;
    }

    private static Diagnostic Blank(Node node) => Diagnostic.Error("BL001", node.Place,
        new($"尚未填写：{node.Text}", $"not filled in yet: {node.Text}"),
        new("按提示写上实际内容，连同【】一起替换", "write what the mark asks for in its place, brackets included"));
}
