using CsvHelper;

namespace DoubleRandom.Service.Directory;

/// <summary>The records of a CSV file with the line that each begins on; null cells where the quotes of a record are broken.</summary>
internal static class CsvRecords
{
    /// <summary>A longer record is no line that anybody wrote.</summary>
    private const int LongestRecord = 1_048_576;

    /// <summary>How such files are read.</summary>
    /// <param name="broken">Receives the lines whose quotes do not pair.</param>
    public static CsvReaderOptions Rules(out HashSet<long> broken)
    {
        HashSet<long> lines = [];
        broken = lines;
        return new()
        {
            Separator = ',',
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = LongestRecord,
            // One open quote must not swallow the rest of the file: each line is judged by itself.
            AllowLineBreaksInQuotes = false,
            OnMalformedRecord = record => lines.Add(record.LineNumber),
        };
    }

    /// <summary>Reads on; the reader is closed at the end.</summary>
    public static IEnumerable<(int Line, string[]? Cells)> Of(CsvReader source, HashSet<long> broken)
    {
        using CsvReader reader = source;
        while (reader.Read())
        {
            string[] cells = new string[reader.FieldCount];
            for (int i = 0; i < cells.Length; i++)
                cells[i] = reader.GetString(i);
            yield return ((int)reader.LineNumber, broken.Remove(reader.LineNumber) ? null : cells);
        }
    }
}
