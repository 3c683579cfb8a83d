using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace DoubleRandom.Web.Tests.Api;

public class DirectoryRoutesTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Address = "/api/v1/directory?jurisdiction=pengyang";
    private const string Good = "unit,name,function,email\neducation,马某,liaison,m@py.test\npolice,马某,leader,p@py.test\nmarket-regulation,海某,office,h@py.test\n";

    [Fact]
    public async Task Import_ReplacesEverybody_WhenEveryLineIsGood()
    {
        Assert.Equal(3, (await PostAsync(Encoding.UTF8.GetBytes(Good), HttpStatusCode.OK)).Number("people"));
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var again = await PostAsync(Encoding.GetEncoding("GB18030").GetBytes("单位,姓名,职能\n县教育体育局,丁某,联络员\n"), HttpStatusCode.OK);
        Assert.Equal(("640425-pengyang", 1L, "GB18030"), (again.Text("jurisdiction"), again.Number("people"), again.Text("encoding")));
        await using var source = Npgsql.NpgsqlDataSource.Create(server.ConnectionString);
        await using var command = source.CreateCommand("select string_agg(name, ',') from person");
        Assert.Equal("丁某", await command.ExecuteScalarAsync());
        await using var audit = source.CreateCommand("select actor from audit_entry where action = 'directory.imported' order by sequence desc limit 1");
        Assert.Equal("海某", await audit.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Import_NamesEveryLine_WhenAnyIsWrong()
    {
        var problem = await PostAsync(Encoding.UTF8.GetBytes("unit,name,function,email\neducation,甲,liaison,a@b.test\nomega,乙,liaison,\npolice,丙,boss,nowhere\n"), HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["3:unit:omega", "4:email:nowhere", "4:function:boss"], problem.List("errors").Select(error => error.Text("subject")).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(problem.List("errors"), error => Assert.NotEmpty(error.GetProperty("remedy").Text("zh")));
        Assert.DoesNotContain("甲", await PeopleAsync(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Import_IsRefused_WhenTheRequestIsWrong()
    {
        Assert.Equal(["person-missing"], (await PostAsync(Encoding.UTF8.GetBytes(Good), HttpStatusCode.UnprocessableEntity, by: "")).Codes());
        Assert.Equal(["jurisdiction-unknown"], (await PostAsync(Encoding.UTF8.GetBytes(Good), HttpStatusCode.BadRequest, "/api/v1/directory?jurisdiction=nowhere")).Codes());
        Assert.Equal(["parameter-missing"], (await PostAsync(Encoding.UTF8.GetBytes(Good), HttpStatusCode.BadRequest, "/api/v1/directory")).Codes());
        Assert.Equal(["directory-empty"], (await PostAsync([], HttpStatusCode.UnprocessableEntity)).Codes());
        await PostAsync(Encoding.UTF8.GetBytes(Good), HttpStatusCode.UnsupportedMediaType, type: "text/plain");
        await PostAsync(new byte[1_048_577], HttpStatusCode.RequestEntityTooLarge);
    }

    private async Task<string[]> PeopleAsync()
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(server.ConnectionString);
        await using var command = source.CreateCommand("select coalesce(array_agg(name), '{}') from person");
        return (string[])(await command.ExecuteScalarAsync())!;
    }

    private async Task<JsonElement> PostAsync(byte[] file, HttpStatusCode expected, string address = Address, string by = "海某", string type = "text/csv")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(file) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        request.Headers.Add("Acting-Person", Uri.EscapeDataString(by));
        using var response = await server.Client.SendAsync(request);
        return await ApiServer.BodyAsync(response, expected);
    }
}
