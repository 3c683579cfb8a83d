using System.Text.Json.Nodes;
using DoubleRandom.Core.Packs;

namespace DoubleRandom.Core.Tests.Packs;

/// <summary>A diagnostic as a case states it: code and file always; line, pointer and a word of what it says where the case cares.</summary>
internal sealed record ExpectedDiagnostic(string Code, string File, int? Line, string? Pointer, string? Says)
{
    internal static ExpectedDiagnostic Of(JsonNode node) => new(
        (string)node["code"]!, SamplePack.PathOf((string)node["file"]!), (int?)node["line"], (string?)node["pointer"], (string?)node["says"]);

    /// <summary>A fault may be pinned to the element or to the value inside it.</summary>
    internal bool Fits(Diagnostic found) =>
        string.Equals(Code, found.Code, StringComparison.Ordinal)
        && string.Equals(File, found.Place.File, StringComparison.Ordinal)
        && (Line is null || Line == found.Place.Line)
        && (Pointer is null || string.Equals(Pointer, found.Place.Pointer, StringComparison.Ordinal) || found.Place.Pointer.StartsWith(Pointer + "/", StringComparison.Ordinal))
        && (Says is null || $"{found.Problem} {found.Remedy}".Contains(Says, StringComparison.Ordinal));
}
