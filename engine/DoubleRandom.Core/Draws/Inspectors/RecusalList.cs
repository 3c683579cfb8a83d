using System.Text;
using DoubleRandom.Core.Draws.Lists;

namespace DoubleRandom.Core.Draws.Inspectors;

/// <summary>Writes and reads the recusal list (SSJ-RECUSE/1): who must not check whom, committed to before any seed exists.</summary>
public static class RecusalList
{
    /// <summary>The format's name in the header.</summary>
    public const string Format = "SSJ-RECUSE/1";

    /// <summary>The file for some recusals in any order.</summary>
    public static byte[] Write(string draw, IReadOnlyCollection<RecusalRow> rows) => Encoding.UTF8.GetBytes(
        string.Concat(rows.OrderBy(row => row.Inspector, StringComparer.Ordinal).ThenBy(row => row.Target, StringComparer.Ordinal)
            .Select(row => row.ToString()).Prepend(new ListHeader(Format, draw, rows.Count).ToString()).Select(line => line + "\n")));

    /// <summary>Checks every line and commits to all of them.</summary>
    /// <param name="stream">The file; read once from front to end.</param>
    /// <param name="file">Its name, for the faults.</param>
    public static ListReading<RecusalRows> Read(Stream stream, string file) => ListScan.Read(stream, file, new OneWorker(), () => new RecusalRows());
}
