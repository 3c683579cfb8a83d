using DoubleRandom.Service.Channels;
using DoubleRandom.Service.Channels.Smtp;
using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Tests.Channels;
using DoubleRandom.Store;
using DoubleRandom.Store.Notices;

namespace DoubleRandom.Service.Tests.Engine;

public sealed class DeliveryPumpTests
{
    private static readonly DeliveryOutcome Later = new DeliveryOutcome.RetryLater(new("稍后", "later"));

    [Fact]
    public async Task Run_DeliversOnce_WhenAllIsWell()
    {
        await using var engine = await DueAsync();

        Assert.Equal(4, await engine.Get<DeliveryPump>().RunAsync(default));
        Assert.Equal(0, await engine.Get<DeliveryPump>().RunAsync(default));

        Assert.Equal(["al@tiny.test", "bl@tiny.test", "gl@tiny.test", "gus@tiny.test"], engine.Mail.Sent.Select(message => message.Address).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(4, await engine.AskAsync<long>("select count(*) from delivery where state = 'delivered' and attempts = 1 and delivered_at is not null and next_attempt_at is null"));
        Assert.All(engine.Mail.Sent, message => Assert.Equal("monthly", message.Data["obligation"]));
    }

    [Fact]
    public async Task Run_DeliversEachOnce_WhenTwoNodesPumpAtOnce()
    {
        await using var engine = await DueAsync();
        await engine.DoAsync("insert into delivery select notice, channel, n || address, state, 0, next_attempt_at from delivery cross join generate_series(1, 60) n");
        await using var other = await engine.AnotherNodeAsync();

        var delivered = await Task.WhenAll(new[] { engine, other, engine }.Select(node => Task.Run(() => node.Get<DeliveryPump>().RunAsync(default))));

        Assert.Equal(244, delivered.Sum());
        Assert.Equal(244, engine.Mail.Sent.Concat(other.Mail.Sent).DistinctBy(message => message.Key, StringComparer.Ordinal).Count());
        Assert.Equal(244, engine.Mail.Sent.Count + other.Mail.Sent.Count);
    }

    [Fact]
    public async Task Run_BacksOffWithTheSameKeyAndEndsInADeadLetter_WhenTheServerStaysAway()
    {
        await using var engine = await DueAsync();
        engine.Mail.Answer = _ => Later;
        var attempts = 0;

        while ((await engine.ListAsync<DateTimeOffset>("select next_attempt_at from delivery where state = 'pending' limit 1")).ToArray() is [var next])
        {
            engine.Clock.Set(next);
            await engine.Get<DeliveryPump>().RunAsync(default);
            Assert.Equal(++attempts * 4, engine.Mail.Sent.Count);
        }

        Assert.Equal(Backoff.MostAttempts, attempts);
        Assert.Equal(4, engine.Mail.Sent.Select(message => message.Key).Distinct(StringComparer.Ordinal).Count());
        var dead = await DeadAsync(engine);
        Assert.Equal(4, dead.Count);
        Assert.All(dead, letter => Assert.Contains("稍后", letter.LastError, StringComparison.Ordinal));

        engine.Mail.Answer = _ => new DeliveryOutcome.Delivered();
        foreach (var letter in dead)
            Assert.Equal(1, await engine.Database.Source.ReadAsync(connection => Deliveries.RetryAsync(connection, letter.Notice, engine.Clock.GetUtcNow(), default), default));
        Assert.Equal(4, await engine.Get<DeliveryPump>().RunAsync(default));
        Assert.Empty(await DeadAsync(engine));
    }

    [Fact]
    public async Task Run_BuriesAtOnce_WhenTheReceiverRefusesForGood()
    {
        await using var engine = await DueAsync();
        engine.Mail.Answer = message => message.Address is "al@tiny.test" ? new DeliveryOutcome.Refused(new("无此人", "no such person")) : new DeliveryOutcome.Delivered();

        Assert.Equal(3, await engine.Get<DeliveryPump>().RunAsync(default));

        Assert.Equal(("al@tiny.test", 1), (Assert.Single(await DeadAsync(engine)).Address, (await DeadAsync(engine))[0].Attempts));
    }

    [Fact]
    public async Task Run_ServesTheOthersAndCounts_WhenAChannelThrows()
    {
        await using var engine = await DueAsync();
        engine.Mail.Answer = message => message.Address is "al@tiny.test" ? throw new FormatException("bug") : new DeliveryOutcome.Delivered();

        Assert.Equal(3, await engine.Get<DeliveryPump>().RunAsync(default));

        Assert.Equal("pending 1", await engine.AskAsync<string>("select state || ' ' || attempts from delivery where address = 'al@tiny.test' and last_error like '%bug%'"));
    }

    [Fact]
    public async Task Run_TriesAgainAfterTheLease_WhenANodeDiedAfterItsClaim()
    {
        await using var engine = await DueAsync();
        var now = engine.Clock.GetUtcNow();
        await engine.Database.Source.ReadAsync(connection => Deliveries.ClaimAsync(connection, now, TimeSpan.FromMinutes(5), 50, default), default);

        Assert.Equal(0, await engine.Get<DeliveryPump>().RunAsync(default));
        engine.Clock.Set(now.AddMinutes(5));
        Assert.Equal(4, await engine.Get<DeliveryPump>().RunAsync(default));
        Assert.Equal(4, await engine.AskAsync<long>("select count(*) from delivery where state = 'delivered' and attempts = 2"));
    }

    [Fact]
    public async Task Note_IsNoNews_WhenAFailureComesAfterAnotherNodeDelivered()
    {
        await using var engine = await DueAsync();
        var now = engine.Clock.GetUtcNow();
        var slow = (await engine.Database.Source.ReadAsync(connection => Deliveries.ClaimAsync(connection, now, TimeSpan.FromMinutes(5), 50, default), default))[0];
        engine.Clock.Set(now.AddMinutes(6));
        await engine.Get<DeliveryPump>().RunAsync(default);

        await engine.Database.Source.ReadAsync(
            async connection =>
            {
                await Deliveries.NoteAsync(connection, slow, "pending", now.AddMinutes(7), "timeout", now, default);
                return 0;
            },
            default);

        Assert.Equal(4, await engine.AskAsync<long>("select count(*) from delivery where state = 'delivered'"));
    }

    [Fact]
    public async Task Run_DeliversThroughARealServer_WhenEarlierOnesHungRefusedAndDropped()
    {
        var way = new SwitchedChannel();
        await using var engine = await DueAsync(new Dictionary<string, IChannel>(StringComparer.Ordinal) { ["mail"] = way });
        await engine.DoAsync("delete from delivery where address <> 'al@tiny.test'");
        var pump = engine.Get<DeliveryPump>();
        await using var hanging = new BadListener(hangs: true);
        await using var dropping = new BadListener(hangs: false, "220 hello", "250 hi", "250 ok", "250 ok", "354 go on");
        await using var server = await SmtpServerProcess.StartAsync("plain");

        foreach (var port in new[] { hanging.Port, BadListener.ClosedPort(), dropping.Port })
        {
            way.Port = port;
            engine.Clock.Set(await engine.AskAsync<DateTimeOffset>("select next_attempt_at from delivery"));
            Assert.Equal(0, await pump.RunAsync(default));
        }

        way.Port = server.Port;
        engine.Clock.Set(await engine.AskAsync<DateTimeOffset>("select next_attempt_at from delivery"));
        Assert.Equal(1, await pump.RunAsync(default));

        var headers = (await server.ReceivedAsync()).GetProperty("headers");
        Assert.Equal((await engine.NoticesAsync("recipient_unit = 'alpha'"))[0].Key + ">al@tiny.test", headers.GetProperty("x-doublerandom-key").GetString());
        Assert.Equal("delivered 4", await engine.AskAsync<string>("select state || ' ' || attempts from delivery"));
    }

    private static async Task<TestEngine> DueAsync(IReadOnlyDictionary<string, IChannel>? channels = null)
    {
        var engine = await TestEngine.TinyAsync(channels: channels);
        await engine.SweepAtAsync("2026-03-13 09:00");
        return engine;
    }

    private static Task<IReadOnlyList<DeadLetter>> DeadAsync(TestEngine engine) =>
        engine.Database.Source.ReadAsync(connection => Deliveries.DeadAsync(connection, 100, default), default);

    /// <summary>Mail by whichever server the test names.</summary>
    private sealed class SwitchedChannel : IChannel
    {
        public int Port { get; set; }

        public string Name => "mail";

        public Task<DeliveryOutcome> DeliverAsync(OutgoingMessage message, CancellationToken cancellationToken) => new SmtpChannel(new()
        {
            Host = "localhost",
            Port = Port,
            Security = SmtpSecurity.None,
            From = "notice@county.test",
            FromName = "测试县办公室",
            MessageIdDomain = "notices.county.test",
            Timeout = TimeSpan.FromSeconds(2),
        }).DeliverAsync(message, cancellationToken);
    }
}
