using System.Diagnostics;
using System.Text;

namespace DoubleRandom.Service.Tests;

/// <summary>
/// A Python script beside the tests, run by the system's interpreter, because that is the one Debian installs its python3-* packages for. The scripts
/// end when their standard input closes, so that none outlives the tests.
/// </summary>
internal sealed class PythonProgram : IAsyncDisposable
{
    public PythonProgram(string script, params string[] arguments)
    {
        ProcessStartInfo start = new("/usr/bin/python3", [System.IO.Path.Combine(AppContext.BaseDirectory, script), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public async Task<string> ReadLineAsync()
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(20));
        return await _process.StandardOutput.ReadLineAsync(limit.Token)
            ?? throw new InvalidOperationException("the script ended: " + await _errors);
    }

    public async Task<string> AnswerAsync(string input)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(20));
        await _process.StandardInput.WriteAsync(input.AsMemory(), limit.Token);
        _process.StandardInput.Close();
        string answer = await _process.StandardOutput.ReadToEndAsync(limit.Token);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode == 0 ? answer : throw new InvalidOperationException(await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(5));
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private readonly Process _process;
    private readonly Task<string> _errors;
}
