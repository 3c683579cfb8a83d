using System.Globalization;
using System.Text.Json;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Forms;

/// <summary>Holds what a unit handed in against its form: every fault at once, each with its field.</summary>
public static class FormCheck
{
    private const int MaxText = 200;
    private const int MaxLongText = 20_000;
    private const int MaxRecords = 10_000;

    /// <summary>The faults of a submission; none when it fits.</summary>
    /// <param name="form">The form.</param>
    /// <param name="content">A JSON object with the fields by id.</param>
    public static IReadOnlyList<Refusal> Of(Form form, JsonElement content) =>
        !IsText(content) ? [NotText()]
        : content.ValueKind == JsonValueKind.Object ? [.. Fields(form.Fields, content, "")]
        : [new("form-not-an-object", "", new("提交内容应为对象：字段名到值", "the content must be an object of fields"), new("按表单字段逐项填写", "fill the form field by field"))];

    /// <summary>
    /// Whether every text in a JSON value can be kept: JSON can write NUL characters and halves of surrogate pairs, which are no text and which
    /// no database takes.
    /// </summary>
    public static bool IsText(JsonElement content)
    {
        try
        {
            return Keeps(content);
        }
        catch (InvalidOperationException)
        {
            return false; // What the reader says of half a surrogate pair.
        }
    }

    /// <summary>What to say of a value in which something is no text.</summary>
    public static Refusal NotText() => new(
        "content-not-text", "", new("内容含有无法保存的字符（NUL 或残缺的字符）", "the content holds characters that cannot be kept (NUL or halves of characters)"), new("删除这些字符后重新填写", "remove them and fill in again"));

    private static bool Keeps(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => !value.GetString()!.Contains('\0', StringComparison.Ordinal),
        JsonValueKind.Array => value.EnumerateArray().All(Keeps),
        JsonValueKind.Object => value.EnumerateObject().All(property => !property.Name.Contains('\0', StringComparison.Ordinal) && Keeps(property.Value)),
        _ => true,
    };

    private static IEnumerable<Refusal> Fields(IReadOnlyList<FormField> fields, JsonElement content, string path)
    {
        foreach (var property in content.EnumerateObject())
            if (!fields.Any(field => string.Equals(field.Id, property.Name, StringComparison.Ordinal)))
                yield return new("field-unknown", path + property.Name, new($"表单没有字段“{property.Name}”", $"the form has no field \"{property.Name}\""), new("删除它", "leave it out"));
        foreach (var field in fields)
            foreach (var fault in Field(field, content, path))
                yield return fault;
    }

    private static IEnumerable<Refusal> Field(FormField field, JsonElement content, string path)
    {
        if (content.TryGetProperty(field.Id, out var value) && !IsEmpty(value))
            return Value(field, value, path + field.Id);
        return field.Required ? [new("field-missing", path + field.Id, new($"“{field.Name.Zh}”没有填写", $"\"{field.Name.En}\" is missing"), new("补填该项", "fill it in"))] : [];
    }

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };

    private static IEnumerable<Refusal> Value(FormField field, JsonElement value, string path) => field.Type switch
    {
        FieldType.Text => Text(field, value, path, MaxText),
        FieldType.LongText => Text(field, value, path, MaxLongText),
        FieldType.Integer => Number(field, value, path, whole: true),
        FieldType.Number => Number(field, value, path, whole: false),
        FieldType.Date => IsDate(value) ? [] : Wrong(field, path, "日期，写成 yyyy-MM-dd", "a date, written yyyy-MM-dd"),
        FieldType.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? [] : Wrong(field, path, "是或否", "yes or no"),
        FieldType.Choice => IsChoice(field, value) ? [] : Wrong(field, path, $"下列之一：{Choices(field)}", $"one of: {Choices(field)}"),
        _ => Records(field, value, path),
    };

    private static IEnumerable<Refusal> Text(FormField field, JsonElement value, string path, int most)
    {
        if (value.ValueKind != JsonValueKind.String)
            return Wrong(field, path, "文字", "text");
        var text = value.GetString()!;
        return text.Length <= most ? [] : Wrong(field, path, $"至多 {most} 个字符（现有 {text.Length} 个）", $"at most {most} characters (there are {text.Length})");
    }

    private static IEnumerable<Refusal> Number(FormField field, JsonElement value, string path, bool whole)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number) || (whole && number != decimal.Truncate(number)))
            return Wrong(field, path, whole ? "整数" : "数", whole ? "a whole number" : "a number");
        var (min, max) = (field.Min ?? decimal.MinValue, field.Max ?? decimal.MaxValue);
        return number >= min && number <= max ? [] : (field.Min, field.Max) switch
        {
            ({ } least, { } most) => Wrong(field, path, $"{Text(least)} 至 {Text(most)} 之间的数", $"a number from {Text(least)} to {Text(most)}"),
            ({ } least, _) => Wrong(field, path, $"不小于 {Text(least)} 的数", $"a number not below {Text(least)}"),
            (_, var most) => Wrong(field, path, $"不大于 {Text(most!.Value)} 的数", $"a number not above {Text(most!.Value)}"),
        };
    }

    private static IEnumerable<Refusal> Records(FormField field, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(record => record.ValueKind != JsonValueKind.Object))
            return Wrong(field, path, "若干条记录", "a list of records");
        var count = value.GetArrayLength();
        if (count < (field.Min ?? 0) || count > (field.Max ?? MaxRecords))
            return Wrong(field, path, $"{field.Min ?? 0} 至 {field.Max ?? MaxRecords} 条记录", $"{field.Min ?? 0} to {field.Max ?? MaxRecords} records");
        return value.EnumerateArray().SelectMany((record, i) => Fields(field.Fields, record, $"{path}[{i}]."));
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static Refusal[] Wrong(FormField field, string path, string zh, string en) =>
        [new("field-wrong", path, new($"“{field.Name.Zh}”应为{zh}", $"\"{field.Name.En}\" must be {en}"), new("更正该项", "correct it"))];

    private static bool IsDate(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsChoice(FormField field, JsonElement value) =>
        value.ValueKind == JsonValueKind.String && field.Choices.Any(choice => string.Equals(choice.Id, value.GetString(), StringComparison.Ordinal));

    private static string Choices(FormField field) => string.Join(", ", field.Choices.Select(choice => choice.Id));
}
