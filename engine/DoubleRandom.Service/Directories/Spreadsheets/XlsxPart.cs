using System.IO.Compression;
using System.Xml;
using DoubleRandom.Service.Directories.Tables;

namespace DoubleRandom.Service.Directories.Spreadsheets;

/// <summary>
/// A part of a workbook as it unpacks. A workbook is a ZIP file, and a few kilobytes of one can unpack to terabytes: what unpacks to more than its limit, or grows
/// more than two hundred times while it does, is refused on the way.
/// </summary>
internal sealed class XlsxPart(Stream packed, long packedLength, long limit) : Stream
{
    private const int MostGrowth = 200;
    private const long Small = 10_000_000;

    private static readonly XmlReaderSettings Strict = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true };
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    /// <summary>Reads a part as XML: no document type, nothing from outside.</summary>
    public static XmlReader Xml(ZipArchiveEntry entry, long limit) => XmlReader.Create(new XlsxPart(entry.Open(), entry.CompressedLength, limit), Strict);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var length = packed.Read(buffer);
        _read += length;
        if (_read > limit || (_read > Small && _read / MostGrowth > packedLength))
            throw TableFileException.Of("directory-workbook-bomb", 0, "工作簿解压后异常庞大", "the workbook unpacks to an abnormal size",
                new("在表格软件中另存，或改存为 CSV 再导入", "save it anew from the spreadsheet, or import it as CSV"));
        return length;
    }

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            packed.Dispose();
        base.Dispose(disposing);
    }
}
