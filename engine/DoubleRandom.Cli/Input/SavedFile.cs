using DoubleRandom.Cli.Line;

namespace DoubleRandom.Cli.Input;

/// <summary>A file that a running server makes and a command saves.</summary>
internal static class SavedFile
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    /// <summary>Fetches it and writes it where the option says; a command that is stopped leaves what was there before.</summary>
    public static async Task WriteAsync(Call call, RunningEngine engine, string address, string option, CancellationToken cancel)
    {
        var path = Path.GetFullPath(call.Needed(option), call.Terminal.Folder);
        var half = path + ".part";
        try
        {
            await using (var file = File.Create(half))
            using (var request = new HttpRequestMessage(HttpMethod.Get, address))
                await engine.DownloadAsync(request, Long, file, cancel);
            File.Move(half, path, overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }

        call.Terminal.Error.WriteLine(call.Say($"已写入 {path}", $"written to {path}"));
    }
}
