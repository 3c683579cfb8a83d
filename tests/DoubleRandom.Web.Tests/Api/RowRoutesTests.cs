using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace DoubleRandom.Web.Tests.Api;

public class RowRoutesTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Root = "/api/v1/jurisdictions/pengyang/directories";
    private const string Csv = "text/csv";
    private const string A = "91640425MA0000001E";
    private const string B = "91640425MA0000002H";
    private const string C = "91640425MA0000003L";

    [Fact]
    public async Task Targets_AreFoundByEachFilter_AndTurnedByPage()
    {
        await UpdateAsync("targets", $"code,name,area,industry,creditRiskClass,subdirectories\n{A},彭阳县兴旺餐饮店,640425101,6210,C,重点\n{B},彭阳县KFC餐厅,640425102,H62,A,\n{C},平安药房,640425101,5251,D,药品;重点\n");

        Assert.Equal([A, B], await CodesAsync("text=彭阳"));
        Assert.Equal([B], await CodesAsync("text=kfc"));
        Assert.Equal([A, C], await CodesAsync("area=640425101"));
        Assert.Equal([A], await CodesAsync("industry=62"));
        Assert.Equal([C], await CodesAsync("class=D"));
        Assert.Equal([A, C], await CodesAsync("group=重点"));
        Assert.Equal([C], await CodesAsync("code=91640425MA0000003"));
        Assert.Equal([A], await CodesAsync("group=重点&class=C&text=餐饮&area=640425"));
        Assert.Empty(await CodesAsync("text=阳彭"));
        var first = await GetAsync("/targets/rows?limit=2");
        Assert.Equal(B, first.Text("next"));
        Assert.Equal([C], await CodesAsync("limit=2&after=" + B));
        Assert.Equal(["parameter-wrong"], (await GetAsync("/targets/rows?text=店", HttpStatusCode.BadRequest)).Codes());
    }

    [Fact]
    public async Task Inspectors_ShowNoPerson_OnAnyList()
    {
        await UpdateAsync("inspectors", "id,personName,unit,credential,credentialTo,tags\nPY-001,张三丰,education,ZJ-640425-001,2027-12-31,食品\nEX-01,李四光,police,,,\n".Replace("EX-01,李四光,police,,,", "EX-01,李四光,police,X,2027-01-01,", StringComparison.Ordinal));
        var list = (await GetAsync("/inspectors/rows")).GetRawText();
        var all = (await GetAsync("")).GetRawText();
        foreach (var personal in new[] { "张三丰", "李四光", "ZJ-640425-001" })
        {
            Assert.DoesNotContain(personal, list, StringComparison.Ordinal);
            Assert.DoesNotContain(personal, all, StringComparison.Ordinal);
        }

        Assert.Contains("PY-001", list, StringComparison.Ordinal);
        Assert.Equal("张三丰", (await GetAsync("/inspectors/rows/PY-001")).List("versions").Single().GetProperty("values").Text("personName"));
    }

    [Fact]
    public async Task Items_HaveTheirHistory_AndComeOutAsTheyWentIn()
    {
        const string file = "事项编号,事项名称,检查主体,检查依据,抽查比例\nSC-1,食品检查,education,食品安全法 110,5%\n";
        Assert.Equal(1, (await UpdateAsync("items", file)).Number("added"));
        Assert.Equal(1, (await UpdateAsync("items", file.Replace("5%", "10%", StringComparison.Ordinal))).Number("changed"));

        var row = await GetAsync("/items/rows/SC-1");
        Assert.Equal([10, 5], row.List("versions").Select(version => version.GetProperty("values").GetProperty("ratio").GetInt32()));
        foreach (var format in new[] { "csv", "xlsx" })
        {
            using var response = await server.Client.GetAsync($"{Root}/items/file?format={format}&asOf=2999-01-01");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.EndsWith($"-items-2999-01-01.{format}", response.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
            var again = await SendAsync("items", await response.Content.ReadAsByteArrayAsync(), "preview=true", response.Content.Headers.ContentType!.MediaType!);
            Assert.Equal((0, 0, 1), (again.Number("added"), again.Number("changed"), again.Number("same")));
        }
    }

    [Fact]
    public async Task Update_NamesEveryLine_WhenAnyIsWrong()
    {
        var problem = await SendAsync("targets", Encoding.UTF8.GetBytes($"code,name\n{A.ToLowerInvariant()},甲\n{B},\n"), "", Csv, HttpStatusCode.UnprocessableEntity);
        Assert.Equal([$"2:code:{A.ToLowerInvariant()}", "3:name:"], problem.List("errors").Select(error => error.Text("subject")), StringComparer.Ordinal);
        Assert.Contains(A, problem.List("errors").First().GetProperty("remedy").Text("en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_IsRefused_WhenItIsWrong()
    {
        var file = Encoding.UTF8.GetBytes($"code,name\n{A},甲\n");
        Assert.Equal(["directory-unknown"], (await GetAsync("/people/rows", HttpStatusCode.NotFound)).Codes());
        Assert.Equal(["row-unknown"], (await GetAsync("/targets/rows/X", HttpStatusCode.NotFound)).Codes());
        Assert.Equal(["person-missing"], (await SendAsync("targets", file, "", Csv, HttpStatusCode.UnprocessableEntity, by: "")).Codes());
        Assert.Equal(["parameter-wrong"], (await SendAsync("targets", file, "preview=yes", Csv, HttpStatusCode.BadRequest)).Codes());
        await SendAsync("targets", file, "", "text/plain", HttpStatusCode.UnsupportedMediaType);
        Assert.Equal(["directory-empty"], (await SendAsync("targets", [], "", Csv, HttpStatusCode.UnprocessableEntity)).Codes());
    }

    private async Task<string[]> CodesAsync(string query) => [.. (await GetAsync("/targets/rows?" + query)).List("rows").Select(row => row.Text("code"))];

    private async Task<JsonElement> GetAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await server.Client.GetAsync(Root + address);
        return await ApiServer.BodyAsync(response, expected);
    }

    private Task<JsonElement> UpdateAsync(string directory, string file) => SendAsync(directory, Encoding.UTF8.GetBytes(file), "", Csv);

    private async Task<JsonElement> SendAsync(string directory, byte[] file, string query, string type, HttpStatusCode expected = HttpStatusCode.OK, string by = "海某")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Root}/{directory}/updates?{query}") { Content = new ByteArrayContent(file) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        request.Headers.Add("Acting-Person", Uri.EscapeDataString(by));
        using var response = await server.Client.SendAsync(request);
        return await ApiServer.BodyAsync(response, expected);
    }
}
