using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Directory;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.People;

namespace DoubleRandom.Cli.Verbs;

/// <summary>Groups what can be imported.</summary>
internal sealed class ImportVerb : Verb
{
    public ImportVerb()
        : base("import", new("导入数据", "import data"))
    {
        Subcommands.Add(new ImportDirectoryVerb());
        Subcommands.Add(new ImportRowsVerb(TargetSheet.Id, new("导入检查对象名录库", "import the directory of targets")));
        Subcommands.Add(new ImportRowsVerb(InspectorSheet.Id, new("导入检查人员名录库（含专家）", "import the directory of inspectors and experts")));
        Subcommands.Add(new ImportRowsVerb(ItemSheet.Id, new("导入抽查事项清单", "import the list of inspection items")));
    }
}

/// <summary>Replaces the directory of a jurisdiction's people with a file: all of it, or nothing.</summary>
internal sealed class ImportDirectoryVerb : Verb
{
    private const string File = "FILE";
    private const string Jurisdiction = "--jurisdiction";

    public ImportDirectoryVerb()
        : base("directory", new("导入单位联络员、负责人名录（CSV）", "import the units' liaisons and leaders (CSV)"))
    {
        Arguments.Add(new Word(File, new("CSV 文件：单位,姓名,职能,邮箱,电话,webhook,语言", "CSV file: unit,name,function,email,phone,webhook,language")));
        Options.Add(new Setting(Jurisdiction, "NAME", new("辖区；默认由文件中的单位名推断", "jurisdiction; default the one whose units the file names")));
        Options.Add(DataPlace.DatabaseOf());
        Options.Add(DataPlace.DataOf());
        Options.Add(RunningEngine.ServerOf(new("交给本机这个服务器导入；默认：数据文件夹正由服务器使用时自动交给它", "have this server on this machine import it; default: the one that holds the data folder, if any")));
        Options.Add(CommonOptions.FormatOf("table", "json"));
        Examples = ["doublerandom import directory pengyang.csv --jurisdiction pengyang"];
        Does(RunAsync);
    }

    private static async Task<int> RunAsync(Call call, CancellationToken cancel)
    {
        var bytes = await ReadAsync(call, cancel);
        var pack = Choose(call, bytes);
        if (DirectoryFile.Read(bytes.Span, DirectoryImport.Units(pack)) is { Faults.Count: > 0 } faulty)
            return Report(call, pack, DirectoryAnswer.Of(faulty));
        return Report(call, pack, await ImportAsync(call, pack, bytes, cancel));
    }

    private static Task<DirectoryAnswer> ImportAsync(Call call, Pack pack, ReadOnlyMemory<byte> bytes, CancellationToken cancel) => DataHolder.AskAsync(
        call,
        async database => DirectoryAnswer.Of(await new DirectoryImport(database.Source, new DirectorySnapshot(call.Terminal.Clock), call.Terminal.Clock).ImportAsync(pack, bytes, "import directory", cancel)),
        server => server.ImportAsync(pack, bytes, cancel),
        cancel);

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(Call call, CancellationToken cancel)
    {
        var path = Path.GetFullPath(call.Needed(File), call.Terminal.Folder);
        if (!System.IO.File.Exists(path))
            throw new UsageException(new($"没有文件 {path}", $"there is no file {path}"), new("检查路径", "check the path"));
        await using var stream = System.IO.File.OpenRead(path);
        var bytes = new byte[(int)Math.Min(stream.Length, DirectoryFile.MostBytes + 1)];
        await stream.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }

    /// <summary>The jurisdiction named, or the only one all of whose units the file knows.</summary>
    private static Pack Choose(Call call, ReadOnlyMemory<byte> bytes)
    {
        if (call.Text(Jurisdiction) is { } named)
            return call.Packs.Sound(named, call.Terminal);
        var packs = call.Packs.Library.Jurisdictions.Select(folder => call.Packs.Sound(folder, call.Terminal)).ToArray();
        return packs.Where(pack => DirectoryFile.Read(bytes.Span, DirectoryImport.Units(pack)).Faults.Count == 0).ToArray() is [var only]
            ? only
            : throw new UsageException(
                new("从文件看不出是哪个辖区", "the file does not tell which jurisdiction it is for"),
                new($"用 --jurisdiction 写明：{string.Join(", ", packs.Select(pack => pack.Jurisdiction.Id))}", $"name it with --jurisdiction: {string.Join(", ", packs.Select(pack => pack.Jurisdiction.Id))}"));
    }

    private static int Report(Call call, Pack pack, DirectoryAnswer reading)
    {
        if (reading.Faults.Count > 0)
            return FaultLines.Write(call, reading.Faults);
        if (call.IsJson)
            call.Json.Write(json =>
            {
                json.WriteString("jurisdiction", pack.Jurisdiction.Folder);
                json.WriteNumber("people", reading.People);
                json.WriteString("encoding", reading.Encoding);
            });
        else
            call.Terminal.Out.WriteLine(call.Say($"{pack.Jurisdiction.Name.Zh}：导入 {reading.People} 人（{reading.Encoding}）", $"{pack.Jurisdiction.Name.En}: {reading.People} people imported ({reading.Encoding})"));
        return Exit.Good;
    }
}
