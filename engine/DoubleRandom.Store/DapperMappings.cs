using System.Data;
using Dapper;

namespace DoubleRandom.Store;

/// <summary>
/// How rows become records: <c>due_on</c> fills <c>DueOn</c>, <c>date</c> is <see cref="DateOnly"/> and <c>time</c> <see cref="TimeOnly"/> (Dapper's own doing),
/// <c>timestamptz</c> is <see cref="DateTimeOffset"/> in UTC, <c>text[]</c>, <c>int[]</c> and the like are arrays.
/// </summary>
internal static class DapperMappings
{
    private static readonly Lazy<bool> Registered = new(Apply);

    /// <summary>Applies the mappings; Dapper keeps them for the whole process, so the second call does nothing.</summary>
    public static void Register() => _ = Registered.Value;

    private static bool Apply()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        // Dapper asks its own table before the handlers, and Npgsql takes instants in UTC only.
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new InstantHandler());
        // Npgsql announces an array column as System.Array, which fits no constructor unless a handler vouches for it.
        SqlMapper.AddTypeHandler(new ArrayHandler<string>());
        SqlMapper.AddTypeHandler(new ArrayHandler<int>());
        SqlMapper.AddTypeHandler(new ArrayHandler<long>());
        SqlMapper.AddTypeHandler(new ArrayHandler<Guid>());
        SqlMapper.AddTypeHandler(new ArrayHandler<DateOnly>());
        return true;
    }

    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = value.ToUniversalTime();

        public override DateTimeOffset Parse(object value) => value switch
        {
            DateTime { Kind: DateTimeKind.Utc } utc => new DateTimeOffset(utc),
            DateTimeOffset instant => instant.ToUniversalTime(),
            _ => throw new DataException($"A {value.GetType().Name} without time zone is not an instant; the column must be timestamptz."),
        };
    }

    private sealed class ArrayHandler<T> : SqlMapper.TypeHandler<T[]>
    {
        public override void SetValue(IDbDataParameter parameter, T[]? value) => parameter.Value = value is null ? DBNull.Value : value;

        public override T[] Parse(object value) => (T[])value;
    }
}
