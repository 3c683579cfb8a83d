using DoubleRandom.Core.Publication;
using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Pages.Publication;

/// <summary>Hands out a published file: to be saved, never to be opened as a page of this server.</summary>
internal static class PublicFile
{
    public static IResult Of(HttpResponse response, StatementFile file, byte[] content)
    {
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers["Digest"] = $"sha-256={Convert.ToBase64String(Convert.FromHexString(file.Sha256))}";
        return Results.File(content, file.MediaType, file.Name);
    }
}
