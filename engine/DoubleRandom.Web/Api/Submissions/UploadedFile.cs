using DoubleRandom.Service.Submissions;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DoubleRandom.Web.Api.Submissions;

/// <summary>A file that somebody sends as part of a form.</summary>
internal static class UploadedFile
{
    private const int LongestName = 200;

    /// <summary>Whether it is more than is taken.</summary>
    public static bool IsTooLarge(IFormFile file) => file.Length > HandIn.MostBytes;

    /// <summary>What to say of one that is too large.</summary>
    public static Core.Refusal TooLarge(IFormFile file) => new("attachment-too-large", file.FileName,
        new($"附件“{file.FileName}”超过 {HandIn.MostBytes / 1_048_576} MB", $"the attachment \"{file.FileName}\" is larger than {HandIn.MostBytes / 1_048_576} MB"), new("压缩或拆分后再交", "compress or split it"));

    /// <summary>The file with its content.</summary>
    public static async Task<HandedFile> ReadAsync(IFormFile file, CancellationToken cancel)
    {
        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancel);
        return new(NameOf(file), MediaTypeHeaderValue.TryParse(file.ContentType, out var type) ? type.MediaType.Value! : "application/octet-stream", content);
    }

    /// <summary>Hands a kept file out again: it is what a stranger sent, so it is saved and never shown within our own origin.</summary>
    public static IResult Download(HttpResponse response, byte[] content, string mediaType, string name, string sha256)
    {
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.Bytes(content, mediaType, name, entityTag: new EntityTagHeaderValue($"\"{sha256}\""));
    }

    /// <summary>The last part of the name that the sender gave: a path on somebody's machine is nobody else's business.</summary>
    private static string NameOf(IFormFile file)
    {
        var name = new string([.. file.FileName.Split('/', '\\')[^1].Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]).Trim();
        return name.Length == 0 ? "attachment" : name.Length <= LongestName ? name : name[^LongestName..];
    }
}
