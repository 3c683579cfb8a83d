using Npgsql;

namespace DoubleRandom.Store;

/// <summary>The sentences people read when a server or its tables cannot be used.</summary>
internal static class DatabaseFault
{
    public static DatabaseUnavailableException ServerUnreachable(string connectionString, NpgsqlException cause)
    {
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        var place = $"{server.Host}:{server.Port}/{server.Database ?? server.Username}";
        return new(DatabaseProblem.ServerUnreachable,
            $"无法连接数据库服务器 {place}:{cause.Message}。请检查连接字符串中的地址、用户和口令,并确认服务器已启动。",
            $"Cannot connect to the database server {place}: {cause.Message}. Check address, user and password in the connection string, and that the server is running.",
            cause);
    }

    public static DatabaseUnavailableException ServerTooOld(Version actual, Version oldest) => new(DatabaseProblem.WrongVersion,
        $"数据库服务器是 PostgreSQL {actual},本程序至少需要 {oldest.Major}。请升级服务器,或不设连接字符串、使用内置数据库。",
        $"The database server is PostgreSQL {actual}, and this program needs at least {oldest.Major}. Upgrade the server, or leave the connection string out to use the private database.");

    public static DatabaseUnavailableException SchemaNewer(int database, int program) => new(DatabaseProblem.SchemaNewer,
        $"数据库结构版本为 {database},高于本程序的 {program}:数据由更新的版本建立。请运行不低于该版本的程序;数据未作任何改动。",
        $"The tables are at version {database}, newer than this program's {program}: a later release made them. Run that release or a newer one; nothing was changed.");

    public static DatabaseUnavailableException SchemaChanged(int version, string name, string applied, string expected) => new(DatabaseProblem.SchemaChanged,
        $"迁移 {version:0000}_{name} 在该数据库上执行时的内容(sha256 {applied})与本程序中的内容(sha256 {expected})不同。请使用建立该数据库的程序版本;已执行的迁移不得修改,应新增迁移。数据未作任何改动。",
        $"Migration {version:0000}_{name} was applied to this database with another text (sha256 {applied}) than this program holds (sha256 {expected}). Run the release that made the database; an applied migration is never edited, a new one is added. Nothing was changed.");
}
