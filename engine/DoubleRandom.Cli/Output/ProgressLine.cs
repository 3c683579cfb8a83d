using DoubleRandom.Cli.Line;

namespace DoubleRandom.Cli.Output;

/// <summary>One line on standard error that says how far a long work is; silent when nobody watches.</summary>
internal sealed class ProgressLine(Call call) : IProgress<int>, IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);
    private ITimer? _timer;
    private bool _isShown;

    /// <summary>Says how many lines were read.</summary>
    public void Report(int value) => Show(call.Say($"已读 {value:#,0} 行…", $"{value:#,0} lines read…"));

    /// <summary>Says that a server works, for as long as it does.</summary>
    public void Wait()
    {
        var since = call.Terminal.Clock.GetTimestamp();
        _timer = call.Terminal.Clock.CreateTimer(_ => Show(Waited((int)call.Terminal.Clock.GetElapsedTime(since).TotalSeconds)), null, Beat, Beat);
    }

    public void Dispose()
    {
        _timer?.Dispose();
        if (_isShown)
            call.Terminal.Error.Write("\r\u001b[K");
    }

    private string Waited(int seconds) => call.Say($"服务器处理中… {seconds} 秒", $"the server is at work… {seconds} s");

    private void Show(string text)
    {
        if (!call.Terminal.ErrorIsWatched)
            return;
        _isShown = true;
        call.Terminal.Error.Write("\r\u001b[K" + text);
    }
}
