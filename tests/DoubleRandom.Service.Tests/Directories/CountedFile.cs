namespace DoubleRandom.Service.Tests.Directories;

/// <summary>A file that counts how much of it was read.</summary>
internal sealed class CountedFile(byte[] content) : MemoryStream(content)
{
    /// <summary>Bytes that were handed out.</summary>
    public long Taken { get; private set; }

    public override int Read(byte[] buffer, int offset, int count) => Count(base.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Count(base.Read(buffer));

    private int Count(int length)
    {
        Taken += length;
        return length;
    }
}
