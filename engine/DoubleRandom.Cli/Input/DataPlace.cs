using DoubleRandom.Cli.Line;

namespace DoubleRandom.Cli.Input;

/// <summary>Where the data live: a server's connection string, or the folder of the program's own cluster.</summary>
internal sealed record DataPlace(string? Database, string Folder)
{
    private const string DatabaseOption = "--database";
    private const string DataOption = "--data";
    private const string Connection = "ConnectionStrings__DoubleRandom";
    private const string DemoMark = "demonstration";

    public static Setting DatabaseOf() => new(
        DatabaseOption, "CONN", new($"PostgreSQL 连接串；默认取环境变量 {Connection}，再默认程序自带的数据库", $"connection string of a PostgreSQL server; default the variable {Connection}, then the program's own cluster"));

    public static Setting DataOf() => new(DataOption, "DIR", new("自带数据库的文件夹；默认项目下的 .data/server", "folder of the program's own cluster; default .data/server at the project"));

    /// <summary>As the options say, else the environment, else the project's <c>.data</c>.</summary>
    public static DataPlace Of(Call call) => new(
        call.Text(DatabaseOption) ?? call.Terminal.Environment(Connection),
        call.Text(DataOption) is { } named ? Path.GetFullPath(named, call.Terminal.Folder) : Path.Combine(call.Packs.Folder, ".data", "server"));

    /// <summary>The folder of a demonstration, apart from every real one.</summary>
    public static string DemoOf(Call call) =>
        (call.Text(DataOption) is { } named ? Path.GetFullPath(named, call.Terminal.Folder) : Path.Combine(call.Packs.Folder, ".data", "demo"));

    /// <summary>A demonstration begins anew. Only a folder that a demonstration made is ever emptied.</summary>
    public static void Empty(string folder)
    {
        var mark = Path.Combine(folder, DemoMark);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            if (!File.Exists(mark))
                throw new UsageException(new($"{folder} 不是演示用的文件夹", $"{folder} is not a demonstration's folder"), new("换一个空文件夹（--data）", "choose an empty folder (--data)"));
            if (IsInUse(folder))
                throw new UsageException(new($"另一个演示正在使用 {folder}", $"another demonstration is using {folder}"), new("先停止它，或用 --data 换一个文件夹", "stop it first, or choose another folder with --data"));
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(mark, "");
    }

    private static bool IsInUse(string folder)
    {
        var path = Path.Combine(folder, "lock");
        if (!File.Exists(path))
            return false;
        try
        {
            using var held = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
