using System.Text;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Packs;

/// <summary>The templates of a pack's layers: <c>templates/reminder.zh.hbs</c>.</summary>
internal static class TemplateFiles
{
    private const string Ending = ".hbs";

    /// <summary>Later layers first, so that the first of a name is the one that holds.</summary>
    public static IReadOnlyList<NoticeTemplate> Of(PackLibrary library, IReadOnlyList<Layer> layers, ICollection<Diagnostic> faults) =>
        [.. layers.Reverse().SelectMany(layer => library.Of(layer.Folder)).Select(file => Template(file, faults)).OfType<NoticeTemplate>()];

    private static NoticeTemplate? Template(PackFile file, ICollection<Diagnostic> faults)
    {
        var name = file.Path.Split('/')[^1];
        if (!name.EndsWith(Ending, StringComparison.Ordinal))
            return null;
        if (TextFaults.Of(file) is { } fault)
            faults.Add(fault);
        var parts = name[..^Ending.Length].Split('.');
        return parts.Length == 2 ? new(parts[0], parts[1], Encoding.UTF8.GetString(file.Content.Span), Place.WholeFile(file.Path)) : null;
    }
}
