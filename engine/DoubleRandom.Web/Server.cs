using System.Globalization;
using System.Net;
using DoubleRandom.Service;
using DoubleRandom.Service.Channels;
using DoubleRandom.Service.Channels.Smtp;
using DoubleRandom.Service.Channels.Webhooks;
using DoubleRandom.Service.Clocks;
using DoubleRandom.Service.Demo;
using DoubleRandom.Service.Notices;
using DoubleRandom.Store;
using DoubleRandom.Store.Cluster;
using DoubleRandom.Web.Api;
using DoubleRandom.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DoubleRandom.Web;

/// <summary>The server's composition root.</summary>
public static class Server
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan DemoBeat = TimeSpan.FromMilliseconds(250);

    /// <summary>Opens the database and builds the server, ready to be started. Disposing the returned server closes the database too.</summary>
    /// <exception cref="DatabaseUnavailableException">Somebody has to act before the database can be used.</exception>
    /// <exception cref="ArgumentException">The address is not a loopback address.</exception>
    public static async Task<RunningServer> BuildAsync(ServeOptions options, CancellationToken cancel)
    {
        if (!IsLoopback(options.Address))
            throw new ArgumentException($"{options.Address} is not a loopback address, and sign-in does not exist yet.", nameof(options));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).AddFilter("Quartz", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning);
        builder.WebHost.UseUrls($"http://{options.Address}:{options.Port}");
        builder.WebHost.UseKestrelCore();
        var clock = ClockOf(options);
        var database = await Database.OpenAsync(new DatabaseOptions { ConnectionString = options.Database, DataFolder = options.DataFolder }, TimeProvider.System, cancel);
        var isVirtual = options.Clock is not null;
        var engine = new EngineOptions(
            database, options.PacksRoot, clock, new NoticeSettings(options.BaseUrl, isVirtual), ChannelsOf(builder.Configuration, isVirtual),
            SweepOf(options), isVirtual ? DemoBeat : Beat);
        builder.Services.AddPages().AddApi().AddEngine(engine).AddEngineSchedule(engine);
        if (clock is VirtualClock virtualClock)
            builder.Services.AddSingleton(virtualClock).AddHostedService<SampleUnits>().AddHostedService<DemoDiary>().AddHostedService<DemoClock>();
        var app = builder.Build();
        if (options.Database is null)
            app.Lifetime.ApplicationStarted.Register(() => FolderHolder.Announce(options.DataFolder, new(app.Urls.First())));
        app.MapApi();
        app.MapPages();
        return new(app, database);
    }

    /// <summary>Whether an address reaches this machine alone: until sign-in exists, no other is taken.</summary>
    public static bool IsLoopback(string address) =>
        string.Equals(address, "localhost", StringComparison.Ordinal) || (IPAddress.TryParse(address, out var ip) && IPAddress.IsLoopback(ip));

    private static TimeProvider ClockOf(ServeOptions options)
    {
        // A county's morning: eight o'clock in China, before the offices open.
        return options.Clock is { } day ? new VirtualClock(new DateTimeOffset(day, new(8, 0), TimeSpan.FromHours(8)).ToUniversalTime(), options.Speed, TimeProvider.System) : TimeProvider.System;
    }

    /// <summary>A simulated clock runs hours ahead between two beats; that is no outage.</summary>
    private static SweepOptions SweepOf(ServeOptions options) =>
        options.Clock is null ? SweepOptions.Usual : new(TimeSpan.FromSeconds(Math.Max(3600, 10 * options.Speed)));

    /// <summary>Mail and webhooks leave the machine only by the clock of life: what a simulation decides stays in the inbox.</summary>
    private static ChannelSet ChannelsOf(IConfiguration configuration, bool isVirtual)
    {
        var channels = new Dictionary<string, IChannel>(StringComparer.Ordinal);
        if (isVirtual)
            return new(channels);
        channels["webhook"] = new WebhookChannel(new HttpClient(WebhookChannel.CreateHandler()), new WebhookOptions(), TimeProvider.System);
        var smtp = configuration.GetSection("Smtp");
        if (smtp["Host"] is { Length: > 0 } host)
            channels["mail"] = new SmtpChannel(new SmtpOptions
            {
                Host = host,
                Port = int.Parse(smtp["Port"] ?? "587", CultureInfo.InvariantCulture),
                Security = Enum.Parse<SmtpSecurity>(smtp["Security"] ?? "StartTls", ignoreCase: true),
                User = smtp["User"],
                Password = smtp["Password"],
                From = smtp["From"] ?? "doublerandom@localhost",
                FromName = smtp["FromName"],
                MessageIdDomain = smtp["MessageIdDomain"] ?? "doublerandom.local",
            });
        return new(channels);
    }
}
