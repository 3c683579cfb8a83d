using System.Linq.Expressions;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Rules.Expressions;

/// <summary>How values look while compiled code works with them: dates and choices are whole numbers.</summary>
internal static class Values
{
    public static Type Of(FactType type) => type.Kind switch
    {
        FactKind.Text => typeof(string),
        FactKind.Number => typeof(decimal),
        FactKind.Boolean => typeof(bool),
        FactKind.Record => typeof(FactSet),
        FactKind.List => type.Element!.Kind == FactKind.Boolean ? typeof(bool[]) : Of(type.Element).MakeArrayType(),
        _ => typeof(int),
    };

    public static Expression Constant(FactValue value) => value.Type.Kind switch
    {
        FactKind.Text => Expression.Constant(value.AsText),
        FactKind.Number => Expression.Constant(value.AsNumber),
        FactKind.Boolean => Expression.Constant(value.AsBoolean),
        _ => Expression.Constant(value.Code),
    };

    /// <summary>The value with its type, as it leaves the code.</summary>
    public static Expression Wrapped(FactType type, Expression value)
    {
        var method = type.Kind switch
        {
            FactKind.Date => nameof(OfDay),
            FactKind.Choice => nameof(OfChoice),
            FactKind.List => nameof(OfList),
            FactKind.Text => nameof(OfText),
            FactKind.Number => nameof(OfNumber),
            FactKind.Boolean => nameof(OfYes),
            _ => nameof(OfRecord),
        };
        return type.Kind is FactKind.Choice or FactKind.List
            ? Expression.Call(typeof(Values), method, null, Expression.Constant(type), value)
            : Expression.Call(typeof(Values), method, null, value);
    }

    public static FactValue OfDay(int day) => FactValue.Of(DateOnly.FromDayNumber(day));

    public static FactValue OfChoice(FactType type, int code) => FactValue.Of(type, code);

    public static FactValue OfText(string text) => FactValue.Of(text);

    public static FactValue OfNumber(decimal number) => FactValue.Of(number);

    public static FactValue OfYes(bool yes) => FactValue.Of(yes);

    public static FactValue OfRecord(FactSet record) => FactValue.Of(record);

    public static FactValue OfList(FactType type, Array elements) => FactValue.OfList(type, elements is bool[] yes ? Array.ConvertAll(yes, one => one ? 1 : 0) : elements);
}
