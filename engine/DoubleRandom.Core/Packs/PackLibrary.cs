namespace DoubleRandom.Core.Packs;

/// <summary>All files of all packs and calendars, as one value: the compiler's only input.</summary>
public sealed class PackLibrary
{
    private readonly ILookup<string, PackFile> _byFolder;

    /// <summary>Takes the files in any order.</summary>
    public PackLibrary(IEnumerable<PackFile> files)
    {
        Files = files.OrderBy(file => file.Path, StringComparer.Ordinal).ToArray();
        _byFolder = Files.Where(file => !IsCalendar(file)).ToLookup(file => file.Folder, StringComparer.Ordinal);
        Folders = _byFolder.Select(group => group.Key).Where(folder => folder.Length > 0).Order(StringComparer.Ordinal).ToArray();
    }

    /// <summary>Every file, by path.</summary>
    public IReadOnlyList<PackFile> Files { get; }

    /// <summary>The pack folders, base packs (<c>_…</c>) included.</summary>
    public IReadOnlyList<string> Folders { get; }

    /// <summary>The folders of jurisdictions, that is without the base packs.</summary>
    public IEnumerable<string> Jurisdictions => Folders.Where(folder => folder[0] != '_');

    /// <summary>The files of one pack folder; none when there is no such folder.</summary>
    public IEnumerable<PackFile> Of(string folder) => _byFolder[folder];

    /// <summary>The calendar files.</summary>
    public IEnumerable<PackFile> Calendars => Files.Where(IsCalendar);

    private static bool IsCalendar(PackFile file) => file.Path.StartsWith("rules/calendars/", StringComparison.Ordinal);
}
