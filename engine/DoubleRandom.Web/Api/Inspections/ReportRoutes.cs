using Microsoft.AspNetCore.Routing;

namespace DoubleRandom.Web.Api.Inspections;

/// <summary>Reports and archives.</summary>
internal static class ReportRoutes
{
    public static void Map(IEndpointRouteBuilder api) => _ = api;
}
