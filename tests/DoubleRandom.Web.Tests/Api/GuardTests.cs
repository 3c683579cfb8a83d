using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DoubleRandom.Web.Api.Guards;
using DoubleRandom.Web.Api.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace DoubleRandom.Web.Tests.Api;

public class GuardTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.168.1.10")]
    [InlineData("::")]
    [InlineData("county.example")]
    public async Task Build_RefusesTheAddress_WhenItIsNotLoopback(string address)
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => Server.BuildAsync(new() { Address = address, PacksRoot = ".", DataFolder = "" }, CancellationToken.None));
        Assert.Contains(address, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.8.9.1", true)]
    [InlineData("[::1]", true)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("127.0.0.1.evil.example", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("", false)]
    public void IsLoopback_TellsNames_WhenAsked(string host, bool loopback) => Assert.Equal(loopback, LoopbackHostGuard.IsLoopback(host));

    [Theory]
    [InlineData("/api/v1/jurisdictions")]
    [InlineData("/metrics")]
    [InlineData("/anything")]
    public async Task Host_IsRefused_WhenItIsNotThisMachine(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "rebound.example" } };
        using var response = await server.Client.SendAsync(request);
        await ApiServer.BodyAsync(response, HttpStatusCode.MisdirectedRequest);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-origin", 422)]
    [InlineData("Sec-Fetch-Site", "none", 422)]
    [InlineData("Origin", "http://evil.example", 403)]
    [InlineData("Origin", "http://localhost:1", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("Origin", "own", 422)]
    public async Task Change_IsRefused_WhenAnotherOriginAsks(string header, string value, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/submissions/1/accept") { Content = JsonContent.Create(new { by = "" }) };
        request.Headers.Add(header, value is "own" ? server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) : value);
        using var response = await server.Client.SendAsync(request);
        // What passes the guard is refused by the use case: there is no submission 1.
        await ApiServer.BodyAsync(response, status == 403 ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(null, "没有找到", "zh-CN")]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "没有找到", "zh-CN")]
    [InlineData("en-GB,en;q=0.9", "Not found", "en")]
    [InlineData("fr, en;q=0.5, zh;q=0.4", "Not found", "en")]
    [InlineData("zh;q=0.4, en;q=0.3", "没有找到", "zh-CN")]
    [InlineData("fr", "没有找到", "zh-CN")]
    public async Task Problem_IsInTheReadersLanguage_WhenAsked(string? accept, string title, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/nothing");
        if (accept is not null)
            request.Headers.Add("Accept-Language", accept);
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(title, (await ApiServer.BodyAsync(response, HttpStatusCode.NotFound)).Text("title"));
        Assert.Equal(language, response.Content.Headers.ContentLanguage.Single());
    }

    [Fact]
    public async Task Method_IsRefused_WhenTheAddressDoesNotTakeIt()
    {
        using var response = await server.Client.DeleteAsync("/api/v1/jurisdictions");
        await ApiServer.BodyAsync(response, HttpStatusCode.MethodNotAllowed);
        Assert.Equal(["GET"], response.Content.Headers.Allow.ToArray());
    }

    [Fact]
    public async Task ProblemKind_IsDescribed_WhenItsTypeIsFollowed()
    {
        var problem = await server.GetAsync("/api/v1/nothing", HttpStatusCode.NotFound);
        Assert.Equal(404, (await server.GetAsync(problem.Text("type"))).Number("status"));
        await server.GetAsync("/problems/none", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Failure_ShowsNothingOfTheInside_WhenUnexpected()
    {
        var http = new DefaultHttpContext { Request = { Path = "/api/v1/jurisdictions" }, Response = { Body = new MemoryStream() } };
        await new FailureGuard(_ => throw new InvalidOperationException("secret table name"), NullLogger<FailureGuard>.Instance).InvokeAsync(http);
        Assert.Equal(500, http.Response.StatusCode);
        http.Response.Body.Position = 0;
        using var reader = new StreamReader(http.Response.Body);
        var body = await reader.ReadToEndAsync();
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
        Assert.NotEmpty(JsonElement.Parse(body).Text("traceId"));
    }
}
