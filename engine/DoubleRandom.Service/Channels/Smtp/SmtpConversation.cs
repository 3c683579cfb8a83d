using System.Text;

namespace DoubleRandom.Service.Channels.Smtp;

/// <summary>The line-by-line talk of RFC 5321 over a stream that may be exchanged for its TLS form midway.</summary>
internal sealed class SmtpConversation(Stream plain) : IAsyncDisposable
{
    /// <summary>How far the talk has come, for the words of a failure.</summary>
    public SmtpStage Stage { get; private set; } = SmtpStage.Greeting;

    /// <summary>Reads the next answer and insists on its code.</summary>
    /// <exception cref="SmtpReplyException">The answer has another code.</exception>
    /// <exception cref="IOException">The line broke or carries something that is not SMTP.</exception>
    public async Task<SmtpReply> ExpectAsync(SmtpStage stage, int code, CancellationToken cancellationToken)
    {
        Stage = stage;
        SmtpReply reply = await ReadReplyAsync(cancellationToken);
        // 251 "user not local, will forward" is a yes to RCPT.
        return reply.Code == code || (code == 250 && reply.Code == 251) ? reply : throw new SmtpReplyException(stage, reply);
    }

    /// <summary>Sends one command line and insists on the code of its answer.</summary>
    public async Task<SmtpReply> CommandAsync(SmtpStage stage, string command, int code, CancellationToken cancellationToken)
    {
        Stage = stage;
        await SendAsync(Encoding.ASCII.GetBytes(command + "\r\n"), cancellationToken);
        return await ExpectAsync(stage, code, cancellationToken);
    }

    /// <summary>Writes bytes as they are.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(bytes, cancellationToken);
        await _stream.FlushAsync(cancellationToken);
    }

    /// <summary>Exchanges the stream for its protected form; <paramref name="protect"/> owns the old one from then on.</summary>
    /// <exception cref="IOException">Plain bytes were already waiting: somebody on the way slipped in an answer.</exception>
    public async Task ProtectAsync(Func<Stream, Task<Stream>> protect)
    {
        if (_start != _end)
            throw new IOException("bytes before the TLS handshake");
        _stream = await protect(_stream);
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async Task<SmtpReply> ReadReplyAsync(CancellationToken cancellationToken)
    {
        List<string> lines = [];
        while (lines.Count < MostLines)
        {
            string line = await ReadLineAsync(cancellationToken);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int code))
                throw new IOException($"not an SMTP answer: {line}");
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-')
                return new(code, lines);
        }

        throw new IOException("an SMTP answer without end");
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        List<byte> line = [];
        while (line.Count < LongestLine)
        {
            if (_start == _end)
                await FillAsync(cancellationToken);
            byte next = _buffer[_start++];
            if (next == '\n')
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(next);
        }

        throw new IOException("an SMTP answer line without end");
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        (_start, _end) = (0, await _stream.ReadAsync(_buffer, cancellationToken));
        if (_end == 0)
            throw new IOException("the mail server closed the connection");
    }

    private Stream _stream = plain;
    private readonly byte[] _buffer = new byte[4096];
    private int _start;
    private int _end;
    private const int MostLines = 100;
    private const int LongestLine = 2048;
}
