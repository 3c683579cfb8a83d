using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DoubleRandom.Tests.Shared;

namespace DoubleRandom.Web.Tests.Api.Workflows;

/// <summary>The real server with a database of its own and the sample county, in which a joint check of tests/cases/web can be run.</summary>
public sealed class WorkflowServer : IAsyncLifetime
{
    public const string Workflow = "/api/v1/jurisdictions/sample/workflows/joint";

    private readonly string _root = Directory.CreateTempSubdirectory("doublerandom-workflows-").FullName;
    private RunningServer? _server;
    private static int _subjects;

    public HttpClient Client { get; private set; } = new();

    public string ConnectionString { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var cases = Path.Combine(Pages.Repository.Root, "tests", "cases");
        Copy(Path.Combine(cases, "packs", "_sample"));
        Copy(Path.Combine(cases, "web"));
        ConnectionString = await PostgresFixture.CreateDatabaseAsync();
        _server = await Server.BuildAsync(new() { Port = 0, PacksRoot = _root, Database = ConnectionString, DataFolder = "" }, CancellationToken.None);
        await _server.App.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(_server.Url), Timeout = TimeSpan.FromSeconds(60) };
        await ApiServer.UntilAsync(async () => (await Client.GetStringAsync("/api/v1/jurisdictions")).Contains("640499-sample", StringComparison.Ordinal) && await HasAsync("joint"));
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _server!.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    /// <summary>Replaces a text in the workflow, and waits until the new version runs.</summary>
    public async Task EditAsync(string old, string @new)
    {
        var (file, before) = (Path.Combine(_root, "workflows", "640499-sample", "joint.workflow.json"), (await GetAsync(Workflow)).Text("version"));
        var text = await File.ReadAllTextAsync(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text.Replace(old, @new, StringComparison.Ordinal));
        await ApiServer.UntilAsync(async () => !string.Equals((await GetAsync(Workflow)).Text("version"), before, StringComparison.Ordinal));
    }

    public async Task<JsonElement> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(path);
        return await ApiServer.BodyAsync(response, expected);
    }

    public async Task<JsonElement> PostAsync(string path, object body, HttpStatusCode expected = HttpStatusCode.OK, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await Client.SendAsync(request);
        return await ApiServer.BodyAsync(response, expected);
    }

    /// <summary>A new joint check of both units, at its first step; the receipt.</summary>
    public Task<JsonElement> StartAsync(string? subject = null) => PostAsync(
        Workflow + "/instances", new { by = "王办", byUnit = "bureau", subject = subject ?? $"T-{Interlocked.Increment(ref _subjects)}", lists = new { participants = new[] { "police" } } }, HttpStatusCode.Created);

    /// <summary>A joint check that waits for the police to accept.</summary>
    public async Task<JsonElement> DispatchedAsync() => await FinishAsync(await StartAsync(), "plan", new { content = new { title = "方案", targets = 3 } });

    /// <summary>Finishes the open task of a step by its owner's word; the receipt.</summary>
    public async Task<JsonElement> FinishAsync(JsonElement receipt, string step, object? more = null, string verb = "complete", string unit = "bureau") =>
        await PostAsync($"{await TaskAsync(receipt, step)}/{verb}", Said(receipt, more, unit));

    /// <summary>The address of the open task of a step.</summary>
    public async Task<string> TaskAsync(JsonElement receipt, string step)
    {
        var tasks = (await GetAsync(Instance(receipt))).List("tasks").Where(task => string.Equals(task.Text("step"), step, StringComparison.Ordinal) && task.GetProperty("closedAt").ValueKind == JsonValueKind.Null);
        return $"{Instance(receipt)}/tasks/{Assert.Single(tasks).Number("run")}";
    }

    public static string Instance(JsonElement receipt) => $"/api/v1/workflow-instances/{receipt.Number("instance")}";

    /// <summary>A command's body: who, for which unit, having seen which version, and what else it says.</summary>
    public static IDictionary<string, object?> Said(JsonElement receipt, object? more = null, string unit = "bureau", long? version = null)
    {
        var body = new Dictionary<string, object?>(StringComparer.Ordinal) { ["by"] = unit is "bureau" ? "王办" : "李警", ["byUnit"] = unit, ["version"] = version ?? receipt.Number("version") };
        foreach (var property in more?.GetType().GetProperties() ?? [])
            body[property.Name] = property.GetValue(more);
        return body;
    }

    private async Task<bool> HasAsync(string workflow)
    {
        using var response = await Client.GetAsync($"/api/v1/jurisdictions/sample/workflows/{workflow}");
        return response.IsSuccessStatusCode;
    }

    private void Copy(string from)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_root, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
