using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Core;
using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Deadlines;
using DoubleRandom.Service.Directories;
using DoubleRandom.Service.Directories.Tables;

namespace DoubleRandom.Cli.Verbs;

/// <summary>Groups what can be exported.</summary>
internal sealed class ExportVerb : Verb
{
    public ExportVerb()
        : base("export", new("导出数据", "export data"))
    {
        Subcommands.Add(new ExportRowsVerb(TargetSheet.Id, new("导出检查对象名录库", "export the directory of targets")));
        Subcommands.Add(new ExportRowsVerb(InspectorSheet.Id, new("导出检查人员名录库（含姓名和证件号，仅供内部）", "export the directory of inspectors (with names and credentials: for staff only)")));
        Subcommands.Add(new ExportRowsVerb(ItemSheet.Id, new("导出抽查事项清单", "export the list of inspection items")));
    }
}

/// <summary>Writes a directory of inspection as it held on a day; importing the file again changes nothing.</summary>
internal sealed class ExportRowsVerb : Verb
{
    private const string Jurisdiction = "--jurisdiction";
    private const string AsOf = "--as-of";
    private const string Out = "--out";
    private readonly string _directory;

    public ExportRowsVerb(string directory, Bilingual about)
        : base(directory, about)
    {
        _directory = directory;
        Options.Add(new Setting(Jurisdiction, "NAME", new("辖区", "jurisdiction"), needed: true));
        Options.Add(new Setting(Out, "FILE", new("写入的文件", "the file to write"), needed: true));
        Options.Add(new Setting(AsOf, "D", new("哪一天的名录库；默认今天", "the directory of which day; default today")));
        Options.Add(new Setting(CommonOptions.Format, "csv|xlsx", new("格式；默认看文件名，否则 csv", "form; default by the file's name, else csv")));
        Options.Add(DataPlace.DatabaseOf());
        Options.Add(DataPlace.DataOf());
        Options.Add(RunningEngine.ServerOf(new("由本机这个服务器导出；默认：数据文件夹正由服务器使用时由它导出", "have this server on this machine export it; default: the one that holds the data folder, if any")));
        Examples = [$"doublerandom export {directory} --jurisdiction pengyang --as-of 2026-01-01 --out {directory}.csv"];
        Does(RunAsync);
    }

    private async Task<int> RunAsync(Call call, CancellationToken cancel)
    {
        var pack = call.Packs.Sound(call.Needed(Jurisdiction), call.Terminal);
        var path = Path.GetFullPath(call.Needed(Out), call.Terminal.Folder);
        var format = call.Text(CommonOptions.Format) is null ? Path.GetExtension(path) is ".xlsx" ? "xlsx" : "csv" : call.Format;
        var asOf = call.DateOrNull(AsOf);
        // Beside the file until it is whole: a command that is stopped leaves what was there before.
        var half = path + ".part";
        try
        {
            await using (var file = File.Create(half))
            using (var progress = new ProgressLine(call))
                await DataHolder.AskAsync(
                    call,
                    database => new DirectoryExport(database.Source).WriteAsync(pack, _directory, asOf ?? Today(call, pack), format, call.Language is "en", file, cancel),
                    async server =>
                    {
                        progress.Wait();
                        await server.ExportAsync(pack, _directory, format, asOf, call.Language is "en", file, cancel);
                        return 0;
                    },
                    cancel);
            File.Move(half, path, overwrite: true);
        }
        catch (TableFileException wrong)
        {
            throw new UsageException(wrong.Fault.Problem, wrong.Fault.Remedy);
        }
        finally
        {
            File.Delete(half);
        }

        call.Terminal.Error.WriteLine(call.Say($"已写入 {path}", $"written to {path}"));
        return Exit.Good;
    }

    private static DateOnly Today(Call call, Pack pack) => JurisdictionZone.Of(pack.Jurisdiction.TimeZone).DayOf(call.Terminal.Clock.GetUtcNow());
}
