using System.Globalization;

namespace DoubleRandom.Store.Cluster;

/// <summary>Turns what PostgreSQL and the operating system say into sentences a person can act on.</summary>
internal static class ClusterFault
{
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;
    private const int LinesToQuote = 6;

    public static DatabaseUnavailableException From(ClusterFolder folder, Exception failure) => failure switch
    {
        DatabaseUnavailableException known => known,
        UnauthorizedAccessException => NotWritable(folder.Root, failure.Message, failure),
        IOException full when (full.HResult & 0xFFFF) is NoSpace or QuotaExceeded => DiskFull(folder.Root, failure.Message, failure),
        IOException => NotWritable(folder.Root, failure.Message, failure),
        _ => DidNotStart(folder, failure.Message, failure),
    };

    public static DatabaseUnavailableException From(ClusterFolder folder, string output) => output switch
    {
        _ when Says(output, "No space left on device") || Says(output, "Disk quota exceeded") => DiskFull(folder.Root, Quote(output)),
        _ when Says(output, "Permission denied") || Says(output, "Read-only file system") => NotWritable(folder.Root, Quote(output)),
        _ => DidNotStart(folder, output),
    };

    public static DatabaseUnavailableException BinariesMissing(string? binFolder) => new(DatabaseProblem.BinariesMissing,
        $"{Where(binFolder, "文件夹 {0} 中", "本机")}没有 PostgreSQL 15 或更高版本的服务器程序(postgres、initdb)。请执行:apt-get install -y postgresql-15;或用连接字符串指定已有的数据库服务器。",
        $"There are no PostgreSQL server programs (postgres, initdb) of version 15 or newer {Where(binFolder, "in {0}", "on this machine")}. Run: apt-get install -y postgresql-15; or name an existing server by a connection string.");

    public static DatabaseUnavailableException FolderInUse(string folder, string process, Exception cause) => new(DatabaseProblem.FolderInUse,
        $"数据文件夹 {folder} 正由另一个程序(进程号 {process})使用。请先停止该程序,或另选数据文件夹。",
        $"The data folder {folder} is in use by another program (process {process}). Stop that program first, or choose another data folder.",
        cause);

    public static DatabaseUnavailableException StillRunning(string folder, IEnumerable<int> processes)
    {
        var list = string.Join(", ", processes.Select(process => process.ToString(CultureInfo.InvariantCulture)));
        return new(DatabaseProblem.FolderInUse,
            $"数据文件夹 {folder} 中仍有 PostgreSQL 进程({list})在运行,且不响应停止请求。请结束这些进程后重试。",
            $"PostgreSQL processes ({list}) still run in the data folder {folder} and do not stop when asked. End them and try again.");
    }

    public static DatabaseUnavailableException WrongVersion(string folder, string made, int installed) => new(DatabaseProblem.WrongVersion,
        $"数据文件夹 {folder} 由 PostgreSQL {made} 建立,而可用的是 {installed}。请执行 apt-get install -y postgresql-{made},或用 pg_upgrade 升级数据,或另选数据文件夹。",
        $"The data folder {folder} was made by PostgreSQL {made}, but {installed} is what can be used. Run apt-get install -y postgresql-{made}, or upgrade the data with pg_upgrade, or choose another data folder.");

    public static DatabaseUnavailableException NoUser(string user) => new(DatabaseProblem.BinariesMissing,
        $"以 root 运行时,数据库由系统用户 {user} 运行,但本机没有该用户或无法移交文件。请执行 apt-get install -y postgresql-15,或改用普通用户运行本程序。",
        $"When root runs this program, the database runs as the system user {user}; that user is missing or could not be given its files. Run apt-get install -y postgresql-15, or run this program as an ordinary user.");

    public static DatabaseUnavailableException DidNotStart(ClusterFolder folder, string words, Exception? cause = null) => new(DatabaseProblem.DidNotStart,
        $"内置 PostgreSQL 未能启动:{Quote(words)}。详见 {folder.Log}。",
        $"The private PostgreSQL did not start: {Quote(words)}. More in {folder.Log}.",
        cause);

    private static DatabaseUnavailableException DiskFull(string folder, string words, Exception? cause = null) => new(DatabaseProblem.DiskFull,
        $"数据文件夹 {folder} 所在磁盘已满({words})。请腾出空间后重新启动;已提交的数据不受影响。",
        $"The disk of the data folder {folder} is full ({words}). Make room and start again; what was committed is safe.",
        cause);

    private static DatabaseUnavailableException NotWritable(string folder, string words, Exception? cause = null) => new(DatabaseProblem.FolderNotWritable,
        $"运行数据库的用户 {DatabaseUser} 无法进入或写入数据文件夹 {folder}({words})。请授予该用户对该文件夹及其各级上级文件夹的权限,或另选数据文件夹。",
        $"The user {DatabaseUser}, whom the database runs as, cannot enter or write the data folder {folder} ({words}). Grant that user access to it and to the folders above it, or choose another data folder.",
        cause);

    private static string DatabaseUser => Environment.IsPrivilegedProcess ? Child.User : Environment.UserName;

    private static bool Says(string output, string words) => output.Contains(words, StringComparison.Ordinal);

    private static string Where(string? folder, string given, string searched) => folder is null ? searched : string.Format(CultureInfo.InvariantCulture, given, folder);

    /// <summary>The last lines, since the reason comes last; on one line, since the message is a sentence.</summary>
    private static string Quote(string output) =>
        string.Join(" | ", output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(LinesToQuote)).TrimEnd('.', '。');
}
