using DoubleRandom.Core.Draws.Lists;

namespace DoubleRandom.Core.Draws.Frames;

/// <summary>Reads frames (SSJ-FRAME/1), however long.</summary>
public static class Frame
{
    /// <summary>Checks every line of a frame and commits to it.</summary>
    /// <param name="stream">The file; read once from front to end.</param>
    /// <param name="file">Its name, for the faults.</param>
    /// <param name="workers">How to share the work out.</param>
    public static ListReading<FrameCensus> Read(Stream stream, string file, IWorkers workers) => ListScan.Read(stream, file, workers, () => new FrameCensus());
}
