using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DoubleRandom.Core;

namespace DoubleRandom.Service.Inspections;

/// <summary>A ZIP file with a manifest that names every file by its SHA-256. The same content gives the same bytes, so that two archives of one task can be compared by hash.</summary>
public sealed class ArchiveBundle
{
    /// <summary>Where the manifest stands.</summary>
    public const string ManifestName = "manifest.json";

    private const long MostManifest = 64 * 1_048_576;

    /// <summary>Zip keeps times from this day on; a time of writing would make equal archives differ.</summary>
    private static readonly DateTimeOffset Fixed = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _zip;
    private readonly SortedDictionary<string, ArchivedFile> _files = new(StringComparer.Ordinal);

    private ArchiveBundle(Stream output) => _zip = new(output, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>The files so far, by path.</summary>
    internal IReadOnlyList<ArchivedFile> Files => [.. _files.Values];

    /// <summary>Writes an archive: first its files, at the end the manifest.</summary>
    internal static async Task WriteAsync(Stream output, Func<ArchiveBundle, Task<ArchiveManifest>> fill)
    {
        var bundle = new ArchiveBundle(output);
        using (bundle._zip)
        {
            var manifest = await fill(bundle);
            bundle.Put(ManifestName, Encoding.UTF8.GetBytes(InspectionJson.Write(manifest)));
        }
    }

    /// <summary>Adds a file; a name that is there already gets a number.</summary>
    internal void Add(string path, byte[] content)
    {
        var (free, dot) = (path, path.LastIndexOf('.') is var at && at > path.LastIndexOf('/') ? at : path.Length);
        for (var number = 2; _files.ContainsKey(free); number++)
            free = string.Create(CultureInfo.InvariantCulture, $"{path[..dot]}-{number}{path[dot..]}");
        _files[free] = new(free, Convert.ToHexStringLower(SHA256.HashData(content)), content.Length);
        Put(free, content);
    }

    internal void Add(string path, string text) => Add(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Holds an archive against its manifest; needs neither server nor database.</summary>
    /// <param name="archive">The file, from its beginning; it can be read at any place.</param>
    /// <param name="manifest">What the manifest says; null when it cannot be read.</param>
    /// <returns>Everything that differs; none when it holds.</returns>
    public static IReadOnlyList<Bilingual> Differences(Stream archive, out ArchiveManifest? manifest)
    {
        manifest = null;
        try
        {
            using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.GetEntry(ManifestName) is not { } entry || entry.Length > MostManifest)
                return [new("没有清单 manifest.json", "it has no manifest.json")];
            manifest = InspectionJson.Read<ArchiveManifest>(Encoding.UTF8.GetString(Bytes(entry, entry.Length)));
            if (!string.Equals(manifest.Format, ArchiveManifest.Name, StringComparison.Ordinal) || manifest.Files is null)
                return [new($"清单的格式不是 {ArchiveManifest.Name}", $"its manifest is not {ArchiveManifest.Name}")];
            return [.. Differences(zip, manifest)];
        }
        catch (Exception broken) when (broken is InvalidDataException or JsonException or EndOfStreamException)
        {
            return [new($"文件损坏，无法读取：{broken.Message}", $"the file is broken and cannot be read: {broken.Message}")];
        }
    }

    private static IEnumerable<Bilingual> Differences(ZipArchive zip, ArchiveManifest manifest)
    {
        foreach (var twice in zip.Entries.GroupBy(entry => entry.FullName, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return new($"{twice.Key}：出现两次", $"{twice.Key}: stands there twice");
        var there = zip.Entries.DistinctBy(entry => entry.FullName, StringComparer.Ordinal).ToDictionary(entry => entry.FullName, StringComparer.Ordinal);
        foreach (var file in manifest.Files)
            if (!there.TryGetValue(file.Path, out var entry))
                yield return new($"{file.Path}：缺少", $"{file.Path}: is missing");
            else if (entry.Length != file.Bytes || !string.Equals(Convert.ToHexStringLower(SHA256.HashData(Bytes(entry, file.Bytes))), file.Sha256, StringComparison.Ordinal))
                yield return new($"{file.Path}：内容与清单不符", $"{file.Path}: is not what the manifest says");
        foreach (var extra in there.Keys.Except(manifest.Files.Select(file => file.Path), StringComparer.Ordinal).Where(name => name is not ManifestName))
            yield return new($"{extra}：清单中没有", $"{extra}: is not in the manifest");
    }

    /// <summary>No more than the manifest announces is ever unpacked.</summary>
    private static byte[] Bytes(ZipArchiveEntry entry, long length)
    {
        var content = new byte[length];
        using var stream = entry.Open();
        stream.ReadExactly(content);
        return content;
    }

    private void Put(string path, byte[] content)
    {
        var entry = _zip.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = Fixed;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
