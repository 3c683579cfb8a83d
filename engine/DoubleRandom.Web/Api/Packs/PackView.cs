using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs;
using DoubleRandom.Store.Packs;

namespace DoubleRandom.Web.Api.Packs;

/// <summary>One adopted version of a pack.</summary>
/// <param name="Hash">SHA-256 over its files: its identity.</param>
/// <param name="Number">Its place, from 1.</param>
/// <param name="AdoptedAt">When it was adopted (UTC).</param>
/// <param name="IsRunning">Whether it is the one that runs.</param>
public sealed record PackVersionView(string Hash, int Number, DateTimeOffset AdoptedAt, bool IsRunning);

/// <summary>One fault of a folder that was refused.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Severity">error or warning.</param>
/// <param name="File">The file, relative to the root of all packs.</param>
/// <param name="Line">The line, from 1; 0 when the whole file is meant.</param>
/// <param name="Column">The column in bytes, from 1; 0 when the whole file is meant.</param>
/// <param name="Pointer">JSON pointer inside the file.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Remedy">How to mend it.</param>
public sealed record DiagnosticView(string Code, string Severity, string File, int Line, int Column, string Pointer, Bilingual Problem, Bilingual Remedy)
{
    /// <summary>A diagnostic of the compiler.</summary>
    public static DiagnosticView Of(Diagnostic fault) => new(
        fault.Code, fault.Severity == Core.Packs.Severity.Error ? "error" : "warning", fault.Place.File, fault.Place.Line, fault.Place.Column, fault.Place.Pointer, fault.Problem, fault.Remedy);
}

/// <summary>A refusal of the folder as it is on disk.</summary>
/// <param name="Hash">Content hash of what was refused; empty when it could not be put together.</param>
/// <param name="SeenAt">When (UTC).</param>
/// <param name="Diagnostics">Every fault.</param>
public sealed record PackRejectionView(string Hash, DateTimeOffset SeenAt, IReadOnlyList<DiagnosticView> Diagnostics)
{
    /// <summary>A refusal as the table has it.</summary>
    public static PackRejectionView Of(PackRejectionRow row) => new(
        row.Hash, row.SeenAt, [.. JsonSerializer.Deserialize<IReadOnlyList<Diagnostic>>(row.Diagnostics, JsonSerializerOptions.Web)!.Select(DiagnosticView.Of)]);
}

/// <summary>The versions of a jurisdiction's pack.</summary>
/// <param name="Folder">The jurisdiction.</param>
/// <param name="Running">Hash of the version that runs; null when none was ever adopted.</param>
/// <param name="Versions">Newest first.</param>
/// <param name="Rejection">Why the folder as it is now was refused; null when it was not.</param>
public sealed record PackView(string Folder, string? Running, IReadOnlyList<PackVersionView> Versions, PackRejectionView? Rejection);
