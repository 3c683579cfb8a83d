namespace DoubleRandom.Core.Directories;

/// <summary>The faults of a file: all are counted, the first two hundred kept, however many lines are wrong.</summary>
public sealed class DirectoryFaults
{
    /// <summary>The most that are kept.</summary>
    public const int Most = 200;

    private readonly List<DirectoryFault> _kept = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Takes one more.</summary>
    public void Add(DirectoryFault fault)
    {
        Count++;
        if (_kept.Count < Most)
            _kept.Add(fault);
    }

    /// <summary>Those that are kept, by line, and one that counts the rest.</summary>
    public IReadOnlyList<DirectoryFault> Listed()
    {
        var listed = _kept.OrderBy(fault => fault.Line).ToList();
        if (Count > Most)
            listed.Add(new("directory-more", listed[^1].Line, null, null, new($"另有 {Count - Most} 处错误未列出", $"{Count - Most} more faults are not listed"), new("先改正以上各处", "mend these first")));
        return listed;
    }
}
