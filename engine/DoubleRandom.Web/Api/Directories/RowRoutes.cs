using System.Text.Json;
using DoubleRandom.Core.Directories;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.Directories;
using DoubleRandom.Web.Api.Jurisdictions;
using DoubleRandom.Web.Api.OpenApi;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace DoubleRandom.Web.Api.Directories;

/// <summary>The directories of inspection: what there is, a page of rows, one row with its history.</summary>
internal static class RowRoutes
{
    /// <summary>The address of a directory beneath the API's root.</summary>
    public const string One = "/jurisdictions/{name}/directories/{directory}";

    private const int Usual = 100;

    private static readonly Parameter[] Filter =
    [
        new("code", ParameterKind.Text, new("代码的开头", "beginning of the code")),
        new("text", ParameterKind.Text, new($"名称的一部分，至少 {NameGrams.Fewest} 字", $"part of the name, at least {NameGrams.Fewest} characters")),
        new("area", ParameterKind.Text, new("区划代码的开头", "beginning of the division code")),
        new("industry", ParameterKind.Text, new("行业代码的开头", "beginning of the industry code")),
        new("class", ParameterKind.Text, new("信用风险等级，或类别", "credit-risk class, or kind")),
        new("unit", ParameterKind.Text, new("单位的 id", "id of the unit")),
        new("group", ParameterKind.Text, new("子名录库或标签", "sub-directory or tag")),
        new("after", ParameterKind.Text, new("上一页的 next，用于翻页", "the page before's next, for paging")),
        Parameter.Limit(DirectoryFilter.MostRows, Usual),
    ];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/jurisdictions/{name}/directories", AllAsync)
            .Is("directories.list", new("列出名录库", "List directories"), new("检查对象、检查人员、抽查事项，及其栏目、行数和最近的导入。", "Targets, inspectors, items, with their columns, how many rows they have, and the newest imports."), 404)
            .Produces<IReadOnlyList<DirectoryView>>();
        api.MapGet(One + "/rows", FindAsync).Takes(Filter)
            .Is("directories.rows", new("查找名录库的行", "Find rows of a directory"), new("现行的行，按代码排列；不含姓名和证件号。", "Rows that hold now, by code; without names and credentials of people."), 404)
            .Produces<RowPage>();
        api.MapGet(One + "/rows/{code}", OneAsync)
            .Is("directories.row", new("读取名录库的一行", "Read a row of a directory"), new("连同全部历史版本，最新的在前。", "With all its versions, the newest first."), 404)
            .Produces<RowDetail>();
    }

    private static async Task<IResult> AllAsync(string name, NpgsqlDataSource source, RunningPacks packs, CancellationToken cancel)
    {
        if (packs.Named(name) is not { } pack)
            return packs.NoSuch(name);
        var views = new List<DirectoryView>();
        await using var connection = await source.OpenConnectionAsync(cancel);
        foreach (var sheet in DirectorySheets.Ids.Select(id => DirectorySheets.Of(pack, id)!))
        {
            var place = new DirectoryPlace(pack.Jurisdiction.Folder, sheet.Id);
            views.Add(new(sheet.Id, sheet.Name, await DirectoryQueries.CountAsync(connection, place, cancel), [.. sheet.Columns.Select(View)], await DirectoryQueries.ImportsAsync(connection, place, cancel)));
        }

        return Results.Ok(views);
    }

    private static ColumnView View(DirectoryColumn column) =>
        new(column.Id, column.Name, JsonNamingPolicy.CamelCase.ConvertName(column.Kind.ToString()), column.IsRequired, column.IsPersonal, [.. column.Choices.Select(choice => choice.Id)]);

    private static async Task<IResult> FindAsync(string name, string directory, HttpRequest request, NpgsqlDataSource source, RunningPacks packs, CancellationToken cancel)
    {
        var asked = AskedDirectory.Of(packs, name, directory);
        if (asked.Problem is not null)
            return asked.Problem;
        if (request.Text("text") is { Length: < NameGrams.Fewest })
            return new ProblemResult(ProblemKind.Invalid, Faults.WrongParameter(Filter[1]) with { Remedy = new($"至少写 {NameGrams.Fewest} 个字", $"write at least {NameGrams.Fewest} characters") });
        var filter = new DirectoryFilter
        {
            Code = request.Text("code"),
            Name = request.Text("text"),
            Area = request.Text("area"),
            Industry = request.Text("industry"),
            Class = request.Text("class"),
            Unit = request.Text("unit"),
            Group = request.Text("group"),
            After = request.Text("after"),
            Limit = request.Count("limit", Usual),
        };
        var rows = await source.ReadAsync(connection => DirectoryQueries.ListAsync(connection, asked.Place, filter, cancel), cancel);
        return Results.Ok(new RowPage([.. rows.Select(RowLine.Of)], rows.Count == filter.Limit ? rows[^1].Code : null));
    }

    private static async Task<IResult> OneAsync(string name, string directory, string code, NpgsqlDataSource source, RunningPacks packs, CancellationToken cancel)
    {
        var asked = AskedDirectory.Of(packs, name, directory);
        if (asked.Problem is not null)
            return asked.Problem;
        var versions = await source.ReadAsync(connection => DirectoryQueries.VersionsAsync(connection, asked.Place, code, cancel), cancel);
        return versions is [.., var last]
            ? Results.Ok(new RowDetail(last.Code, last.Name, last.ValidTo is null, [.. versions.Reverse().Select(RowVersion.Of)], Classes(directory, versions)))
            : new ProblemResult(ProblemKind.NotFound, Faults.Unknown("row-unknown", code, "行", "row"));
    }

    private static IReadOnlyList<ClassView> Classes(string directory, IReadOnlyList<DirectoryRow> versions) => directory is TargetSheet.Id
        ? [.. Target.ClassesOf(versions.Select(row => (row.ValidFrom, Target.Of(JsonElement.Parse(row.Content)))))?.Entries.Select(entry => new ClassView(entry.From, entry.Value)) ?? []]
        : [];
}
