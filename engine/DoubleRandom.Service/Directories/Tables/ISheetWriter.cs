namespace DoubleRandom.Service.Directories.Tables;

/// <summary>Writes a table row by row.</summary>
internal interface ISheetWriter : IAsyncDisposable
{
    /// <summary>Writes a row; the first is the heading.</summary>
    ValueTask WriteAsync(IReadOnlyList<string> cells, CancellationToken cancel);
}
