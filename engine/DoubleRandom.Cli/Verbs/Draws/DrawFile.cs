using DoubleRandom.Cli.Line;
using DoubleRandom.Core.Draws.Hashing;

namespace DoubleRandom.Cli.Verbs.Draws;

/// <summary>Files and values of a draw that were named on the command line.</summary>
internal static class DrawFile
{
    public const string Frame = "--frame";
    public const string Inspectors = "--inspectors";
    public const string Recusals = "--recusals";

    public static Setting FrameOf() => new(Frame, "FILE", new("抽样框（SSJ-FRAME/1）", "the frame (SSJ-FRAME/1)"), needed: true);

    public static Setting InspectorsOf() => new(Inspectors, "FILE", new("检查人员名单（SSJ-INSP/1）", "the inspector frame (SSJ-INSP/1)"));

    public static Setting RecusalsOf() => new(Recusals, "FILE", new("回避名单（SSJ-RECUSE/1）", "the recusal list (SSJ-RECUSE/1)"));

    /// <summary>Opens a file of any size, anew each time.</summary>
    public static Func<Stream> Opener(Call call, string option)
    {
        var path = Path.GetFullPath(call.Needed(option), call.Terminal.Folder);
        if (!File.Exists(path))
            throw new UsageException(new($"没有文件“{call.Needed(option)}”", $"there is no file \"{call.Needed(option)}\""), new($"核对 {option} 的路径", $"check the path of {option}"));
        // The reader takes large bites itself.
        return () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
    }

    public static Func<Stream>? OpenerOrNull(Call call, string option) => call.Text(option) is null ? null : Opener(call, option);

    public static byte[] Bytes(Call call, string option)
    {
        using var stream = Opener(call, option)();
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public static string Name(Call call, string option) => Path.GetFileName(call.Needed(option));

    /// <summary>32 bytes in hexadecimal; null when the option was not given.</summary>
    public static Digest? HashOrNull(Call call, string option)
    {
        if (call.Text(option) is not { } text)
            return null;
        return Digest.TryParse(text, out var digest)
            ? digest
            : throw new UsageException(new($"{option} 不是 64 位小写十六进制数", $"{option} is not 64 lower-case hexadecimal digits"), new("写 32 字节的十六进制，如 0001…1e1f", "write 32 bytes in hexadecimal, like 0001…1e1f"));
    }
}
