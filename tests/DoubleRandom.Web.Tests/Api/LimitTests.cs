using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace DoubleRandom.Web.Tests.Api;

/// <summary>What takes too long or is too large ends with a clear answer, and the server goes on.</summary>
public class LimitTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const long Most = 100 * 1_048_576;
    private const string Submissions = "/api/v1/deadlines/pengyang/half-year-report/police/2024-N2/submissions";

    [Fact]
    public async Task Request_IsGivenUp_WhenItsBodyStopsComing()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Client.BaseAddress!.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes("POST /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"by\":"));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(limit.Token);
        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("/problems/too-slow", answer, StringComparison.Ordinal);
        await server.GetAsync("/api/v1/events");
    }

    [Fact]
    public async Task Request_IsGivenUp_WhenTheDatabaseKeepsItWaiting()
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        await using var held = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand("lock table event in access exclusive mode", connection, held))
            await command.ExecuteNonQueryAsync();

        var since = Stopwatch.GetTimestamp();
        var problem = await server.GetAsync("/api/v1/events", HttpStatusCode.GatewayTimeout);
        Assert.InRange(Stopwatch.GetElapsedTime(since).TotalSeconds, 25, 50);
        Assert.Equal("/problems/timeout", problem.Text("type"));

        await held.RollbackAsync();
        await server.GetAsync("/api/v1/events");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Submission_IsTooLarge_WhenItHasOverAHundredMegabytes(bool tellsItsLength)
    {
        using var form = new MultipartFormDataContent { { new Zeros(Most, tellsItsLength), "file", "a.pdf" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, Submissions) { Content = form };
        request.Headers.ExpectContinue = tellsItsLength;
        using var response = await server.Client.SendAsync(request);
        var problem = await ApiServer.BodyAsync(response, HttpStatusCode.RequestEntityTooLarge);
        Assert.Contains("100 MB", problem.Text("detail"), StringComparison.Ordinal);
        Assert.Empty((await server.GetAsync(Submissions[..Submissions.LastIndexOf('/')])).List("submissions"));
    }

    [Fact]
    public async Task Submission_IsTaken_WhenItHasJustUnderAHundredMegabytes()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("张三"), "by" },
            { new StringContent(JsonSerializer.Serialize(new { content = "已完成", tasks = 3, targets = 12, problems = 1 })), "content" },
        };
        for (var i = 0; i < 5; i++)
            form.Add(new Zeros((20 * 1_048_576) - 1000, true), "file", $"{i}.pdf");
        Assert.InRange(form.Headers.ContentLength!.Value, Most - 10_000, Most);
        using var response = await server.Client.PostAsync(Submissions.Replace("police", "education", StringComparison.Ordinal), form);
        Assert.Equal(5, (await ApiServer.BodyAsync(response, HttpStatusCode.Created)).List("attachments").Count);
    }

    [Fact]
    public async Task Json_IsTooLarge_WhenItHasOverAMegabyte()
    {
        // It asks before it sends: who goes on writing while the server has answered may find the line closed before the answer is read.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/events") { Content = new StringContent($"{{\"by\":\"{new string('a', 1_048_577)}\"}}", Encoding.UTF8, "application/json") };
        request.Headers.ExpectContinue = true;
        using var response = await server.Client.SendAsync(request);
        await ApiServer.BodyAsync(response, HttpStatusCode.RequestEntityTooLarge);
    }

    /// <summary>So many zero bytes, made while they are sent.</summary>
    private sealed class Zeros : HttpContent
    {
        private readonly long _length;
        private readonly bool _isTold;

        public Zeros(long length, bool isTold)
        {
            (_length, _isTold) = (length, isTold);
            Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var piece = new byte[1_048_576];
            for (var left = _length; left > 0; left -= piece.Length)
                await stream.WriteAsync(piece.AsMemory(0, (int)Math.Min(left, piece.Length)));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _length;
            return _isTold;
        }
    }
}
