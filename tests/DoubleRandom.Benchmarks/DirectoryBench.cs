using System.Diagnostics;
using System.Globalization;
using System.Text;
using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Directories;
using DoubleRandom.Store;
using DoubleRandom.Store.Directories;

namespace DoubleRandom.Benchmarks;

/// <summary>A directory of targets from a file: the first import, the same again, a hundredth of it changed, and out again.</summary>
internal static class DirectoryBench
{
    private const int MostSeconds = 180;
    private const int MostMegabytes = 1000;
    private const int MostMilliseconds = 100;

    /// <summary>Every filter alone finds an eighth of the rows or more, and none stands where another does: the worst that can be asked, bounded by the directory.</summary>
    private const int MostMillisecondsOfNothing = 1000;

    public static async Task<IEnumerable<Figure>> RunAsync(int rows)
    {
        await using var bench = await BenchDatabase.OpenAsync();
        var pack = Counties.Make(1)[0];
        var update = new DirectoryUpdate(bench.Source, TimeProvider.System);
        var file = Path.Combine(Path.GetTempPath(), $"doublerandom-bench-{Environment.ProcessId}.csv");
        try
        {
            await WriteAsync(file, rows, _ => false);
            var (bytes, first) = (new FileInfo(file).Length, await TimeAsync(update, pack, file, rows, 0));
            var again = await TimeAsync(update, pack, file, 0, 0);
            await WriteAsync(file, rows, i => i % 100 == 0);
            var changed = await TimeAsync(update, pack, file, 0, (rows + 99) / 100);
            var (exported, memory) = (await ExportAsync(bench, pack, rows), PeakMegabytes());
            var share = rows / 1_000_000.0;
            return
            [
                new("import of a directory of targets", first, "s", false, MostSeconds * share, [("rows", rows), ("megabytes", bytes / 1e6), ("sameAgain", again), ("hundredthChanged", changed), ("exported", exported)]),
                new("memory while importing", memory, "MB", false, MostMegabytes, [("rows", rows)]),
                .. await PagesAsync(bench, pack, rows),
            ];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<double> TimeAsync(DirectoryUpdate update, Pack pack, string path, int added, int changed)
    {
        await using var file = File.OpenRead(path);
        var watch = Stopwatch.StartNew();
        var report = await update.RunAsync(pack, new(TargetSheet.Id, "bench"), file, null, default);
        if (report.Faults.Count > 0 || report.Added != added || report.Changed != changed)
            throw new InvalidOperationException($"The import did something else: {report} {string.Join('\n', report.Faults.Take(3))}");
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<double> ExportAsync(BenchDatabase bench, Pack pack, int rows)
    {
        var watch = Stopwatch.StartNew();
        if (await new DirectoryExport(bench.Source).WriteAsync(pack, TargetSheet.Id, DateOnly.FromDateTime(DateTime.UtcNow.AddDays(1)), "csv", english: false, Stream.Null, default) != rows)
            throw new InvalidOperationException("The export has other rows.");
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>The pages that staff open most, each the slowest of its filters.</summary>
    private static async Task<IEnumerable<Figure>> PagesAsync(BenchDatabase bench, Pack pack, int rows)
    {
        var place = new DirectoryPlace(pack.Jurisdiction.Folder, TargetSheet.Id);
        (string Name, DirectoryFilter Filter)[] filters =
        [
            ("plain", new()), ("name", new() { Name = "店第12" }), ("rareName", new() { Name = "第99999" }), ("commonName", new() { Name = "餐饮" }), ("area", new() { Area = "640425101" }), ("industry", new() { Industry = "52" }),
            ("class", new() { Class = "D" }), ("group", new() { Group = "重点" }), ("several", new() { Class = "A", Area = "640425", Industry = "62", Name = "餐饮" }),
        ];
        var times = new List<(string, double)>();
        foreach (var (name, filter) in filters)
            times.Add((name, await ListAsync(filter)));
        var none = new DirectoryFilter { Class = "C", Area = "640425", Industry = "62", Name = "商贸" };
        return
        [
            new("slowest page of a directory", times.Max(time => time.Item2), "ms", false, MostMilliseconds, [("rows", rows), .. times]),
            new("page of a directory with four filters that together find nothing", await ListAsync(none), "ms", false, MostMillisecondsOfNothing, [("rows", rows)]),
        ];

        Task<double> ListAsync(DirectoryFilter filter) => MillisecondsAsync(() => bench.Source.ReadAsync(connection => DirectoryQueries.ListAsync(connection, place, filter, default), default));
    }

    private static async Task<double> MillisecondsAsync(Func<Task> work)
    {
        await work();
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task WriteAsync(string path, int rows, Func<int, bool> isChanged)
    {
        await using var file = new StreamWriter(path, append: false, new UTF8Encoding(true), 1 << 20);
        await file.WriteLineAsync("统一社会信用代码,名称,地址,区划代码,行业代码,类型,经营范围,状态,登记日期,信用风险等级,特殊重点领域,子名录库,投诉举报次数,检查日期");
        for (var i = 0; i < rows; i++)
            await file.WriteLineAsync(Line(i, isChanged(i)));
    }

    private static string Line(int i, bool isChanged)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"91640425MA{i:0000000}");
        var code = body + CreditCode.CheckOf(body);
        var trade = Trades[i % Trades.Length];
        return string.Create(CultureInfo.InvariantCulture,
            $"{code},彭阳县兴旺{trade}店第{i}号,宁夏回族自治区固原市彭阳县白阳镇南门社区民生路{i % 900}号,{640425100 + i % 12},{Industries[i % Industries.Length]},有限责任公司（自然人投资或控股）,{trade}；食品销售；日用百货销售；道路货物运输（不含危险货物）（依法须经批准的项目，经相关部门批准后方可开展经营活动）,{(isChanged ? "停业" : "在营")},{2000 + i % 25}-03-0{1 + i % 9},{"ABCD"[i % 4]},{(i % 50 == 0 ? "是" : "否")},{(i % 200 == 0 ? "重点" : "")},{i % 3},{(i % 5 == 0 ? "2024-05-06;2025-06-07" : "")}");
    }

    /// <summary>The largest this process has been, as Linux counts it; on other systems, as the runtime does.</summary>
    private static double PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }

    private static readonly string[] Trades = ["餐饮", "商贸", "农资", "建材", "药品", "机械", "广告", "运输"];
    private static readonly string[] Industries = ["6210", "5211", "5167", "5175", "5251", "3311", "7251", "5431"];
}
