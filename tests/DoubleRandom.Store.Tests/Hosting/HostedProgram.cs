using System.Diagnostics;

namespace DoubleRandom.Store.Tests.Hosting;

/// <summary>A running <see cref="HostProgram"/>, seen from the test that started it.</summary>
internal sealed class HostedProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private HostedProgram(Process process) => _process = process;

    public int Id => _process.Id;

    public static HostedProgram Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(HostProgram).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return new HostedProgram(Process.Start(start)!);
    }

    /// <summary>Reads lines until one begins with the word, and returns the rest of that line.</summary>
    public async Task<string> ReadAsync(string word)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith(word + " ", StringComparison.Ordinal))
                return line[(word.Length + 1)..];
        }

        throw new InvalidOperationException($"The program ended without saying '{word}'.");
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>What the program still had to say when it was killed.</summary>
    public async Task<IReadOnlyList<string>> RemainingAsync() =>
        (await _process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Lets the program end by itself.</summary>
    public async Task EndAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        var drain = _process.StandardOutput.ReadToEndAsync(patience.Token);
        await _process.WaitForExitAsync(patience.Token);
        await drain;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
