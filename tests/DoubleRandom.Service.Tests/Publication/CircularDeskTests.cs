using System.Text.Json;
using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Publication;
using DoubleRandom.Service.Publication.Circulars;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Service.Tests.Engine;
using DoubleRandom.Store.Notices;

namespace DoubleRandom.Service.Tests.Publication;

/// <summary>Circulars that escalations drafted: public when the office says so, and never by themselves.</summary>
public sealed class CircularDeskTests
{
    private const string Reporter = "办公";

    [Fact]
    public async Task Publish_SaysWhatTheOfficeSaw_OnceHoweverOftenItIsPressed()
    {
        await using var engine = await LateAsync();
        var notice = await NoticeAsync(engine, "alpha");
        var draft = Assert.Single(await engine.Get<CircularDesk>().DraftsAsync(notice.Id, default));
        Assert.Equal(0, await engine.AskAsync<int>("select count(*)::int from public_entry"));

        var first = Done(await DoAsync(engine, new(notice.Id, StatementAct.Publish, Reporter)));
        var again = Done(await DoAsync(engine, new(notice.Id, StatementAct.Publish, "办联")));

        Assert.Equal(first, again);
        Assert.Equal("monthly/alpha/2026-03", first.Key);
        var said = JsonElement.Parse(await engine.AskAsync<string>("select content from public_entry"));
        Assert.Equal(draft.Statement.Title, said.GetProperty("title").GetString());
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(draft.Statement.Body), said.GetProperty("body")));
        Assert.Equal("hub", said.GetProperty("unit").GetString());
        Assert.Equal("关于《测试报表》报送情况的通报（甲局）", draft.Statement.Title);
        var text = said.GetProperty("body").GetProperty("text");
        Assert.Contains("甲局未按时报送，已逾期 5 天", text.GetProperty("zh").GetString(), StringComparison.Ordinal);
        Assert.Contains("5 days late", text.GetProperty("en").GetString(), StringComparison.Ordinal);
        foreach (var inside in new[] { "草稿", "Draft", "127.0.0.1" })
            Assert.DoesNotContain(inside, said.GetRawText(), StringComparison.Ordinal);
        Assert.Equal([Reporter], await engine.ListAsync<string>("select actor from audit_entry where action = 'public.publish'"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Withdraw_TellsTheReason_WhenTheDeadlineWasWaivedAfterwards()
    {
        await using var engine = await LateAsync();
        var notice = await NoticeAsync(engine, "alpha");
        Done(await DoAsync(engine, new(notice.Id, StatementAct.Publish, Reporter)));
        Assert.True((await engine.Get<DeadlineDecisions>().WaiveAsync(TestEngine.Key("monthly", "alpha", "2026-03"), Reporter, "当月停报", default)).IsDone);

        var draft = Assert.Single(await engine.Get<CircularDesk>().DraftsAsync(notice.Id, default));
        Assert.True(draft.IsOutdated);
        Assert.Equal("statement-reason", Codes(await DoAsync(engine, new(notice.Id, StatementAct.Withdraw, Reporter))));
        var order = new CircularOrder(notice.Id, StatementAct.Withdraw, Reporter) { Reason = "该时限已免除", Key = "k" };
        Assert.Equal(Done(await DoAsync(engine, order)), Done(await DoAsync(engine, order)));
        Assert.Equal("record-not-shown", Codes(await DoAsync(engine, order with { Key = null })));
        Assert.Equal("circular-settled", Codes(await DoAsync(engine, new(notice.Id, StatementAct.Publish, Reporter))));
        Assert.Equal("withdrawn 2", await engine.AskAsync<string>("select state || ' ' || version from public_record"));
    }

    [Fact]
    public async Task Drafts_ShowThePublicCircular_OnTheCorrectionThatTheOfficeGets()
    {
        await using var engine = await LateAsync();
        var notice = await NoticeAsync(engine, "gamma");
        Done(await DoAsync(engine, new(notice.Id, StatementAct.Publish, Reporter)));
        foreach (var unit in new[] { "alpha", "gamma" })
            Assert.True((await engine.Get<DeadlineDecisions>().ExtendAsync(TestEngine.Key("monthly", unit, "2026-03"), new(2026, 4, 30), Reporter, "系统故障", default)).IsDone);

        var corrections = await engine.NoticesAsync("kind = 'correction' and recipient_unit = 'hub'");
        var shown = await engine.Get<CircularDesk>().DraftsAsync(corrections.Single(one => one.Unit is "gamma").Id, default);
        Assert.True(Assert.Single(shown).IsOutdated);
        Assert.Equal("circular-not-late", Assert.Single(shown[0].Against).Code);
        Assert.Empty(await engine.Get<CircularDesk>().DraftsAsync(corrections.Single(one => one.Unit is "alpha").Id, default)); // Nothing was published of that one.
        Assert.Equal("circular-not-late", Codes(await DoAsync(engine, new((await NoticeAsync(engine, "alpha")).Id, StatementAct.Publish, Reporter))));
    }

    [Fact]
    public async Task Correct_PutsTheOfficesOwnTextInItsPlace_WithoutPersons()
    {
        await using var engine = await LateAsync();
        var notice = await NoticeAsync(engine, "alpha");
        Done(await DoAsync(engine, new(notice.Id, StatementAct.Publish, Reporter)));

        Assert.Equal("text-missing", Codes(await DoAsync(engine, new(notice.Id, StatementAct.Correct, Reporter) { Reason = "已补报" })));
        Done(await DoAsync(engine, new(notice.Id, StatementAct.Correct, Reporter) { Reason = "已补报", Text = "甲局已于3月26日补报，甲联负责。" }));

        var said = JsonElement.Parse(await engine.AskAsync<string>("select content from public_entry order by sequence desc limit 1"));
        Assert.Equal("甲局已于3月26日补报，〔已隐去〕负责。", said.GetProperty("body").GetProperty("text").GetString());
        Assert.Equal("2026-03-20", said.GetProperty("body").GetProperty("dueOn").GetString());
    }

    [Fact]
    public async Task Do_IsRefused_WhereTheOfficeHasNothingToDecide()
    {
        await using var engine = await LateAsync();
        var (office, leader) = (await NoticeAsync(engine, "alpha"), (await engine.NoticesAsync("circular and recipient_unit = 'alpha'"))[0]);

        Assert.Equal("circular-unknown", Codes(await DoAsync(engine, new(leader.Id, StatementAct.Publish, "甲长"))));
        Assert.Empty(await engine.Get<CircularDesk>().DraftsAsync(leader.Id, default));
        Assert.Equal("notice-unknown", Codes(await DoAsync(engine, new(0, StatementAct.Publish, Reporter))));
        Assert.Equal("person-missing", Codes(await DoAsync(engine, new(office.Id, StatementAct.Publish, " "))));
        Assert.Equal("circular-act", Codes(await DoAsync(engine, new(office.Id, StatementAct.Withhold, Reporter))));
        Assert.True((await engine.SubmitAsync(TestEngine.Key("monthly", "alpha", "2026-03"))).IsDone);
        Assert.Equal("circular-settled", Codes(await DoAsync(engine, new(office.Id, StatementAct.Publish, Reporter))));
        Assert.Equal(0, await engine.AskAsync<int>("select count(*)::int from public_entry"));
    }

    [Fact]
    public async Task Publish_TakesOneOfSeveral_WhenADigestCameLate()
    {
        await using var engine = await TestEngine.TinyAsync();
        await engine.SweepAtAsync("2026-03-27 15:00");
        var digest = Assert.Single(await engine.NoticesAsync("kind = 'digest' and recipient_unit = 'hub' and circular"));

        var drafts = await engine.Get<CircularDesk>().DraftsAsync(digest.Id, default);
        Assert.Equal(["monthly/alpha/2026-03", "monthly/beta/2026-03", "monthly/gamma/2026-03"], drafts.Select(draft => draft.Name).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal("circular-which", Codes(await DoAsync(engine, new(digest.Id, StatementAct.Publish, Reporter))));
        Assert.Equal("monthly/beta/2026-03", Done(await DoAsync(engine, new(digest.Id, StatementAct.Publish, Reporter) { Deadline = "monthly/beta/2026-03" })).Key);
    }

    private static Task<Answer<PublicReceipt>> DoAsync(TestEngine engine, CircularOrder order) => engine.Get<CircularDesk>().DoAsync(order, default);

    private static async Task<TestEngine> LateAsync()
    {
        var engine = await TestEngine.TinyAsync();
        await engine.SweepThroughAsync("2026-03-25 09:00");
        return engine;
    }

    private static async Task<NoticeRow> NoticeAsync(TestEngine engine, string unit) => (await engine.NoticesAsync($"circular and recipient_unit = 'hub' and unit = '{unit}'"))[0];

    private static string Codes<T>(Answer<T> answer) => string.Join(", ", answer.Refusals.Select(refusal => refusal.Code));

    private static T Done<T>(Answer<T> answer)
    {
        Assert.True(answer.IsDone, string.Join('\n', answer.Refusals.Select(refusal => $"{refusal.Code} {refusal.Subject}: {refusal.Problem}")));
        return answer.Value!;
    }
}
