using System.Globalization;
using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;

namespace DoubleRandom.Cli.Verbs;

/// <summary>Attaches a file to a task.</summary>
internal sealed class TaskAttachVerb : ServerVerb
{
    private const string Task = "TASK";
    private const string File = "FILE";

    public TaskAttachVerb()
        : base("attach", new("附文件，至多 20 MB", "attach a file, up to 20 MB"))
    {
        AddCommand(NumberText.TaskOf(Task), new Word(File, new("文件", "the file")));
        Examples = ["doublerandom task attach 12/3 record.pdf --by 王某 --by-unit police"];
        Asks(AttachAsync);
    }

    private static async Task AttachAsync(Call call, RunningEngine engine, CancellationToken cancel)
    {
        var (address, path) = (NumberText.Task(call, Task), Path.GetFullPath(call.Needed(File), call.Terminal.Folder));
        if (!System.IO.File.Exists(path))
            throw new UsageException(new($"没有文件 {path}", $"there is no file {path}"), new("检查路径", "check the path"));
        using var form = new MultipartFormDataContent();
        foreach (var (key, value) in Acting.Said(call))
            form.Add(new StringContent((string)value!), key);
        var seen = await Acting.SeenAsync(call, engine, address[..address.IndexOf("/tasks", StringComparison.Ordinal)], cancel);
        form.Add(new StringContent(seen.ToString(CultureInfo.InvariantCulture)), "version");
        form.Add(new StreamContent(System.IO.File.OpenRead(path)), "file", Path.GetFileName(path));
        using var request = Acting.Request(call, $"{address}/files", form);
        ReceiptPage.Write(call, await engine.AskAsync(request, cancel));
    }
}
