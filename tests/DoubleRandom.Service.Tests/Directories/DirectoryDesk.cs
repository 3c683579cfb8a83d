using System.Globalization;
using System.Text;
using System.Text.Json;
using DoubleRandom.Core.Directories;
using DoubleRandom.Service.Directories;
using DoubleRandom.Service.Tests.Engine;
using DoubleRandom.Store;
using DoubleRandom.Store.Directories;

namespace DoubleRandom.Service.Tests.Directories;

/// <summary>What tests do with the directories of the tiny county.</summary>
internal static class DirectoryDesk
{
    public const string A = "91640425MA0000001E";
    public const string B = "91640425MA0000002H";
    public const string C = "91640425MA0000003L";
    public const string Old = "640425200000016";

    public static DirectoryPlace Targets { get; } = new(TestPacks.Tiny, TargetSheet.Id);

    /// <summary>A valid code for a number.</summary>
    public static string CodeOf(int number)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"92640425MA{number:0000000}");
        return body + CreditCode.CheckOf(body);
    }

    public static Task<UpdateReport> UpdateAsync(this TestEngine engine, string csv, bool isPreview = false, bool closes = false, string directory = TargetSheet.Id) =>
        engine.UpdateAsync(new MemoryStream(Encoding.UTF8.GetBytes(csv)), isPreview, closes, directory);

    public static Task<UpdateReport> UpdateAsync(this TestEngine engine, Stream file, bool isPreview = false, bool closes = false, string directory = TargetSheet.Id) =>
        engine.Get<DirectoryUpdate>().RunAsync(engine.Tiny, new(directory, "测试员") { IsPreview = isPreview, ClosesMissing = closes }, file, null, default);

    public static string Told(this UpdateReport report) => string.Create(CultureInfo.InvariantCulture, $"+{report.Added} ~{report.Changed} ={report.Same} -{report.Closed} ?{report.Missing}");

    public static IEnumerable<string> Codes(this UpdateReport report) => report.Faults.Select(fault => string.Create(CultureInfo.InvariantCulture, $"{fault.Line}:{fault.Column} {fault.Code}"));

    /// <summary>Code, name and status of the targets on a day.</summary>
    public static async Task<string[]> AsOfAsync(this TestEngine engine, string on)
    {
        await using var connection = await engine.Database.Source.OpenConnectionAsync();
        var rows = new List<string>();
        await foreach (var row in DirectoryQueries.AsOfAsync(connection, Targets, DateOnly.Parse(on, CultureInfo.InvariantCulture)))
            rows.Add($"{row.Code} {row.Name} {Target.Of(JsonElement.Parse(row.Content)).Status}");
        return [.. rows];
    }

    public static Task<IReadOnlyList<DirectoryRow>> VersionsAsync(this TestEngine engine, string code) =>
        engine.Database.Source.ReadAsync(connection => DirectoryQueries.VersionsAsync(connection, Targets, code, default), default);

    public static Task<IReadOnlyList<DirectoryRow>> ListAsync(this TestEngine engine, DirectoryFilter filter) =>
        engine.Database.Source.ReadAsync(connection => DirectoryQueries.ListAsync(connection, Targets, filter, default), default);
}
