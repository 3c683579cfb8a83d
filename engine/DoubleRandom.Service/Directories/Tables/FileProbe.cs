using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using DoubleRandom.Core;
using DoubleRandom.Service.Directory;

namespace DoubleRandom.Service.Directories.Tables;

/// <summary>What a file is, found by reading it once from end to end, a block at a time.</summary>
/// <param name="Sha256">Hash of its bytes, 64 lower-case hex digits.</param>
/// <param name="Encoding">Encoding of its text; null when it is a workbook.</param>
public sealed record FileProbe(string Sha256, Encoding? Encoding)
{
    private const int Block = 1 << 20;

    /// <summary>The encoding's name, or XLSX.</summary>
    public string Kind => Encoding switch { null => "XLSX", UTF8Encoding => "UTF-8", _ => "GB18030" };

    /// <summary>Reads the file.</summary>
    /// <exception cref="TableFileException">It is no text and no workbook.</exception>
    public static async Task<FileProbe> ReadAsync(Stream file, CancellationToken cancel)
    {
        if (file.Length == 0)
            throw TableFileException.Of("directory-empty", 0, "文件是空的", "the file is empty", new("至少应有表头和一行", "it needs a heading and at least one line"));
        var bytes = new Bytes();
        await foreach (var (block, length) in BlocksAsync(file, cancel))
            bytes.Take(block.AsSpan(0, length));
        if (bytes.IsZip)
            return new(bytes.Hash(), null);
        bytes.RefuseWhatIsNoText();
        if (bytes.IsUtf8)
            return new(bytes.Hash(), DirectoryText.Utf8);
        return await IsGb18030Async(file, cancel)
            ? new(bytes.Hash(), DirectoryText.Gb18030)
            : throw TableFileException.Of("directory-encoding", 0, "文件既不是 UTF-8 也不是 GB18030 编码", "the file is neither in UTF-8 nor in GB18030", DirectoryFile.SaveAs);
    }

    private static async Task<bool> IsGb18030Async(Stream file, CancellationToken cancel)
    {
        var decoder = DirectoryText.Gb18030.GetDecoder();
        var characters = new char[DirectoryText.Gb18030.GetMaxCharCount(Block)];
        try
        {
            await foreach (var (block, length) in BlocksAsync(file, cancel))
                decoder.GetChars(block.AsSpan(0, length), characters, flush: false);
            decoder.GetChars([], characters, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static async IAsyncEnumerable<(byte[] Block, int Length)> BlocksAsync(Stream file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        file.Position = 0;
        var block = new byte[Block];
        while (await file.ReadAtLeastAsync(block, Block, throwOnEndOfStream: false, cancel) is > 0 and var length)
            yield return (block, length);
        file.Position = 0;
    }

    /// <summary>What the blocks together are.</summary>
    private sealed class Bytes
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly byte[] _joint = new byte[8];
        private byte[] _first = [];
        private int _carried;
        private int _lines = 1;
        private int? _nulLine;
        private bool _isUtf8 = true;

        /// <summary>Whether all was UTF-8, to the last byte.</summary>
        public bool IsUtf8 => _isUtf8 && _carried == 0;

        public bool IsZip => _first.AsSpan().StartsWith("PK\u0003\u0004"u8);

        public string Hash() => Convert.ToHexStringLower(_hash.GetHashAndReset());

        public void Take(ReadOnlySpan<byte> block)
        {
            _hash.AppendData(block);
            if (_first.Length == 0)
                _first = block[..Math.Min(4, block.Length)].ToArray();
            if (IsZip)
                return;
            if (_nulLine is null && block.IndexOf((byte)0) is >= 0 and var nul)
                _nulLine = _lines + block[..nul].Count((byte)'\n');
            _lines += block.Count((byte)'\n');
            _isUtf8 = _isUtf8 && TakeUtf8(block);
        }

        public void RefuseWhatIsNoText()
        {
            if (_first is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
                throw TableFileException.Of("directory-encoding", 0, "文件是 UTF-16 编码", "the file is in UTF-16", DirectoryFile.SaveAs);
            if (_first is [0xD0, 0xCF, 0x11, 0xE0])
                throw TableFileException.Of("directory-old-workbook", 0, "这是旧的 .xls 工作簿，或加了密码的工作簿", "this is an old .xls workbook, or one with a password", new("另存为不加密的 .xlsx 或 CSV", "save it as .xlsx without a password, or as CSV"));
            if (_nulLine is { } line)
                throw TableFileException.Of("directory-nul", line, "文件含空字节（NUL），不是文本文件", "the file holds a NUL byte and is not text", DirectoryFile.SaveAs);
        }

        /// <summary>A character may lie across two blocks: its beginning is carried over.</summary>
        private bool TakeUtf8(ReadOnlySpan<byte> block)
        {
            if (_carried > 0)
            {
                var taken = Math.Min(4, block.Length);
                block[..taken].CopyTo(_joint.AsSpan(_carried));
                if (Rune.DecodeFromUtf8(_joint.AsSpan(0, _carried + taken), out _, out var length) != System.Buffers.OperationStatus.Done)
                    return false;
                block = block[(length - _carried)..];
                _carried = 0;
            }

            for (var back = 1; back <= Math.Min(3, block.Length); back++)
                if (Rune.DecodeFromUtf8(block[^back..], out _, out _) == System.Buffers.OperationStatus.NeedMoreData)
                {
                    block[^back..].CopyTo(_joint);
                    _carried = back;
                    block = block[..^back];
                    break;
                }

            return Utf8.IsValid(block);
        }
    }
}
