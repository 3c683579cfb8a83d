using System.IO.Compression;
using System.Text;
using DoubleRandom.Core.Packs;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.Packs;
using DoubleRandom.Web.Api.Jurisdictions;
using DoubleRandom.Web.Api.OpenApi;
using DoubleRandom.Web.Api.Problems;
using DoubleRandom.Web.Api.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace DoubleRandom.Web.Api.Packs;

/// <summary>Packs: which versions there are, which runs, why a folder was refused, and the files themselves.</summary>
internal static class PackRoutes
{
    private static readonly Parameter Format = new("format", ParameterKind.Choice, new("json（路径到文本，默认）或 zip（原始字节）", "json (path to text, the default) or zip (the bytes themselves)")) { Choices = ["json", "zip"] };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/packs", AllAsync)
            .Is("packs.list", new("列出配置包", "List packs"), new("全部配置包的版本，以及现在校验不通过的文件夹及其问题。", "The versions of every pack, and the folders that do not validate now, with their faults."))
            .Produces<IReadOnlyList<PackView>>();
        api.MapGet("/packs/{name}", OneAsync)
            .Is("packs.get", new("读取配置包", "Read a pack"), new("各版本、现行版本，以及文件夹被拒绝的原因。", "Its versions, the one that runs, and why its folder was refused."), 404)
            .Produces<PackView>();
        api.MapGet("/packs/{name}/versions/{hash}/files", FilesAsync).Takes(Format)
            .Is("packs.files", new("读取某版本的文件", "Read the files of a version"), new("采用时的全部文件，含所继承的各层和日历；内容不变，可长期缓存。", "Every file as it was when adopted, inherited layers and calendars included; it never changes and may be cached for good."), 404)
            .Produces<IReadOnlyDictionary<string, string>>().Produces<byte[]>(200, "application/zip");
    }

    private static async Task<IResult> AllAsync(NpgsqlDataSource source, CancellationToken cancel) => Results.Ok(await source.ReadAsync(
        async connection =>
        {
            var jurisdictions = (await PackVersions.JurisdictionsAsync(connection, cancel)).ToDictionary(row => row.Folder, StringComparer.Ordinal);
            var rejections = (await PackVersions.RejectionsAsync(connection, cancel)).ToDictionary(row => row.Jurisdiction, StringComparer.Ordinal);
            var views = new List<PackView>();
            foreach (var folder in jurisdictions.Keys.Union(rejections.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
                views.Add(View(folder, jurisdictions.GetValueOrDefault(folder), rejections.GetValueOrDefault(folder), await PackVersions.OfAsync(connection, folder, cancel)));
            return views;
        },
        cancel));

    private static async Task<IResult> OneAsync(string name, NpgsqlDataSource source, RunningPacks packs, CancellationToken cancel)
    {
        var folder = packs.FolderOf(name);
        var view = await source.ReadAsync(
            async connection =>
            {
                var row = (await PackVersions.JurisdictionsAsync(connection, cancel)).FirstOrDefault(row => string.Equals(row.Folder, folder, StringComparison.Ordinal));
                var rejection = (await PackVersions.RejectionsAsync(connection, cancel)).FirstOrDefault(row => string.Equals(row.Jurisdiction, folder, StringComparison.Ordinal));
                return row is null && rejection is null ? null : View(folder, row, rejection, await PackVersions.OfAsync(connection, folder, cancel));
            },
            cancel);
        return view is null ? packs.NoSuch(name) : Results.Ok(view);
    }

    private static async Task<IResult> FilesAsync(string name, string hash, HttpContext http, NpgsqlDataSource source, RunningPacks packs, CancellationToken cancel)
    {
        var folder = packs.FolderOf(name);
        var library = await source.ReadAsync(
            async connection => (await PackVersions.OfAsync(connection, folder, cancel)).Any(version => string.Equals(version.Hash, hash, StringComparison.Ordinal))
                ? await PackVersions.FilesAsync(connection, folder, hash, cancel)
                : null,
            cancel);
        if (library is null)
            return new ProblemResult(ProblemKind.NotFound, Faults.Unknown("version-unknown", hash, "版本", "version"));
        http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        if (http.Request.Text("format") is "zip")
            return Results.Bytes(Zip(library), "application/zip", $"{folder}-{hash[..12]}.zip", entityTag: new EntityTagHeaderValue($"\"{hash}\""));
        return Results.Ok(library.Files.ToDictionary(file => file.Path, file => Encoding.UTF8.GetString(file.Content.Span), StringComparer.Ordinal));
    }

    private static PackView View(string folder, JurisdictionRow? row, PackRejectionRow? rejection, IReadOnlyList<PackVersionRow> versions) => new(
        folder, row?.RunningVersion,
        [.. versions.Select(version => new PackVersionView(version.Hash, version.Number, version.AdoptedAt, string.Equals(version.Hash, row?.RunningVersion, StringComparison.Ordinal)))],
        rejection is null ? null : PackRejectionView.Of(rejection));

    private static byte[] Zip(PackLibrary library)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var file in library.Files)
            {
                var entry = zip.CreateEntry(file.Path);
                // The same version gives the same bytes.
                entry.LastWriteTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var content = entry.Open();
                content.Write(file.Content.Span);
            }

        return bytes.ToArray();
    }
}
