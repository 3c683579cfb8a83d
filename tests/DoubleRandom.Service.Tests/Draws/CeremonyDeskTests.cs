using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Core.Draws.Records;
using DoubleRandom.Service.Draws;
using static DoubleRandom.Service.Tests.Draws.DrawingCounty;

namespace DoubleRandom.Service.Tests.Draws;

/// <summary>The ceremony of a draw with the database: what witnesses, a second person and the public may rely on.</summary>
public sealed class CeremonyDeskTests
{
    [Fact]
    public async Task Reveal_PublishesARecordThatAnybodyCanVerify_WhenTheCeremonyIsOver()
    {
        await using var county = await OpenAsync();

        var drawn = await county.DrawAsync(upTo: CeremonyStage.Revealed);

        Assert.Equal(("445200-0001", "revealed"), (drawn.Number, drawn.Stage));
        Assert.Equal(12, (await county.PicksAsync(drawn.Number)).Length); // 25 targets of each class: 10 % rounded up is 3.
        var (record, frame) = (await county.PublicFileAsync(drawn.Number, "record.json"), await county.PublicFileAsync(drawn.Number, "frame.txt"));
        var verified = RecordVerifier.Verify(record!, new RecordFiles(() => new MemoryStream(frame!)), new AllCores());
        Assert.Empty(verified.Differences);
        Assert.Equal(await county.PicksAsync(drawn.Number), verified.Drawn!.SelectMany(stratum => stratum.Selected.Select(target => target.Id)), StringComparer.Ordinal);
        Assert.Equal(
            ["draw.prepared", "draw.frozen", "draw.witnessed", "draw.witnessed", "draw.drawn", "draw.dispatched", "draw.revealed"],
            await county.Engine.ListAsync<string>("select action from audit_entry where action like 'draw.%' order by sequence"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Run_PublishesNothingOfWhoWasDrawn_WhileThePepperIsSecret()
    {
        await using var county = await OpenAsync();

        var drawn = await county.DrawAsync();

        var record = System.Text.Encoding.UTF8.GetString((await county.PublicFileAsync(drawn.Number, "record.json"))!);
        Assert.Contains("\"revealed\":\"-\"", record, StringComparison.Ordinal);
        Assert.All(await county.PicksAsync(drawn.Number), code => Assert.DoesNotContain(code, record, StringComparison.Ordinal));
        Assert.Null(await county.PublicFileAsync(drawn.Number, "frame.txt"));
    }

    [Fact]
    public async Task EveryStatement_HandsOutWhatIsPublicByThen_AfterTheDraw()
    {
        await using var county = await OpenAsync();
        Assert.Equal("", await county.PublicFilesAsync((await county.DrawAsync(upTo: CeremonyStage.Seeded)).Number));

        var secret = await county.DrawAsync(upTo: CeremonyStage.Dispatched);
        Assert.Equal("record.json", await county.PublicFilesAsync(secret.Number));
        var open = await county.DrawAsync(Order() with { IsSealed = false }, CeremonyStage.Dispatched);
        Assert.Equal("frame.txt record.json rules.json seed.txt", await county.PublicFilesAsync(open.Number));

        await county.DrawAsync(Order() with { Supersedes = open.Number, Reason = "漏了一家公司" }, CeremonyStage.Frozen);
        Assert.Equal("frame.txt record.json rules.json seed.txt", await county.PublicFilesAsync(open.Number));
        Done(await county.Desk.RevealAsync(new(Folder, secret.Number), Office, default));
        Assert.Equal("frame.txt record.json rules.json seed.txt", await county.PublicFilesAsync(secret.Number));
    }

    [Fact]
    public async Task Substitute_StandsInThePublicRecordAtOnce_WhenTheDrawIsOpen()
    {
        await using var county = await OpenAsync();
        var drawn = await county.DrawAsync(Order() with { IsSealed = false }, CeremonyStage.Dispatched);
        var gone = (await county.PicksAsync(drawn.Number))[0];

        var used = Done(await county.Desk.SubstituteAsync(new(Folder, drawn.Number), gone, "已经注销", Office, default));

        var (record, frame) = ((await county.PublicFileAsync(drawn.Number, "record.json"))!, (await county.PublicFileAsync(drawn.Number, "frame.txt"))!);
        Assert.Contains(used.Substitute, System.Text.Encoding.UTF8.GetString(record), StringComparison.Ordinal);
        Assert.Empty(RecordVerifier.Verify(record, new RecordFiles(() => new MemoryStream(frame)), new AllCores()).Differences);
    }

    [Fact]
    public async Task Freeze_NeedsASecondPersonAndTheVeryHash_WhenADrawWasPrepared()
    {
        await using var county = await OpenAsync();
        var prepared = await county.DrawAsync(upTo: CeremonyStage.Prepared);
        var key = new DrawKey(Folder, prepared.Number);

        Assert.Equal("draw-four-eyes", Codes(await county.Desk.FreezeAsync(key, prepared.ManifestSha256, Office, default)));
        Assert.Equal("draw-manifest-other", Codes(await county.Desk.FreezeAsync(key, new('0', 64), Office with { Name = "李四" }, default)));
        Assert.Equal("draw-not-frozen", Codes(await county.Desk.WitnessAsync(key, "公证员甲", "31415926535897932384", Office, default)));
        Assert.Equal("draw-other-unit", Codes(await county.Desk.FreezeAsync(key, prepared.ManifestSha256, Emergency, default)));
        Assert.Equal("draw-unknown", Codes(await county.Desk.FreezeAsync(key with { Number = "445200-0009" }, prepared.ManifestSha256, Office, default)));
        Assert.Equal(0, await county.Engine.AskAsync<int>("select count(*)::int from public_entry"));
    }

    [Fact]
    public async Task Prepare_TellsEveryFault_WhenTheOrderIsWrong()
    {
        await using var county = await OpenAsync();
        var order = Order("""{"method":"srs","each":{"atLeast":"ten"},"colour":1}""") with
        {
            Witnesses = ["张三", "张 三", "张主任"],
            Stratum = "no-such-rules",
            On = new(2027, 1, 1),
        };

        var codes = Codes(await county.Desk.PrepareAsync(order, Office, default));

        Assert.Equal("DR302, DR303, draw-day-later, draw-witness-takes-part, draw-witness-twice, rule-set-unknown", codes);
        Assert.Equal("draw-empty", Codes(await county.Desk.PrepareAsync(Order() with { Scope = new(Area: "6404") }, Office, default)));
        Assert.Equal("draw-not-yours", Codes(await county.Desk.PrepareAsync(Order(), Emergency, default)));
    }

    [Fact]
    public async Task Run_DrawsOnce_WhenTwoServersDrawAtTheSameTime()
    {
        await using var county = await OpenAsync();
        await using var other = await county.AnotherServerAsync();
        var seeded = await county.DrawAsync(upTo: CeremonyStage.Seeded);
        var key = new DrawKey(Folder, seeded.Number);

        var both = await Task.WhenAll(Enumerable.Range(0, 6).Select(at => (at % 2 == 0 ? county : other).Desk.RunAsync(key, Office, default)));

        Assert.All(both, answer => Assert.True(answer.IsDone));
        Assert.Single(both.Select(answer => answer.Value!.RecordSha256).Distinct(StringComparer.Ordinal));
        Assert.Equal(1, await county.Engine.AskAsync<int>("select count(*)::int from audit_entry where action = 'draw.drawn'"));
        Assert.Equal(12, (await county.PicksAsync(seeded.Number)).Length);
    }

    [Fact]
    public async Task Witness_GivesOneSeedAndNoOther_WhenValuesAreSentAgain()
    {
        await using var county = await OpenAsync();
        var frozen = await county.DrawAsync(upTo: CeremonyStage.Frozen);
        var key = new DrawKey(Folder, frozen.Number);

        Assert.Equal(["人大代表乙"], Done(await county.Desk.WitnessAsync(key, "公证员甲", "2718281828", Office, default)).Waiting);
        Assert.True((await county.Desk.WitnessAsync(key, "公证员甲", "2718281828", Office, default)).IsDone);
        Assert.Equal("draw-witness-gave", Codes(await county.Desk.WitnessAsync(key, "公证员甲", "9999999999", Office, default)));
        Assert.Equal("draw-digits-few", Codes(await county.Desk.WitnessAsync(key, "人大代表乙", "123456789", Office, default)));
        Assert.Equal("draw-witness-unknown", Codes(await county.Desk.WitnessAsync(key, "路人", "1234567890", Office, default)));
        Assert.Equal("seeded", Done(await county.Desk.WitnessAsync(key, "人大代表乙", "1234567890", Office, default)).Stage);
        Assert.Equal("draw-witness-gave", Codes(await county.Desk.WitnessAsync(key, "人大代表乙", "1234567891", Office, default)));
    }

    [Fact]
    public async Task Prepare_TakesThePlaceOfADrawnOne_WhichStaysOnRecord()
    {
        await using var county = await OpenAsync();
        var first = await county.DrawAsync();
        Assert.Equal("draw-drawn", Codes(await county.Desk.AbandonAsync(new(Folder, first.Number), "重来", Office, default)));
        var given = await county.DrawAsync(upTo: CeremonyStage.Seeded);
        Done(await county.Desk.AbandonAsync(new(Folder, given.Number), "见证人中途离场", Office, default));

        var second = await county.DrawAsync(Order() with { Supersedes = first.Number, Reason = "漏了一家公司" });

        Assert.Equal("445200-0003", second.Number); // Numbers are consecutive; the abandoned one keeps its own.
        var record = System.Text.Encoding.UTF8.GetString((await county.PublicFileAsync(second.Number, "record.json"))!);
        Assert.Contains("\"abandoned\":[{\"draw\":\"445200-0002\",\"reason\":\"见证人中途离场\"}]", record, StringComparison.Ordinal);
        Assert.Contains($"\"previous\":\"{first.RecordSha256}\"", record, StringComparison.Ordinal);
        Assert.Equal("draw-superseded", Codes(await county.Desk.DispatchAsync(new(Folder, first.Number), Office, default)));
        Assert.Equal(("drawn", "445200-0003", "漏了一家公司"), await county.Engine.AskAsync<(string, string, string)>("select stage, superseded_by, reason from draw where number = '445200-0001'"));
    }

    [Theory]
    [InlineData("delete from draw_pick")]
    [InlineData("delete from draw_file")]
    [InlineData("update draw set record_sha256 = '00'")]
    [InlineData("update draw set witnesses = jsonb_set(witnesses, '{0,value}', '\"0000000000\"')")]
    [InlineData("update draw_file set content = '\\x00'")]
    [InlineData("update draw set pepper = null")]
    public async Task Database_RefusesToRewriteADraw_WhoeverAsks(string sql)
    {
        await using var county = await OpenAsync();
        await county.DrawAsync();

        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => county.Engine.DoAsync(sql));

        Assert.Equal("P0001", refused.SqlState);
    }
}
