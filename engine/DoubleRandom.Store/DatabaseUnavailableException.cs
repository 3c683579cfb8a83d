namespace DoubleRandom.Store;

/// <summary>
/// The database cannot be used, and somebody has to act: the message says what is wrong and what to do, first in Chinese, then in English.
/// Nothing was changed in the data when this is thrown.
/// </summary>
public sealed class DatabaseUnavailableException : Exception
{
    /// <summary>Describes one problem in both languages.</summary>
    /// <param name="problem">The kind of problem, for code that decides by it (exit status, health page).</param>
    /// <param name="chinese">What is wrong and what to do, in Chinese; one paragraph.</param>
    /// <param name="english">The same in English.</param>
    /// <param name="cause">The failure underneath, if there was one.</param>
    public DatabaseUnavailableException(DatabaseProblem problem, string chinese, string english, Exception? cause = null)
        : base($"{chinese}\n{english}", cause)
    {
        Problem = problem;
        Chinese = chinese;
        English = english;
    }

    /// <summary>The kind of problem.</summary>
    public DatabaseProblem Problem { get; }

    /// <summary>The Chinese half of <see cref="Exception.Message"/>.</summary>
    public string Chinese { get; }

    /// <summary>The English half of <see cref="Exception.Message"/>.</summary>
    public string English { get; }
}
