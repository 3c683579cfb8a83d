using DoubleRandom.Cli.Line;
using DoubleRandom.Core;

namespace DoubleRandom.Cli.Verbs.Exchanges;

/// <summary>Has a running server write published results into a platform's file.</summary>
internal sealed class ExchangeExportVerb : ServerVerb
{
    private const string Since = "--since";
    private const string Out = "--out";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public ExchangeExportVerb()
        : base("export", new("把公示结果导出为平台的文件", "export published results as the platform's file"))
    {
        Options.Add(ExchangeVerb.JurisdictionOf());
        Options.Add(ExchangeVerb.ProfileOf());
        Options.Add(new Setting(Since, "D", new("这一天起公示或更正的；默认为平台尚未接收的", "those published or corrected on this day or later; default: those that the platform does not have")));
        Options.Add(new Setting(Out, "FILE", new("写入的文件", "the file to write"), needed: true));
        AddServer("table", "json");
        Examples = ["doublerandom exchange export --jurisdiction jieyang --profile provincial-results --out results.xlsx"];
        Asks(async (call, engine, cancel) =>
        {
            var path = Path.GetFullPath(call.Needed(Out), call.Terminal.Folder);
            var half = path + ".part";
            try
            {
                // Beside the file until it is whole: an export that is refused leaves what was there before.
                await using (var file = File.Create(half))
                {
                    using var request = new HttpRequestMessage(HttpMethod.Get, Address($"{ExchangeVerb.Address(call)}/file", ("since", call.DateOrNull(Since)?.Iso())));
                    await engine.DownloadAsync(request, Patience, file, cancel);
                }

                File.Move(half, path, overwrite: true);
            }
            finally
            {
                File.Delete(half);
            }

            call.Terminal.Error.WriteLine(call.Say($"已写入 {path}", $"written to {path}"));
        });
    }
}
