using System.Globalization;
using System.Text.Json;

namespace DoubleRandom.Service.Tests.Channels;

/// <summary>The mail server of smtp_server.py (Debian's python3-aiosmtpd) as a process of its own.</summary>
internal sealed class SmtpServerProcess : IAsyncDisposable
{
    private SmtpServerProcess(PythonProgram program, int port) => (_program, Port) = (program, port);

    public int Port { get; }

    public static async Task<SmtpServerProcess> StartAsync(string mode, TestCertificate? certificate = null)
    {
        PythonProgram program = new("Channels/smtp_server.py", certificate is null ? [mode] : [mode, certificate.CertificateFile, certificate.KeyFile]);
        return new(program, int.Parse(await program.ReadLineAsync(), CultureInfo.InvariantCulture));
    }

    public async Task<JsonElement> ReceivedAsync() => JsonSerializer.Deserialize<JsonElement>(await _program.ReadLineAsync());

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    private readonly PythonProgram _program;
}
