using System.Diagnostics;
using System.Text.Json;
using DoubleRandom.Service.Channels;
using DoubleRandom.Service.Channels.Smtp;

namespace DoubleRandom.Service.Tests.Channels;

public sealed class SmtpChannelTests
{
    [Fact]
    public async Task Deliver_ArrivesOverTlsAndSignedIn_WhenServerDemandsStartTls()
    {
        using TestCertificate certificate = new();
        await using SmtpServerProcess server = await SmtpServerProcess.StartAsync("starttls", certificate);
        SmtpChannel channel = new(Options(server.Port) with { Security = SmtpSecurity.StartTls, User = "notice", Password = "口令-1", TrustedRoots = certificate.AsRoots });

        OutgoingMessage message = Messages.To("zhang@scjg.test");
        Assert.IsType<DeliveryOutcome.Delivered>(await channel.DeliverAsync(message, default));
        Assert.IsType<DeliveryOutcome.Delivered>(await channel.DeliverAsync(message, default));

        JsonElement first = await server.ReceivedAsync();
        JsonElement headers = first.GetProperty("headers");
        Assert.True(first.GetProperty("tls").GetBoolean());
        Assert.True(first.GetProperty("user").GetBoolean());
        Assert.Equal("notice@county.test", first.GetProperty("from").GetString());
        Assert.Equal("zhang@scjg.test", Assert.Single(first.GetProperty("to").EnumerateArray()).GetString());
        Assert.Equal(message.Subject, headers.GetProperty("subject").GetString());
        Assert.Equal(message.Body, first.GetProperty("body").GetString()!.ReplaceLineEndings("\n"));
        Assert.Equal("垣曲县联席会议办公室 <notice@county.test>", headers.GetProperty("from").GetString());
        Assert.Equal("auto-generated", headers.GetProperty("auto-submitted").GetString());
        Assert.Equal(message.Key, headers.GetProperty("x-doublerandom-key").GetString());
        Assert.Equal("Tue, 24 Mar 2026 01:00:00 +0000", headers.GetProperty("date").GetString());
        Assert.Matches("^<[0-9a-f]{40}@notices.county.test>$", headers.GetProperty("message-id").GetString());
        Assert.Empty(first.GetProperty("defects").EnumerateArray());
        Assert.True(first.GetProperty("longest").GetInt32() < 78);
        Assert.Equal(headers.GetProperty("message-id").GetString(), (await server.ReceivedAsync()).GetProperty("headers").GetProperty("message-id").GetString());
    }

    [Fact]
    public async Task Deliver_Arrives_WhenServerSpeaksTlsFromTheFirstByteAndOffersLoginOnly()
    {
        using TestCertificate certificate = new();
        await using SmtpServerProcess server = await SmtpServerProcess.StartAsync("implicit", certificate);
        SmtpChannel channel = new(Options(server.Port) with { Security = SmtpSecurity.ImplicitTls, User = "notice", Password = "口令-1", TrustedRoots = certificate.AsRoots });

        Assert.IsType<DeliveryOutcome.Delivered>(await channel.DeliverAsync(Messages.To("zhang@scjg.test"), default));
        Assert.True((await server.ReceivedAsync()).GetProperty("user").GetBoolean());
    }

