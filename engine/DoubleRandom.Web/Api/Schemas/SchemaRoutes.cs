using DoubleRandom.Core.Packs.Schemas;
using DoubleRandom.Web.Api.OpenApi;
using DoubleRandom.Web.Api.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Api.Schemas;

/// <summary>The JSON Schemas of packs, for editors, and the kinds of problems, for people who follow a problem's <c>type</c>.</summary>
internal static class SchemaRoutes
{
    public static void Map(IEndpointRouteBuilder root)
    {
        root.MapGet("/schemas/{kind}.schema.json", Schema)
            .Is("schemas.get", new("读取 JSON Schema", "Read a JSON Schema"), new("配置包各类文件的模式：jurisdiction、obligations、forms、calendar。", "The schemas of a pack's files: jurisdiction, obligations, forms, calendar."), 404)
            .Produces<object>(200, "application/schema+json");
        root.MapGet("/problems/{slug}", Kind)
            .Is("problems.get", new("读取错误种类", "Read a kind of problem"), new("错误的 type 指向这里。", "A problem's type points here."), 404)
            .Produces<ProblemKind>();
    }

    private static IResult Schema(string kind) => SchemaGate.Kinds.Contains(kind, StringComparer.Ordinal)
        ? Results.Text(SchemaGate.TextOf(kind), "application/schema+json; charset=utf-8")
        : new ProblemResult(ProblemKind.NotFound, Faults.Unknown("schema-unknown", kind, "模式", "schema"));

    private static IResult Kind(string slug) => ProblemKind.All.FirstOrDefault(kind => string.Equals(kind.Slug, slug, StringComparison.Ordinal)) is { } kind
        ? Results.Ok(kind)
        : new ProblemResult(ProblemKind.NotFound, Faults.Unknown("problem-unknown", slug, "错误种类", "kind of problem"));
}
