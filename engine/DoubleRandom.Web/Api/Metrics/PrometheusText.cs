using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using DoubleRandom.Service.Telemetry;

namespace DoubleRandom.Web.Api.Metrics;

/// <summary>Listens to the engine's instruments, the runtime's and the database driver's, and writes them in the Prometheus text format (0.0.4).</summary>
internal sealed class PrometheusText : IDisposable
{
    private static readonly string[] Others = ["System.Runtime", "Npgsql", "Microsoft.AspNetCore.Hosting"];

    private readonly ConcurrentDictionary<Instrument, Family> _families = new();
    private readonly MeterListener _listener = new();

    public PrometheusText(EngineGauges gauges)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            var meter = instrument.Meter;
            if (meter == gauges.Meter || string.Equals(meter.Name, EngineMeter.Name, StringComparison.Ordinal) || Others.Contains(meter.Name, StringComparer.Ordinal))
                listener.EnableMeasurementEvents(instrument, _families.GetOrAdd(instrument, _ => new(instrument)));
        };
        _listener.MeasurementsCompleted = (instrument, _) => _families.TryRemove(instrument, out Family? _);
        Take<double>(value => value);
        Take<float>(value => value);
        Take<decimal>(value => (double)value);
        Take<long>(value => value);
        Take<int>(value => value);
        Take<short>(value => value);
        Take<byte>(value => value);
        _listener.Start();
    }

    /// <summary>The page as it stands now.</summary>
    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var family in _families.Values.DistinctBy(family => family.Name, StringComparer.Ordinal).OrderBy(family => family.Name, StringComparer.Ordinal))
            family.Write(text);
        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private void Take<T>(Func<T, double> toDouble)
        where T : struct => _listener.SetMeasurementEventCallback<T>((_, value, tags, state) => ((Family)state!).Take(toDouble(value), tags));
}
