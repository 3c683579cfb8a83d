using System.Globalization;
using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Service.Clocks;
using DoubleRandom.Web;

namespace DoubleRandom.Cli.Verbs;

/// <summary>Runs the server until it is told to stop.</summary>
internal sealed class ServeVerb : Verb
{
    private const string Port = "--port";
    private const string Address = "--address";
    private const string Clock = "--clock";
    private const string Speed = "--speed";
    private const int HighestPort = 65535;

    public ServeVerb()
        : base("serve", new("启动服务器：计划、提醒、督办、网页", "run the server: plans, reminds, escalates, shows pages"))
    {
        Options.Add(new Setting(Port, "N", new("端口；默认 5080", "port; default 5080")));
        Options.Add(new Setting(Address, "IP", new("监听地址；登录功能提供之前只能是本机", "address to listen on; until sign-in exists, loopback only")));
        Options.Add(DataPlace.DatabaseOf());
        Options.Add(DataPlace.DataOf());
        Options.Add(new Setting(Clock, "D", new("演示：从该日开始的模拟时钟", "demonstration: a simulated clock that starts on this day")));
        Options.Add(new Setting(Speed, "S", new("模拟时钟的速度，如 1d/s、6h/s；默认 1d/s", "speed of the simulated clock, such as 1d/s, 6h/s; default 1d/s")));
        Examples = ["doublerandom serve", "doublerandom serve --clock 2026-02-20 --speed 1d/s"];
        Does(RunAsync);
    }

    private static async Task<int> RunAsync(Call call, CancellationToken cancel)
    {
        var options = OptionsOf(call);
        if (options.Clock is not null)
            DataPlace.Empty(options.DataFolder);
        await using var server = await Server.BuildAsync(options, cancel);
        await StartAsync(server, options, cancel);
        Welcome(call, options, server);
        await server.WaitAsync(cancel);
        return Exit.Good;
    }

    private static async Task StartAsync(RunningServer server, ServeOptions options, CancellationToken cancel)
    {
        try
        {
            await server.App.StartAsync(cancel);
        }
        catch (IOException taken)
        {
            throw new UsageException(new($"无法监听 {options.BaseUrl}（{taken.Message}）", $"cannot listen on {options.BaseUrl} ({taken.Message})"), new("停止占用该端口的程序，或用 --port 换一个端口", "stop the program that uses the port, or choose another with --port"));
        }
    }

    private static ServeOptions OptionsOf(Call call)
    {
        var place = DataPlace.Of(call);
        var clock = call.DateOrNull(Clock);
        if (clock is null && call.Text(Speed) is not null)
            throw new UsageException(new("--speed 只用于模拟时钟", "--speed belongs to a simulated clock"), new("同时给出 --clock，例如 --clock 2026-02-20", "give --clock too, such as --clock 2026-02-20"));
        return new()
        {
            PacksRoot = call.Packs.Folder,
            Port = PortOf(call.Text(Port)),
            Address = AddressOf(call.Text(Address) ?? "127.0.0.1"),
            Database = clock is null ? place.Database : null,
            DataFolder = clock is null ? place.Folder : DataPlace.DemoOf(call),
            Clock = clock,
            Speed = SpeedOf(call.Text(Speed)),
        };
    }

    private static void Welcome(Call call, ServeOptions options, RunningServer server)
    {
        call.Terminal.Out.WriteLine(call.Say($"DoubleRandom 已启动：{server.Url}    （Ctrl+C 停止）", $"DoubleRandom is running: {server.Url}    (Ctrl+C stops it)"));
        if (options.Clock is { } day)
            call.Terminal.Out.WriteLine(call.Say($"演示：模拟时钟自 {day:yyyy-MM-dd} 起，样例单位，数据在 {options.DataFolder}", $"demonstration: simulated clock from {day:yyyy-MM-dd}, sample units, data in {options.DataFolder}"));
        call.Terminal.Out.Flush();
    }

    private static string AddressOf(string address) => Server.IsLoopback(address)
        ? address
        : throw new UsageException(new($"登录功能尚未提供，不能监听 {address}", $"until sign-in exists the server does not listen on {address}"), new("用 127.0.0.1、::1 或 localhost", "use 127.0.0.1, ::1 or localhost"));

    private static int PortOf(string? text)
    {
        if (text is null)
            return new ServeOptions { PacksRoot = "", DataFolder = "" }.Port;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= HighestPort
            ? port
            : throw new UsageException(new($"“{text}”不是端口", $"\"{text}\" is no port"), new("写 0 至 65535 的数；0 为任意空闲端口", "write a number from 0 to 65535; 0 takes any free one"));
    }

    private static double SpeedOf(string? text) => VirtualClock.ParseSpeed(text ?? "1d/s")
        ?? throw new UsageException(new($"“{text}”不是速度", $"\"{text}\" is no speed"), new("写成每秒走过的时间，如 1d/s、6h/s、30m/s", "write the time that passes each second, such as 1d/s, 6h/s, 30m/s"));
}
