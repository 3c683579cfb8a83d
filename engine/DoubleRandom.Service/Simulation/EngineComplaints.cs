using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DoubleRandom.Service.Simulation;

/// <summary>Hears every warning and error that the engine logs: in a simulation none is expected.</summary>
internal sealed class EngineComplaints : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _heard = new();

    /// <summary>What was logged since the last time this was asked.</summary>
    public IEnumerable<string> Take()
    {
        while (_heard.TryDequeue(out var text))
            yield return text;
    }

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc />
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc />
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    /// <inheritdoc />
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            _heard.Enqueue(exception is null ? formatter(state, exception) : $"{formatter(state, exception)} {exception.GetType().Name}: {exception.Message}");
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
