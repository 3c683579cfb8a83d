using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Api;

/// <summary>Which addresses belong to programs; all others are pages.</summary>
internal static class ApiPaths
{
    private static readonly string[] Roots = ["/api", "/feeds", "/schemas", "/openapi", "/health", "/metrics", "/problems"];

    public static bool Include(PathString path) => Array.Exists(Roots, root => path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase));
}
