using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace DoubleRandom.Web.Api.Metrics;

/// <summary>An instrument and all its series, in Prometheus's words.</summary>
internal sealed class Family
{
    /// <summary>No instrument grows beyond this many sets of labels; what comes after is left out.</summary>
    private const int MostSeries = 1000;

    private static readonly double[] UsualBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

    private readonly ConcurrentDictionary<string, Series> _series = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<double> _bounds;
    private readonly Action<Series, double> _take;
    private readonly string _kind;
    private readonly string _description;

    public Family(Instrument instrument)
    {
        (_kind, _take) = KindOf(instrument.GetType().GetGenericTypeDefinition());
        _bounds = _kind is "histogram" ? Bounds(instrument) : [];
        Name = NameOf(instrument, _kind);
        _description = (instrument.Description ?? instrument.Name).ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal);
    }

    public string Name { get; }

    public void Take(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = Labels(tags);
        if (_series.TryGetValue(labels, out var series) || (_series.Count < MostSeries && (series = _series.GetOrAdd(labels, _ => new(labels, _bounds))) is not null))
            _take(series, value);
    }

    public void Write(StringBuilder text)
    {
        if (_series.IsEmpty)
            return;
        text.Append(CultureInfo.InvariantCulture, $"# HELP {Name} {_description}\n# TYPE {Name} {_kind}\n");
        foreach (var (_, series) in _series.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            if (_kind is "histogram")
                series.WriteBuckets(text, Name);
            else
                series.Write(text, Name);
    }

    private static (string Kind, Action<Series, double> Take) KindOf(Type type)
    {
        if (type == typeof(Histogram<>))
            return ("histogram", (series, value) => series.Observe(value));
        if (type == typeof(Counter<>))
            return ("counter", (series, value) => series.Add(value));
        if (type == typeof(UpDownCounter<>))
            return ("gauge", (series, value) => series.Add(value));
        return (type == typeof(ObservableCounter<>) ? "counter" : "gauge", (series, value) => series.Set(value));
    }

    private static IReadOnlyList<double> Bounds(Instrument instrument) => instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { } bounds } => bounds,
        Histogram<long> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(bound => (double)bound)],
        Histogram<int> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(bound => (double)bound)],
        _ => UsualBounds,
    };

    private static string NameOf(Instrument instrument, string kind)
    {
        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "",
        };
        var name = Word(instrument.Name);
        return $"{(name.EndsWith(unit, StringComparison.Ordinal) ? name : name + unit)}{(kind is "counter" ? "_total" : "")}";
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new List<string>(tags.Length);
        foreach (var (key, value) in tags)
            labels.Add($"{Word(key)}=\"{Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")}\"");
        labels.Sort(StringComparer.Ordinal);
        return string.Join(',', labels);
    }

    private static string Word(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private static string Escape(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
