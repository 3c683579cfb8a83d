using System.Net;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Directories;
using DoubleRandom.Web.Api.Problems;

namespace DoubleRandom.Cli.Input;

/// <summary>The directories of inspection of a running server.</summary>
internal static class ServerDirectories
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A million lines take minutes.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(30);

    /// <summary>Has the server update a directory from a file.</summary>
    public static async Task<UpdateReport> UpdateAsync(this RunningEngine engine, Pack pack, UpdateOrder order, Stream file, CancellationToken cancel)
    {
        var address = $"/api/v1/jurisdictions/{pack.Jurisdiction.Folder}/directories/{order.Directory}/updates?preview={Word(order.IsPreview)}&closeMissing={Word(order.ClosesMissing)}";
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StreamContent(file) };
        request.Content.Headers.ContentType = new(await IsWorkbookAsync(file, cancel) ? Xlsx : "text/csv");
        request.Headers.Add("Acting-Person", Uri.EscapeDataString(order.By));
        var answer = await engine.SendAsync(request, Long, cancel);
        if (answer.IsDone)
            return answer.As<UpdateReport>() with { Faults = [] };
        // About the file, or another import is at work; everything else is not for the one who keeps the file.
        return answer.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict
            ? UpdateReport.Refused(pack.Jurisdiction.Folder, order, null, 0, [.. answer.As<ProblemDocument>().Errors.Select(RunningEngine.Fault)])
            : throw new RefusedException(answer);
    }

    /// <summary>Writes a directory of the server to a stream.</summary>
    public static async Task ExportAsync(this RunningEngine engine, Pack pack, string directory, string format, DateOnly? asOf, bool english, Stream output, CancellationToken cancel)
    {
        var address = $"/api/v1/jurisdictions/{pack.Jurisdiction.Folder}/directories/{directory}/file?format={format}&lang={(english ? "en" : "zh")}{(asOf is { } on ? "&asOf=" + on.Iso() : "")}";
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        await engine.DownloadAsync(request, Long, output, cancel);
    }

    private static string Word(bool yes) => yes ? "true" : "false";

    private static async Task<bool> IsWorkbookAsync(Stream file, CancellationToken cancel)
    {
        var first = new byte[2];
        var length = await file.ReadAtLeastAsync(first, 2, throwOnEndOfStream: false, cancel);
        file.Position = 0;
        return length == 2 && first is [(byte)'P', (byte)'K'];
    }
}
