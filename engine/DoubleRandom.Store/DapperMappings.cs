using System.Data;
using Dapper;

namespace DoubleRandom.Store;

/// <summary>How rows become records: <c>due_on</c> fills <c>DueOn</c>, <c>date</c> is <see cref="DateOnly"/>, <c>timestamptz</c> is <see cref="DateTimeOffset"/> in UTC.</summary>
internal static class DapperMappings
{
    private static readonly Lazy<bool> Registered = new(Apply);

    /// <summary>Applies the mappings; Dapper keeps them for the whole process, so the second call does nothing.</summary>
    public static void Register() => _ = Registered.Value;

    private static bool Apply()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new InstantHandler());
        return true;
    }

    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = value.ToUniversalTime();

        public override DateTimeOffset Parse(object value) => value switch
        {
            DateTime utc => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)),
            DateTimeOffset instant => instant.ToUniversalTime(),
            _ => throw new DataException($"A {value.GetType().Name} is not an instant; the column must be timestamptz."),
        };
    }
}
