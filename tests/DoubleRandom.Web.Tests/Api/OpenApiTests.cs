using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace DoubleRandom.Web.Tests.Api;

public partial class OpenApiTests(ApiServer server) : IClassFixture<ApiServer>
{
    private static readonly string[] Roots = ["/api/", "/feeds/", "/schemas/", "/health/", "/metrics", "/problems/"];

    [Fact]
    public async Task Document_HasNoFaults_WhenRead()
    {
        var result = OpenApiDocument.Parse(await server.Client.GetStringAsync("/openapi/v1.json"), "json");
        Assert.Empty(result.Diagnostic!.Errors);
        Assert.NotEmpty(result.Document!.Paths);
    }

    [Fact]
    public async Task Document_ListsEveryRoute_WhenCompared()
    {
        var document = await DocumentAsync();
        var listed = document.Paths.SelectMany(path => path.Value.Operations!.Keys.Select(method => $"{method} {path.Key}")).Order(StringComparer.Ordinal).ToArray();
        var mapped = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(route => (Path: "/" + Constraint().Replace(route.RoutePattern.RawText!.TrimStart('/'), "}"), Methods: route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []))
            .Where(route => Roots.Any(root => route.Path.StartsWith(root, StringComparison.Ordinal)))
            .SelectMany(route => route.Methods.Select(method => $"{method} {route.Path}")).Order(StringComparer.Ordinal).ToArray();
        Assert.True(mapped.Length > 25);
        Assert.Equal(mapped, listed);
    }

    [Fact]
    public async Task Operations_SpeakBothLanguages_WhenDescribed()
    {
        var operations = (await DocumentAsync()).Paths.SelectMany(path => path.Value.Operations!.Values).ToArray();
        Assert.Equal(operations.Length, operations.Select(operation => operation.OperationId).Distinct(StringComparer.Ordinal).Count());
        Assert.All(operations, operation =>
        {
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}.* / [A-Z]", operation.Summary);
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", operation.Description);
            Assert.Contains("application/problem+json", operation.Responses!["400"].Content!.Keys, StringComparer.Ordinal);
            Assert.All(operation.Parameters!, parameter => Assert.False(string.IsNullOrWhiteSpace(parameter.Description), $"{operation.OperationId}: {parameter.Name}"));
        });
    }

    [Fact]
    public async Task Document_NamesParametersAndBodies_WhenAnOperationTakesThem()
    {
        var document = await DocumentAsync();
        var find = document.Paths["/api/v1/deadlines"].Operations![HttpMethod.Get];
        Assert.Equal(["jurisdiction", "unit", "obligation", "status", "from", "to", "offset", "limit"], find.Parameters!.Select(parameter => parameter.Name!).ToArray());
        Assert.Equal("date", find.Parameters!.Single(parameter => parameter.Name is "from").Schema!.Format);
        var submit = document.Paths["/api/v1/deadlines/{folder}/{obligation}/{unit}/{period}/submissions"].Operations![HttpMethod.Post];
        Assert.Equal(["application/json", "multipart/form-data"], submit.RequestBody!.Content!.Keys.ToArray());
        Assert.Contains("201", submit.Responses!.Keys, StringComparer.Ordinal);
        Assert.False(string.IsNullOrWhiteSpace(document.Components!.Schemas!["DeadlineView"].Properties!["dueOn"].Description));
    }

    private async Task<OpenApiDocument> DocumentAsync() => OpenApiDocument.Parse(await server.Client.GetStringAsync("/openapi/v1.json"), "json").Document!;

    [GeneratedRegex(":[a-z]+}", RegexOptions.None, 1000)]
    private static partial Regex Constraint();
}
