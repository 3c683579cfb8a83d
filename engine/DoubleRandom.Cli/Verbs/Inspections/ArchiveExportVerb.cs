using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;

namespace DoubleRandom.Cli.Verbs.Inspections;

/// <summary>Saves everything of a task in one file.</summary>
internal sealed class ArchiveExportVerb : ServerVerb
{
    private const string Task = "--task";
    private const string Out = "--out";

    public ArchiveExportVerb()
        : base("export", new("导出任务档案（须有服务器在运行）", "export the archive of a task (from a running server)"))
    {
        Options.Add(new Setting(Task, "N", new("任务的流程实例编号", "number of the task's workflow instance"), needed: true));
        Options.Add(new Setting(Out, "FILE", new("写入的 ZIP 文件", "the ZIP file to write"), needed: true));
        AddPlace();
        Examples = ["doublerandom archive export --task 12 --out T-18.zip"];
        Asks((call, engine, cancel) => SavedFile.WriteAsync(call, engine, $"{NumberText.Instance(NumberText.Needed(call, Task))}/archive", Out, cancel));
    }
}
