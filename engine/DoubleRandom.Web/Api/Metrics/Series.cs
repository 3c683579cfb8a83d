using System.Globalization;
using System.Text;

namespace DoubleRandom.Web.Api.Metrics;

/// <summary>One line of numbers: an instrument with one set of labels.</summary>
/// <param name="labels">The labels as text: <c>channel="mail",outcome="dead"</c>.</param>
/// <param name="bounds">Upper bounds of a histogram's buckets; empty for other instruments.</param>
internal sealed class Series(string labels, IReadOnlyList<double> bounds)
{
    private readonly long[] _buckets = new long[bounds.Count];
    private readonly Lock _gate = new();
    private double _value;
    private long _count;

    public void Add(double change)
    {
        lock (_gate)
            _value += change;
    }

    public void Set(double value)
    {
        lock (_gate)
            _value = value;
    }

    public void Observe(double value)
    {
        lock (_gate)
        {
            (_value, _count) = (_value + value, _count + 1);
            for (var i = 0; i < bounds.Count; i++)
                if (value <= bounds[i])
                    _buckets[i]++;
        }
    }

    public void Write(StringBuilder text, string name)
    {
        lock (_gate)
            text.Append(name).Append(Braces(labels)).Append(' ').Append(Number(_value)).Append('\n');
    }

    public void WriteBuckets(StringBuilder text, string name)
    {
        lock (_gate)
        {
            for (var i = 0; i < bounds.Count; i++)
                text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{Braces(With($"le=\"{Number(bounds[i])}\""))} {_buckets[i]}\n");
            text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{Braces(With("le=\"+Inf\""))} {_count}\n");
            text.Append(CultureInfo.InvariantCulture, $"{name}_sum{Braces(labels)} {Number(_value)}\n{name}_count{Braces(labels)} {_count}\n");
        }
    }

    private static string Braces(string labels) => labels.Length == 0 ? "" : $"{{{labels}}}";

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private string With(string label) => labels.Length == 0 ? label : $"{labels},{label}";
}
