using System.Security.Cryptography;
using System.Text.Json;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Store.Submissions;

namespace DoubleRandom.Web.Api.Submissions;

/// <summary>Tells a submission that was sent again from another one under the same idempotency key.</summary>
internal static class SubmissionRepeat
{
    public static bool IsSame(Handing handing, SubmissionRow stored, IReadOnlyList<AttachmentRow> files)
    {
        using var content = JsonDocument.Parse(stored.Content);
        return JsonElement.DeepEquals(content.RootElement, handing.Content)
            && files.Select(file => file.Sha256).SequenceEqual(handing.Files.Select(file => Convert.ToHexStringLower(SHA256.HashData(file.Content))), StringComparer.Ordinal);
    }
}
