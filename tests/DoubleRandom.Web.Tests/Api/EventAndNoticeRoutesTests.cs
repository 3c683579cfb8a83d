using System.Net;

namespace DoubleRandom.Web.Tests.Api;

public class EventAndNoticeRoutesTests(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Event_BringsItsDeadlines_WhenRecorded()
    {
        var completed = new { jurisdiction = "pengyang", @event = "inspection-task.completed", on = "2024-09-27", subject = "T-7", unit = "police", by = "张三" };
        var effect = await server.PostAsync("/api/v1/events", completed);
        Assert.Equal(2, effect.Number("added"));
        Assert.Equal(0, (await server.PostAsync("/api/v1/events", completed)).Number("added"));

        var due = await server.GetAsync("/api/v1/deadlines?obligation=result-publication&unit=police");
        var publication = Assert.Single(due.List("items"), item => item.Text("period").StartsWith("T-7@", StringComparison.Ordinal));
        Assert.Equal("2024-10-16", publication.Text("dueOn"));
        var explanation = await server.GetAsync($"/api/v1/deadlines/pengyang/result-publication/police/{Uri.EscapeDataString(publication.Text("period"))}/explain");
        Assert.Contains(explanation.List("lines"), line => line.Text("step") is "counted" && line.Text("from") is "2024-10-12");

        var listed = (await server.GetAsync("/api/v1/events?jurisdiction=640425&limit=500")).List("items");
        var recorded = Assert.Single(listed, happened => happened.Text("subject") is "T-7");
        Assert.Equal("police", recorded.Text("unit"));
        var older = await server.GetAsync($"/api/v1/events?limit=1&beforeId={recorded.Number("id")}");
        Assert.All(older.List("items"), happened => Assert.True(happened.Number("id") < recorded.Number("id")));
    }

    [Fact]
    public async Task Event_IsRefused_WhenItNamesWhatIsNotThere()
    {
        var problem = await server.PostAsync("/api/v1/events", new { jurisdiction = "pengyang", @event = "inspection-task.complete", on = "2024-09-27", unit = "polic", by = "" }, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["event-unknown", "unit-unknown", "person-missing"], problem.Codes());
        await server.PostAsync("/api/v1/events", new { jurisdiction = "nowhere", @event = "a", on = "2024-09-27", by = "x" }, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Event_IsRefused_WhenItCannotBeRead()
    {
        var problem = await server.PostAsync("/api/v1/events", new { on = "1024-09-27", subject = "a/b" }, HttpStatusCode.BadRequest);
        Assert.Equal(["key-missing", "key-missing", "date-out-of-range", "text-wrong"], problem.Codes());
        Assert.Equal(["json-wrong"], (await server.PostAsync("/api/v1/events", new { on = "2023-13-01" }, HttpStatusCode.BadRequest)).Codes());
    }

    [Fact]
    public async Task Notices_PageByNumber_WhenThereAreMany()
    {
        await InsertAsync("a", "b", "c");
        var first = await server.GetAsync("/api/v1/notices?unit=clerks&limit=2");
        Assert.Equal(["c", "b"], first.List("items").Select(notice => notice.Text("subject")).ToArray());
        var second = await server.GetAsync($"/api/v1/notices?unit=clerks&limit=2&beforeId={first.Number("nextBeforeId")}");
        Assert.Equal(["a"], second.List("items").Select(notice => notice.Text("subject")).ToArray());
        await server.GetAsync("/api/v1/notices?limit=501", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task DeadLetter_IsTriedAgain_WhenSomebodyAsks()
    {
        await InsertAsync("dead");
        await server.ExecuteAsync("insert into delivery (notice, channel, address, state, attempts, last_error) select id, 'mail', 'a@b', 'dead', 9, 'refused' from notice where key = 'dead'");
        var dead = Assert.Single((await server.GetAsync("/api/v1/dead-letters")).EnumerateArray());
        Assert.Equal("refused", dead.Text("lastError"));

        var address = $"/api/v1/notices/{dead.Number("notice")}";
        Assert.Equal("dead", Assert.Single((await server.GetAsync(address)).List("deliveries")).Text("state"));
        Assert.Equal(["person-missing"], (await server.PostAsync(address + "/retry", new { }, HttpStatusCode.UnprocessableEntity)).Codes());
        var detail = await server.PostAsync(address + "/retry", new { by = "张三" });
        Assert.Equal("pending", Assert.Single(detail.List("deliveries")).Text("state"));
        Assert.Equal(["no-dead-letter"], (await server.PostAsync(address + "/retry", new { by = "张三" }, HttpStatusCode.Conflict)).Codes());
        await server.PostAsync("/api/v1/notices/999999/retry", new { by = "张三" }, HttpStatusCode.NotFound);
        await server.GetAsync("/api/v1/notices/999999", HttpStatusCode.NotFound);
    }

    private Task InsertAsync(params string[] subjects) => server.ExecuteAsync(string.Join(';', subjects.Select(subject =>
        "insert into notice (key, jurisdiction, obligation, unit, period, kind, covers, recipient_unit, function, language, subject, body, created_at) "
        + $"values ('{subject}', '{ApiServer.Folder}', '', '', '', 'digest', '{{}}', '{(subject is "dead" ? "police" : "clerks")}', 'liaison', 'zh', '{subject}', 'text', now())")));
}
