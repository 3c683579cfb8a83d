using System.CommandLine;
using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Core;

namespace DoubleRandom.Cli.Verbs;

/// <summary>A verb that asks a running server: finds it, and tells every reason when it refuses.</summary>
internal abstract class ServerVerb : Verb
{
    protected ServerVerb(string name, Bilingual about)
        : base(name, about)
    {
    }

    /// <summary>Options that every such verb has; added after its own.</summary>
    protected void AddServer(params IReadOnlyList<string> formats)
    {
        AddPlace();
        Options.Add(CommonOptions.FormatOf(formats));
    }

    /// <summary>Where the server is, for a verb that saves a file and shows nothing.</summary>
    protected void AddPlace()
    {
        Options.Add(DataPlace.DataOf());
        Options.Add(RunningEngine.ServerOf(new("本机服务器的地址；默认正在使用数据文件夹的那个", "address of the server on this machine; default the one that holds the data folder")));
    }

    /// <summary>The words and options of a command to an instance: its own, who acts, and where.</summary>
    protected void AddCommand(params IEnumerable<Symbol> parts)
    {
        foreach (var part in parts.Concat(Acting.Command()))
            if (part is Argument word)
                Arguments.Add(word);
            else if (part is Option option)
                Options.Add(option);
        AddServer("table", "json");
    }

    protected void Asks(Func<Call, RunningEngine, CancellationToken, Task> work) => Does(async (call, cancel) =>
    {
        _ = call.Format;
        try
        {
            await work(call, RunningEngine.Of(call), cancel);
            return Exit.Good;
        }
        catch (RefusedException refused)
        {
            RefusalPage.Write(call, refused.Problem);
            return refused.IsOnItsMerits ? Exit.Findings : Exit.Usage;
        }
    });

    /// <summary>Reads something.</summary>
    protected static async Task<EngineAnswer> GetAsync(RunningEngine engine, string address, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await engine.AskAsync(request, cancel);
    }

    /// <summary>An address with those parameters that were given.</summary>
    protected static string Address(string path, params IEnumerable<(string Name, string? Value)> parameters)
    {
        var given = parameters.Where(parameter => parameter.Value is not null).Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}");
        return $"{path}?{string.Join('&', given)}";
    }
}
