using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DoubleRandom.Tests.Shared;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DoubleRandom.Web.Tests.Api;

/// <summary>The real server on a free port with a database of its own and a copy of Pengyang's pack, on the morning of 26 September 2024.</summary>
public class ApiServer : IAsyncLifetime
{
    public const string Folder = "640425-pengyang";

    private readonly string _root = Directory.CreateTempSubdirectory("doublerandom-api-").FullName;
    private RunningServer? _server;
    private static volatile string _lastAnswer = "none";

    public HttpClient Client { get; private set; } = new();

    public string ConnectionString { get; private set; } = "";

    public IServiceProvider Services => _server!.App.Services;

    public RunningServer Running => _server!;

    /// <summary>How many times faster than life the server's clock runs.</summary>
    protected virtual double Speed => 1;

    public DateTimeOffset Now => Services.GetRequiredService<TimeProvider>().GetUtcNow();

    public string PackFile(string name) => Path.Combine(_root, "workflows", Folder, name);

    public async Task InitializeAsync()
    {
        var repository = Repository(AppContext.BaseDirectory);
        foreach (var folder in new[] { "workflows", "rules" }.SelectMany(room => Directory.EnumerateDirectories(Path.Combine(repository, room))).Where(IsNeeded))
            Copy(folder, Path.Combine(_root, Path.GetRelativePath(repository, folder)));
        ConnectionString = await PostgresFixture.CreateDatabaseAsync();
        _server = await Server.BuildAsync(
            new() { Port = 0, PacksRoot = _root, Database = ConnectionString, DataFolder = "", Clock = new(2024, 9, 26), Speed = Speed }, CancellationToken.None);
        await _server.App.StartAsync();
        var address = _server.App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(60) };
        await UntilAsync(async () => await AnswersAsync("/health/ready") && await AnswersAsync($"/api/v1/jurisdictions/{Folder}/units"));
    }
    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _server!.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    public async Task<JsonElement> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(path);
        return await BodyAsync(response, expected);
    }

    public async Task<JsonElement> PostAsync(string path, object body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Client.PostAsJsonAsync(path, body);
        return await BodyAsync(response, expected);
    }

    public async Task<JsonElement> PostTextAsync(string path, string json, HttpStatusCode expected)
    {
        using var response = await Client.PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"));
        return await BodyAsync(response, expected);
    }

    public static async Task<JsonElement> BodyAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode} instead of {(int)expected}: {text}");
        if ((int)expected >= 400)
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return JsonElement.Parse(text);
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var until = DateTime.UtcNow.AddSeconds(30);
        while (!await isSo())
        {
            Assert.True(DateTime.UtcNow < until, $"Not so within a minute; the last answer was {_lastAnswer}");
            await Task.Delay(100);
        }
    }

    private async Task<bool> AnswersAsync(string path)
    {
        using var response = await Client.GetAsync(path);
        _lastAnswer = $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
        Assert.True((int)response.StatusCode != 500, _lastAnswer);
        return response.IsSuccessStatusCode;
    }

    private static string Repository(string folder) => File.Exists(Path.Combine(folder, "DoubleRandom.sln")) ? folder : Repository(Path.GetDirectoryName(folder)!);

    /// <summary>The county, what every county stands on, and the calendars.</summary>
    private static bool IsNeeded(string folder) => Path.GetFileName(folder) is Folder or "calendars" or ['_', ..];

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
