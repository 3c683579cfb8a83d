using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DoubleRandom.Core.Publication;
using DoubleRandom.Store;
using DoubleRandom.Store.Publication;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DoubleRandom.Web.Tests.Api.Exchanges;

/// <summary>Pengyang's results on their way to Ningxia's platform.</summary>
public class ProfileRoutesTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Root = "/api/v1/jurisdictions/pengyang/exchange";
    private const string One = Root + "/provincial-results";
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    [Fact]
    public async Task Profiles_SayWhatTheyHoldAndThatItIsLocal()
    {
        using var response = await server.Client.GetAsync(Root);
        var profile = (await ApiServer.BodyAsync(response, HttpStatusCode.OK)).EnumerateArray().Single();
        Assert.Equal(("provincial-results", "csv", "gb18030", true), (profile.Text("id"), profile.Text("format"), profile.Text("encoding"), profile.GetProperty("takesReceipts").GetBoolean()));
        Assert.Contains("统一社会信用代码", profile.List("columns").Select(column => column.GetString()), StringComparer.Ordinal);
        Assert.Contains("宁夏", profile.GetProperty("local").Text("zh"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_GoOutAndComeBack_Once()
    {
        await PublishAsync();
        var bytes = await server.Client.GetByteArrayAsync(One + "/file");
        var lines = Gb18030.GetString(bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("记录编号,统一社会信用代码,", lines[0], StringComparison.Ordinal);
        Assert.Contains(",县市场监管局,公示信息,2024-09-20,未发现问题,", lines[1], StringComparison.Ordinal);
        var receipt = Gb18030.GetBytes($"{lines[0]},接收状态,平台编号\n{lines[1]},导入成功,NX-1\n");
        var first = await SendAsync(receipt);
        Assert.Equal((1, 0), (first.Number("taken"), first.Number("known")));
        var again = await SendAsync(receipt);
        Assert.Equal((0, 1), (again.Number("taken"), again.Number("known")));
        Assert.Single(Gb18030.GetString(await server.Client.GetByteArrayAsync(One + "/file")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(["exchange-row-unknown"], (await SendAsync(Gb18030.GetBytes($"{lines[0]},接收状态,平台编号\nX{lines[1]},导入成功,NX-1\n"), expected: HttpStatusCode.UnprocessableEntity)).Codes());
    }

    [Fact]
    public async Task Request_IsRefused_WhenItIsWrong()
    {
        Assert.Equal(["exchange-unknown"], (await GetAsync(Root + "/nowhere/file", HttpStatusCode.NotFound)).Codes());
        Assert.Equal(["parameter-wrong"], (await GetAsync(One + "/file?since=soon", HttpStatusCode.BadRequest)).Codes());
        Assert.Equal(["person-missing"], (await SendAsync([1], by: "", expected: HttpStatusCode.UnprocessableEntity)).Codes());
        Assert.Equal(["exchange-column-missing", "exchange-column-missing", "exchange-column-missing", "exchange-column-missing"], (await SendAsync("a,b\n1,2\n"u8.ToArray(), expected: HttpStatusCode.UnprocessableEntity)).Codes());
    }

    private Task<bool> PublishAsync()
    {
        const string body = """{"task":"18","target":{"code":"91640425MA0000001E","name":"兴旺餐饮店"},"inspectedOn":"2024-09-20","lead":"market-regulation","departments":[{"unit":"market-regulation","items":[{"item":"公示信息","category":"no-problem"}]}],"category":"no-problem"}""";
        return server.Services.GetRequiredService<NpgsqlDataSource>().InTransactionAsync(
            async connection =>
            {
                var statement = new Statement(StatementKind.Result, "task-18/91640425MA0000001E", StatementAct.Publish, "兴旺餐饮店 检查结果", body, new(2024, 9, 25), "market-regulation");
                await PublicLedger.AppendAsync(connection, ApiServer.Folder, statement, new Dictionary<string, byte[]>(StringComparer.Ordinal), server.Now, default);
                return true;
            },
            default);
    }

    private async Task<JsonElement> GetAsync(string address, HttpStatusCode expected)
    {
        using var response = await server.Client.GetAsync(address);
        return await ApiServer.BodyAsync(response, expected);
    }

    private async Task<JsonElement> SendAsync(byte[] file, string by = "马科", HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, One + "/receipts?unit=market-regulation") { Content = new ByteArrayContent(file) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        request.Headers.Add("Acting-Person", Uri.EscapeDataString(by));
        using var response = await server.Client.SendAsync(request);
        return await ApiServer.BodyAsync(response, expected);
    }
}