    [Fact]
    public async Task Deliver_Waits_WhenPasswordIsWrong()
    {
        using TestCertificate certificate = new();
        await using SmtpServerProcess server = await SmtpServerProcess.StartAsync("starttls", certificate);
        SmtpChannel channel = new(Options(server.Port) with { Security = SmtpSecurity.StartTls, User = "notice", Password = "wrong", TrustedRoots = certificate.AsRoots });

        var outcome = Assert.IsType<DeliveryOutcome.RetryLater>(await channel.DeliverAsync(Messages.To("zhang@scjg.test"), default));
        Assert.Contains("SignIn", outcome.Reason.En, StringComparison.Ordinal);
        Assert.Contains("535", outcome.Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliver_WaitsAndNamesTheCertificate_WhenItIsNotTrusted()
    {
        using TestCertificate certificate = new();
        await using SmtpServerProcess server = await SmtpServerProcess.StartAsync("starttls", certificate);
        SmtpChannel channel = new(Options(server.Port) with { Security = SmtpSecurity.StartTls });

        var outcome = Assert.IsType<DeliveryOutcome.RetryLater>(await channel.DeliverAsync(Messages.To("zhang@scjg.test"), default));
        Assert.Contains("证书不可信", outcome.Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliver_SendsNothing_WhenServerDoesNotOfferTheTlsThatIsAskedFor()
    {
        await using SmtpServerProcess server = await SmtpServerProcess.StartAsync("plain");
        SmtpChannel channel = new(Options(server.Port) with { Security = SmtpSecurity.StartTls, User = "notice", Password = "口令-1" });

        var outcome = Assert.IsType<DeliveryOutcome.RetryLater>(await channel.DeliverAsync(Messages.To("zhang@scjg.test"), default));
        Assert.Contains("StartTls", outcome.Reason.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zhang@scjg.test", "later", typeof(DeliveryOutcome.RetryLater), "452")]
    [InlineData("busy@scjg.test", "subject", typeof(DeliveryOutcome.RetryLater), "451")]
    [InlineData("zhang@scjg.test", "never", typeof(DeliveryOutcome.Refused), "554")]
    [InlineData("gone@scjg.test", "subject", typeof(DeliveryOutcome.Refused), "550")]
    public async Task Deliver_TellsPassingFromFinal_WhenServerRefuses(string address, string subject, Type expected, string code)
    {
        await using SmtpServerProcess server = await SmtpServerProcess.StartAsync("plain");

        DeliveryOutcome outcome = await new SmtpChannel(Options(server.Port)).DeliverAsync(Messages.To(address, subject), default);

        Assert.IsType(expected, outcome);
        Assert.Contains(code, outcome.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(true, "220-endless")]
    [InlineData(true, "220 hello", "250 hi", "250 ok", "250 ok", "354 go on")]
    [InlineData(false, "220 hello")]
    [InlineData(false, "220 hello", "250 hi", "250 ok", "250 ok", "354 go on")]
    [InlineData(false, "HTTP/1.1 400 Bad Request")]
    [InlineData(false, "421 too many connections")]
    [InlineData(false, "554 no service here")]
    [InlineData(false, "220 hello", "250 hi", "530 sign in first")]
    public async Task Deliver_WaitsWithinItsTime_WhenServerHangsOrDropsOrTalksNonsense(bool hangs, params string[] lines)
    {
        await using BadListener server = new(hangs, lines);
        Stopwatch watch = Stopwatch.StartNew();

        DeliveryOutcome outcome = await new SmtpChannel(Options(server.Port) with { Timeout = TimeSpan.FromSeconds(1) }).DeliverAsync(Messages.To("zhang@scjg.test"), default);

        Assert.IsType<DeliveryOutcome.RetryLater>(outcome);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData(SmtpSecurity.ImplicitTls)]
    [InlineData(SmtpSecurity.StartTls, "220 hello", "250 hi", "220 go on")]
    public async Task Deliver_WaitsWithinItsTime_WhenTheTlsHandshakeHangs(SmtpSecurity security, params string[] lines)
    {
        await using BadListener server = new(hangs: true, lines);
        SmtpChannel channel = new(Options(server.Port) with { Security = security, Timeout = TimeSpan.FromSeconds(1) });

        var outcome = Assert.IsType<DeliveryOutcome.RetryLater>(await channel.DeliverAsync(Messages.To("zhang@scjg.test"), default));
        Assert.Contains("did not answer within 1 s", outcome.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliver_StopsAtOnce_WhenAnswersAreSlippedInBeforeTheTlsHandshake()
    {
        await using BadListener server = new(hangs: true, "220 hello", "250 hi", "220 go on\r\n250 slipped in");
        SmtpChannel channel = new(Options(server.Port) with { Security = SmtpSecurity.StartTls });

        var outcome = Assert.IsType<DeliveryOutcome.RetryLater>(await channel.DeliverAsync(Messages.To("zhang@scjg.test"), default));
        Assert.Contains("before the TLS handshake", outcome.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliver_IsDone_WhenServerDropsTheLineAfterAccepting()
    {
        await using BadListener server = new(hangs: false, "220 hello", "250 hi", "250 ok", "250 ok", "354 go on", "250 queued");

        Assert.IsType<DeliveryOutcome.Delivered>(await new SmtpChannel(Options(server.Port)).DeliverAsync(Messages.To("zhang@scjg.test"), default));
    }

    [Fact]
    public async Task Deliver_Waits_WhenNobodyListens()
    {
        DeliveryOutcome outcome = await new SmtpChannel(Options(BadListener.ClosedPort())).DeliverAsync(Messages.To("zhang@scjg.test"), default);

        Assert.IsType<DeliveryOutcome.RetryLater>(outcome);
    }

    [Theory]
    [InlineData("zhang")]
    [InlineData("zhang@scjg.test>\r\nRCPT TO:<other@scjg.test")]
    [InlineData("张三@scjg.test")]
    [InlineData("a@b@scjg..test")]
    public async Task Deliver_RefusesWithoutAsking_WhenAddressIsNone(string address)
    {
        DeliveryOutcome outcome = await new SmtpChannel(Options(BadListener.ClosedPort())).DeliverAsync(Messages.To(address), default);

        Assert.IsType<DeliveryOutcome.Refused>(outcome);
    }

    [Fact]
    public async Task Deliver_Throws_WhenCallerStops()
    {
        await using BadListener server = new(hangs: true);
        using CancellationTokenSource stop = new(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new SmtpChannel(Options(server.Port)).DeliverAsync(Messages.To("zhang@scjg.test"), stop.Token));
    }

    [Fact]
    public async Task Deliver_KeepsThePassword_WhenLineToAnotherMachineIsUnprotected()
    {
        SmtpChannel channel = new(Options(25) with { Host = "mail.county.test", User = "notice", Password = "口令-1" });

        var outcome = Assert.IsType<DeliveryOutcome.RetryLater>(await channel.DeliverAsync(Messages.To("zhang@scjg.test"), default));
        Assert.Contains("STARTTLS", outcome.Reason.Zh, StringComparison.Ordinal);
    }

    private static SmtpOptions Options(int port) => new()
    {
        Host = "localhost",
        Port = port,
        Security = SmtpSecurity.None,
        From = "notice@county.test",
        FromName = "垣曲县联席会议办公室",
        MessageIdDomain = "notices.county.test",
        Timeout = TimeSpan.FromSeconds(15),
    };
}
