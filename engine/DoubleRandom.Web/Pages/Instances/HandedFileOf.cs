using DoubleRandom.Service.Submissions;
using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Pages.Instances;

/// <summary>A file of a form as use cases take it.</summary>
internal static class HandedFileOf
{
    public static async Task<HandedFile> ReadAsync(IFormFile file, CancellationToken cancel)
    {
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancel);
        return new(Path.GetFileName(file.FileName), file.ContentType, bytes.ToArray());
    }
}
