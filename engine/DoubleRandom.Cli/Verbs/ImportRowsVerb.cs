using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Core;
using DoubleRandom.Core.Directories;
using DoubleRandom.Service.Directories;

namespace DoubleRandom.Cli.Verbs;

/// <summary>Brings a directory of inspection up to a file: all of it, or nothing.</summary>
internal sealed class ImportRowsVerb : Verb
{
    private const string FileWord = "FILE";
    private const string Jurisdiction = "--jurisdiction";
    private const string Preview = "--preview";
    private const string CloseMissing = "--close-missing";
    private const string By = "--by";
    private readonly string _directory;

    public ImportRowsVerb(string directory, Bilingual about)
        : base(directory, about)
    {
        _directory = directory;
        Arguments.Add(new Word(FileWord, new("CSV（UTF-8 或 GB18030）或 .xlsx 文件；各栏见 docs/directories.md", "CSV (UTF-8 or GB18030) or .xlsx file; docs/directories.md has the columns")));
        Options.Add(new Setting(Jurisdiction, "NAME", new("辖区", "jurisdiction"), needed: true));
        Options.Add(new Flag(Preview, new("只说明会新增、变更、移出什么", "only say what would be added, changed and closed")));
        Options.Add(new Flag(CloseMissing, new("文件是全量：移出文件中没有的行", "the file is the whole directory: close the rows that it does not have")));
        Options.Add(new Setting(By, "NAME", new("经办人；默认 import", "who does it; default import")));
        Options.Add(DataPlace.DatabaseOf());
        Options.Add(DataPlace.DataOf());
        Options.Add(RunningEngine.ServerOf(new("交给本机这个服务器导入；默认：数据文件夹正由服务器使用时自动交给它", "have this server on this machine import it; default: the one that holds the data folder, if any")));
        Options.Add(CommonOptions.FormatOf("table", "json"));
        Examples = [$"doublerandom import {directory} {directory}.xlsx --jurisdiction pengyang --preview"];
        Does(RunAsync);
    }

    private async Task<int> RunAsync(Call call, CancellationToken cancel)
    {
        var path = Path.GetFullPath(call.Needed(FileWord), call.Terminal.Folder);
        if (!File.Exists(path))
            throw new UsageException(new($"没有文件 {path}", $"there is no file {path}"), new("检查路径", "check the path"));
        var pack = call.Packs.Sound(call.Needed(Jurisdiction), call.Terminal);
        var order = new UpdateOrder(_directory, call.Text(By) ?? "import") { IsPreview = call.Has(Preview), ClosesMissing = call.Has(CloseMissing) };
        await using var file = File.OpenRead(path);
        UpdateReport report;
        using (var progress = new ProgressLine(call))
            report = await DataHolder.AskAsync(
                call,
                database => new DirectoryUpdate(database.Source, call.Terminal.Clock).RunAsync(pack, order, file, progress, cancel),
                server =>
                {
                    progress.Wait();
                    return server.UpdateAsync(pack, order, file, cancel);
                },
                cancel);
        return UpdatePage.Write(call, pack, DirectorySheets.Of(pack, _directory)!, report);
    }
}
