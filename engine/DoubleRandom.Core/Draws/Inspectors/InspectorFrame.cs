using System.Text;
using DoubleRandom.Core.Draws.Lists;

namespace DoubleRandom.Core.Draws.Inspectors;

/// <summary>Writes and reads the inspector frame (SSJ-INSP/1): who could be assigned, committed to before any seed exists.</summary>
public static class InspectorFrame
{
    /// <summary>The format's name in the header.</summary>
    public const string Format = "SSJ-INSP/1";

    /// <summary>The file for some inspectors in any order.</summary>
    public static byte[] Write(string draw, IReadOnlyCollection<InspectorRow> rows) => Encoding.UTF8.GetBytes(
        string.Concat(rows.OrderBy(row => row.Id, StringComparer.Ordinal).Select(row => row.ToString()).Prepend(new ListHeader(Format, draw, rows.Count).ToString()).Select(line => line + "\n")));

    /// <summary>Checks every line and commits to all of them.</summary>
    /// <param name="stream">The file; read once from front to end.</param>
    /// <param name="file">Its name, for the faults.</param>
    public static ListReading<InspectorRows> Read(Stream stream, string file) => ListScan.Read(stream, file, new OneWorker(), () => new InspectorRows());
}
