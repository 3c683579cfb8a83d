using System.Globalization;
using System.Text.Json.Nodes;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Tests.Workflows;

/// <summary>Documents of a case: the first and last day in force by id, each null where nothing limits.</summary>
internal static class CaseDocuments
{
    internal static Dictionary<string, LegalDocument> Of(JsonNode? documents) => (documents?.AsObject() ?? []).ToDictionary(
        document => document.Key,
        document => new LegalDocument(document.Key, $"文件{document.Key}", null, null, Day(document.Value![0]), Day(document.Value[1]), null, null, Place.WholeFile("jurisdiction.json")),
        StringComparer.Ordinal);

    private static DateOnly? Day(JsonNode? day) => day is null ? null : DateOnly.ParseExact((string)day!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
