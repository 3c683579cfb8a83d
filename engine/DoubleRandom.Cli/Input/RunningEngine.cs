using System.Globalization;
using System.Net;
using System.Text.Json;
using DoubleRandom.Cli.Line;
using DoubleRandom.Core;
using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Store.Cluster;
using DoubleRandom.Web;
using DoubleRandom.Web.Api.Problems;

namespace DoubleRandom.Cli.Input;

/// <summary>A server that runs on this machine and holds the data: what a command would do to them is asked of it.</summary>
internal sealed class RunningEngine(Uri address)
{
    /// <summary>The option that names a server.</summary>
    public const string ServerOption = "--server";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Where it answers.</summary>
    public Uri Address => address;

    public static Setting ServerOf(Bilingual about) => new(ServerOption, "URL", about);

    /// <summary>The server that was named. Until sign-in exists, servers answer on their own machine only.</summary>
    public static RunningEngine Named(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" && Server.IsLoopback(uri.DnsSafeHost)
        ? new(uri)
        : throw new UsageException(new($"“{text}”不是本机服务器的地址", $"\"{text}\" is no address of a server on this machine"), new("写成 http://127.0.0.1:5080", "write it like http://127.0.0.1:5080"));

    /// <summary>The server that a command means: the one it names, else the one that holds the data folder.</summary>
    public static RunningEngine Of(Call call)
    {
        if (call.Text(ServerOption) is { } named)
            return Named(named);
        var folder = DataPlace.Of(call).Folder;
        return FolderHolder.AddressOf(folder) is { } address
            ? new(address)
            : throw new UsageException(
                new($"没有服务器在使用 {folder}", $"no server is using {folder}"), new($"先运行 doublerandom serve，或用 {ServerOption} 写明地址", $"run doublerandom serve first, or name its address with {ServerOption}"));
    }

    /// <summary>Asks for something, or gives something to do; its word back.</summary>
    /// <exception cref="RefusedException">It was refused.</exception>
    public async Task<EngineAnswer> AskAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        var answer = await SendAsync(request, Patience, cancel);
        return answer.IsDone ? answer : throw new RefusedException(answer);
    }

    /// <summary>Has the server import a directory file.</summary>
    public async Task<DirectoryAnswer> ImportAsync(Pack pack, ReadOnlyMemory<byte> file, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/directory?jurisdiction={pack.Jurisdiction.Folder}") { Content = new ReadOnlyMemoryContent(file) };
        request.Content.Headers.ContentType = new("text/csv");
        request.Headers.Add("Acting-Person", "import directory");
        var answer = await SendAsync(request, Patience, cancel);
        return Read(answer);
    }

    /// <summary>Asks, and waits for as long as is said; whatever the answer is comes back.</summary>
    public Task<EngineAnswer> SendAsync(HttpRequestMessage request, TimeSpan patience, CancellationToken cancel) =>
        SendAsync(request, patience, async response => EngineAnswer.Of(response, await response.Content.ReadAsStringAsync(cancel)), cancel);

    /// <summary>Asks for a file and writes it out as it comes.</summary>
    /// <exception cref="RefusedException">It was refused.</exception>
    public Task<int> DownloadAsync(HttpRequestMessage request, TimeSpan patience, Stream output, CancellationToken cancel) => SendAsync(
        request, patience,
        async response =>
        {
            if (!response.IsSuccessStatusCode)
                throw new RefusedException(EngineAnswer.Of(response, await response.Content.ReadAsStringAsync(cancel)));
            await response.Content.CopyToAsync(output, cancel);
            return (int)response.StatusCode;
        },
        cancel);

    private async Task<T> SendAsync<T>(HttpRequestMessage request, TimeSpan patience, Func<HttpResponseMessage, Task<T>> read, CancellationToken cancel)
    {
        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = address, Timeout = patience };
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            return await read(response);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            throw new UsageException(
                new($"服务器 {address} 没有正常应答（{failure.Message}）", $"the server {address} did not answer as it should ({failure.Message})"),
                new("核对它是否在运行；未确认前请勿认为已经办理", "see whether it runs; until then do not take it for done"));
        }
    }

    private static DirectoryAnswer Read(EngineAnswer answer)
    {
        if (answer.IsDone)
            return new(answer.Json.GetProperty("people").GetInt32(), answer.Json.GetProperty("encoding").GetString(), []);
        var problem = answer.As<ProblemDocument>();
        if (answer.Status == HttpStatusCode.UnprocessableEntity)
            return new(0, null, [.. problem.Errors.Select(Fault)]);
        // Not about the file: the server has no such jurisdiction, or no database.
        throw problem.Errors is [var first, ..]
            ? new UsageException(first.Problem, first.Remedy)
            : new UsageException(new($"服务器拒绝导入：{problem.Detail}", $"the server refused: {problem.Detail}"), new("稍后重试", "try again shortly"));
    }

    /// <summary>The fault of a file as the server tells it, its subject written line:column:value.</summary>
    public static DirectoryFault Fault(Refusal refusal)
    {
        var where = refusal.Subject.Split(':', 3);
        var line = int.TryParse(where[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return new(refusal.Code, line, Part(where, 1), Part(where, 2), refusal.Problem, refusal.Remedy);
    }

    private static string? Part(string[] where, int place) => where.ElementAtOrDefault(place) is { Length: > 0 } part ? part : null;
}
