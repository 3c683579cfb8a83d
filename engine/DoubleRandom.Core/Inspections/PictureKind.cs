namespace DoubleRandom.Core.Inspections;

/// <summary>Which files are taken as photographs, signatures and seals: told by their first bytes, not by what they are called.</summary>
/// <param name="MediaType">Media type.</param>
/// <param name="Ending">How the name of such a file ends.</param>
public sealed record PictureKind(string MediaType, string Ending)
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MostBytes = 10 * 1_048_576;

    private static readonly PictureKind Jpeg = new("image/jpeg", "jpg");
    private static readonly PictureKind Png = new("image/png", "png");
    private static readonly PictureKind Webp = new("image/webp", "webp");
    private static readonly PictureKind Pdf = new("application/pdf", "pdf");

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<PictureKind> All { get; } = [Jpeg, Png, Webp, Pdf];

    /// <summary>The kind of a file; null when it is none of these.</summary>
    public static PictureKind? Of(ReadOnlySpan<byte> content) => content switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => Webp,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => Pdf,
        _ => null,
    };

    /// <summary>Why a file is not taken; none when it is.</summary>
    /// <param name="name">What the sender calls it.</param>
    /// <param name="mediaType">What the sender says it is.</param>
    /// <param name="content">Its bytes.</param>
    public static IReadOnlyList<Refusal> Against(string name, string mediaType, ReadOnlySpan<byte> content)
    {
        var kinds = string.Join("、", All.Select(kind => kind.MediaType));
        if (content.Length > MostBytes)
            return [new("attachment-too-large", name, new($"文件“{name}”超过 {MostBytes / 1_048_576} MB", $"the file \"{name}\" is larger than {MostBytes / 1_048_576} MB"), new("缩小或拆分后再传", "make it smaller, or split it"))];
        if (Of(content) is not { } kind)
            return [new("file-kind", name, new($"文件“{name}”不是照片或扫描件", $"the file \"{name}\" is neither a picture nor a scan"), new($"只收 {kinds}", $"only {kinds} are taken"))];
        return string.Equals(kind.MediaType, mediaType, StringComparison.OrdinalIgnoreCase)
            ? []
            : [new("file-kind", name, new($"文件“{name}”自称 {mediaType}，内容却是 {kind.MediaType}", $"the file \"{name}\" says it is {mediaType} and is {kind.MediaType}"), new("按内容写明类型", "name the type that it is"))];
    }
}
