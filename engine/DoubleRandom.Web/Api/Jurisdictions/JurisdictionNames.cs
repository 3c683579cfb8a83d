using DoubleRandom.Service.Packs;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Requests;
using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Api.Jurisdictions;

/// <summary>How requests name a jurisdiction.</summary>
internal static class JurisdictionNames
{
    /// <summary>The folder that a name means; the name itself when no running pack answers to it.</summary>
    public static string FolderOf(this RunningPacks packs, string name) => packs.Named(name)?.Jurisdiction.Folder ?? name;

    /// <summary>404: no pack answers to the name.</summary>
    public static ProblemResult NoSuch(this RunningPacks packs, string name) => new(ProblemKind.NotFound, Faults.UnknownJurisdiction(name, packs.All.Keys));

    /// <summary>The folder of the parameter <c>jurisdiction</c>; null when it is not there.</summary>
    public static string? Asked(this RunningPacks packs, HttpRequest request) => request.Text("jurisdiction") is { } name ? packs.FolderOf(name) : null;

    /// <summary>400 when the parameter <c>jurisdiction</c> names none that runs; null when all is well.</summary>
    public static ProblemResult? Unknown(this RunningPacks packs, HttpRequest request) =>
        request.Text("jurisdiction") is { } name && packs.Named(name) is null ? new(ProblemKind.Invalid, Faults.UnknownJurisdiction(name, packs.All.Keys)) : null;
}
