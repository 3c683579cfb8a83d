using DoubleRandom.Core;
using DoubleRandom.Service.Directory;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.People;
using DoubleRandom.Web.Api.Jurisdictions;
using DoubleRandom.Web.Api.OpenApi;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Api.People;

/// <summary>The directory of people. It is replaced as a whole and never read out: it holds addresses.</summary>
internal static class DirectoryRoutes
{
    private const string MediaType = "text/csv";

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/directory", ImportAsync).Takes(Parameter.Jurisdiction(required: true))
            .Accepts<string>(MediaType).WithMetadata(new RequestSizeLimitAttribute(DirectoryFile.MostBytes))
            .Is("directory.import", new("导入名录", "Import the directory"), new(
                "正文为 CSV（UTF-8 或 GB18030，至多 1 MB），替换该辖区的全部人员；任何一行有错则什么也不导入，errors 逐行列出，subject 写成“行:列:值”。经办人写在 Acting-Person 头中。",
                "The body is CSV (UTF-8 or GB18030, at most 1 MB) and takes the place of all people of the jurisdiction. When any line is wrong nothing is imported and errors lists every one, its subject written line:column:value. The header Acting-Person names who acts."), 403, 413, 415, 422)
            .Produces<DirectoryEffect>();

    private static async Task<IResult> ImportAsync(HttpRequest request, DirectoryImport import, RunningPacks packs, CancellationToken cancel)
    {
        if (packs.Unknown(request) is { } problem)
            return problem;
        var by = ActingPerson.Of(request, null);
        if (by.Length == 0)
            return new ProblemResult(ProblemKind.Refused, Faults.NoPerson);
        using var file = new MemoryStream();
        await request.Body.CopyToAsync(file, cancel);
        var pack = packs.Of(packs.Asked(request)!)!;
        var reading = await import.ImportAsync(pack, file.GetBuffer().AsMemory(0, (int)file.Length), by, cancel);
        return reading.Faults.Count == 0
            ? Results.Ok(new DirectoryEffect(pack.Jurisdiction.Folder, reading.People.Count, reading.Encoding))
            : new ProblemResult(ProblemKind.Refused, [.. reading.Faults.Select(Faults.Of)]);
    }
}
