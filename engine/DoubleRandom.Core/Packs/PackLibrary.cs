using System.Collections.Concurrent;

namespace DoubleRandom.Core.Packs;

/// <summary>All files of all packs and calendars, as one value: the compiler's only input. Each file is read once, however many packs rest on it.</summary>
public sealed class PackLibrary
{
    private readonly ILookup<string, PackFile> _byFolder;
    private readonly ConcurrentDictionary<string, ReadFile> _read;

    /// <summary>Takes the files in any order.</summary>
    /// <param name="files">The files.</param>
    /// <param name="before">How the files were before: those that are the same, byte for byte, are not read again.</param>
    public PackLibrary(IEnumerable<PackFile> files, PackLibrary? before = null)
    {
        Files = files.OrderBy(file => file.Path, StringComparer.Ordinal).ToArray();
        _byFolder = Files.Where(file => !IsCalendar(file)).ToLookup(file => file.Folder, StringComparer.Ordinal);
        Folders = _byFolder.Select(group => group.Key).Where(folder => folder.Length > 0).Order(StringComparer.Ordinal).ToArray();
        _read = new(Files.Select(file => (file.Path, Read: before?.Known(file))).Where(known => known.Read is not null).Select(known => KeyValuePair.Create(known.Path, known.Read!)), StringComparer.Ordinal);
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

    /// <summary>Reads all files on all cores, so that packs that are compiled side by side need not wait for one another's base packs and schemas. It changes nothing but the time.</summary>
    public void ReadAhead() => Files.Where(file => file.Path.EndsWith(".json", StringComparison.Ordinal)).AsParallel().ForAll(file => Read(file, []));

    /// <summary>What a file of this library says; its faults are added to <paramref name="faults"/>.</summary>
    internal PackDocument? Read(PackFile file, ICollection<Diagnostic> faults)
    {
        var read = _read.GetOrAdd(file.Path, _ => ReadFile.Of(file));
        foreach (var fault in read.Faults)
            faults.Add(fault);
        return read.Document;
    }

    private ReadFile? Known(PackFile file) => _read.TryGetValue(file.Path, out var read) && read.File.Content.Span.SequenceEqual(file.Content.Span) ? read : null;

    private static bool IsCalendar(PackFile file) => file.Path.StartsWith("rules/calendars/", StringComparison.Ordinal);
}
