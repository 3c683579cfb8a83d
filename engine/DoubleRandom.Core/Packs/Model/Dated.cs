namespace DoubleRandom.Core.Packs.Model;

/// <summary>A value and the day from which it holds.</summary>
/// <param name="From">The first day; <see cref="DateOnly.MinValue"/> for a value that has no beginning.</param>
/// <param name="Value">The value.</param>
/// <param name="Basis">Why it changed, when the entry says so itself; otherwise the element's basis holds.</param>
public sealed record DatedValue<T>(DateOnly From, T Value, Basis? Basis);

/// <summary>A value that changes with the law. Ask for it on the day of the act.</summary>
public sealed class Dated<T>
{
    private readonly DatedValue<T>[] _entries;

    /// <summary>Takes the history in ascending order of <see cref="DatedValue{T}.From"/>; at least one entry.</summary>
    public Dated(IEnumerable<DatedValue<T>> entries)
    {
        _entries = [.. entries];
        if (_entries.Length == 0)
            throw new ArgumentException("A history has at least one entry.", nameof(entries));
    }

    /// <summary>The entries, oldest first.</summary>
    public IReadOnlyList<DatedValue<T>> Entries => _entries;

    /// <summary>A value that never changed.</summary>
    public static Dated<T> Always(T value) => new([new DatedValue<T>(DateOnly.MinValue, value, null)]);

    /// <summary>The entry in force on a day, or null before the first.</summary>
    public DatedValue<T>? At(DateOnly day)
    {
        DatedValue<T>? current = null;
        foreach (var entry in _entries)
        {
            if (entry.From > day)
                break;
            current = entry;
        }

        return current;
    }

    /// <summary>The last day on which an entry holds.</summary>
    public DateOnly Until(DatedValue<T> entry)
    {
        var next = Array.IndexOf(_entries, entry) + 1;
        return next < _entries.Length ? _entries[next].From.AddDays(-1) : DateOnly.MaxValue;
    }
}
