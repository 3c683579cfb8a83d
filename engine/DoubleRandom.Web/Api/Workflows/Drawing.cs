using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;
using DoubleRandom.Web.Api.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DoubleRandom.Web.Api.Workflows;

/// <summary>Draws a workflow in the form that is asked for: by <c>format</c>, else by Accept, else as a picture.</summary>
internal static class Drawing
{
    public const string Svg = "image/svg+xml";
    public const string Mermaid = "text/plain";
    public const string Bpmn = "application/xml";

    public static readonly Parameter Format = new(
        "format", ParameterKind.Choice, new("svg、mermaid 或 bpmn；不写则按 Accept，默认 svg", "svg, mermaid or bpmn; unless given, Accept decides, and svg is usual"))
    {
        Choices = ["svg", "mermaid", "bpmn"],
    };

    /// <summary>The drawing of a definition, with what is open and done in a running instance; null for the bare definition.</summary>
    public static IResult Of(HttpContext http, WorkflowDefinition definition, Pack pack, WorkflowInstance? state)
    {
        var language = http.Request.Text("lang") ?? "zh";
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        // The names in it are a pack's: whatever they hold, nothing in the picture may run or load.
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'";
        return Asked(http.Request) switch
        {
            "mermaid" => Results.Text(WorkflowDrawing.Mermaid(definition, language, state is null ? null : DrawnInstance.Open(state)), $"{Mermaid}; charset=utf-8"),
            "bpmn" => Results.Text(WorkflowDrawing.Bpmn(definition, language), $"{Bpmn}; charset=utf-8"),
            _ => Results.Text(WorkflowDrawing.Svg(definition, language, pack, state is null ? null : DrawnInstance.Of(state)), $"{Svg}; charset=utf-8"),
        };
    }

    private static string? Asked(HttpRequest request) => request.Text("format") ?? request.GetTypedHeaders().Accept
        .OrderByDescending(type => type.Quality ?? 1)
        .Select(type => type.MediaType.Value switch { Svg => "svg", Mermaid or "text/vnd.mermaid" => "mermaid", Bpmn or "application/bpmn+xml" => "bpmn", _ => null })
        .FirstOrDefault(format => format is not null);
}
