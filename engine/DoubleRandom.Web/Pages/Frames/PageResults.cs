using DoubleRandom.Core;
using DoubleRandom.Web.Pages.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DoubleRandom.Web.Pages.Frames;

/// <summary>Makes responses out of components.</summary>
internal static class PageResults
{
    /// <summary>A whole page: the shell with a component inside it, which takes its data as the parameter <c>View</c>.</summary>
    public static RazorComponentResult Page<T>(Frame frame, Bilingual title, object view, int status = StatusCodes.Status200OK)
        where T : IComponent =>
        new RazorComponentResult<Shell>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Frame"] = frame,
            ["Title"] = frame.Say(title),
            ["Body"] = typeof(T),
            ["View"] = view,
        })
        {
            StatusCode = status,
        };

    /// <summary>The page that says what is wrong, under its own status.</summary>
    public static RazorComponentResult Trouble(Frame frame, TroubleView trouble) => Page<TroublePage>(frame, trouble.Title, trouble, trouble.Status);

    /// <summary>A part of a page, for htmx to put in the place of what is there.</summary>
    public static RazorComponentResult Fragment<T>(Frame frame, object view)
        where T : IComponent =>
        new RazorComponentResult<Fragment>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Frame"] = frame, ["Body"] = typeof(T), ["View"] = view });
}
