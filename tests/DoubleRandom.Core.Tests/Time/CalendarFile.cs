using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using DoubleRandom.Core.Time;

namespace DoubleRandom.Core.Tests.Time;

/// <summary>Reads rules/calendars/cn.json for the tests of this room, which stand below the pack compiler.</summary>
internal static class CalendarFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };

    internal static string Root { get; } = FindRoot();

    internal static CalendarDefinition China { get; } = Read("cn");

    internal static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static CalendarDefinition Read(string id)
    {
        var text = File.ReadAllText(Path.Combine(Root, "rules", "calendars", id + ".json"));
        var file = JsonSerializer.Deserialize<Shape>(text, Options)!;
        return new(file.Id, file.Name, file.Weekend, file.Notices,
            [.. file.Statutory.Select(year => new StatutoryYear(year.Year, year.Basis.Document, year.Basis.Article, year.Off))], file.Over);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "DoubleRandom.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }

    private sealed record Shape(
        [property: JsonPropertyName("$schema")] string Schema,
        string Id,
        Bilingual Name,
        IReadOnlyList<DayOfWeek> Weekend,
        IReadOnlyList<CalendarNotice> Notices,
        IReadOnlyList<StatutoryShape> Statutory,
        string? Over = null);

    private sealed record StatutoryShape(int Year, BasisShape Basis, IReadOnlyList<HolidayRun> Off);

    private sealed record BasisShape(string Document, string Article);
}
