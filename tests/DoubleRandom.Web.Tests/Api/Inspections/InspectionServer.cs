using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DoubleRandom.Service.Inspections;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.People;
using DoubleRandom.Service.Tests.Inspections;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DoubleRandom.Web.Tests.Api.Inspections;

/// <summary>The real server with Pengyang, where tasks can be led to their visits.</summary>
public sealed class InspectionServer : ApiServer
{
    private static int _tasks;

    public static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 7];

    /// <summary>A new task at its visits, both departments with their teams; gives its number.</summary>
    public async Task<long> AtVisitsAsync()
    {
        var pack = Services.GetRequiredService<RunningPacks>().Of(Folder)!;
        Assert.Empty((await Services.GetRequiredService<DirectoryImport>().ImportAsync(pack, Encoding.UTF8.GetBytes(PengyangTask.People), "测试员", default)).Faults);
        var task = await PengyangTask.AtVisitsAsync(Services.GetRequiredService<WorkflowDesk>(), Services.GetRequiredService<WorkflowReader>(), $"T-{Interlocked.Increment(ref _tasks)}");
        await Services.GetRequiredService<NpgsqlDataSource>().InTransactionAsync(
            async connection =>
            {
                await InspectionTeams.AssignAsync(connection, task, PengyangTask.Shop, PengyangTask.Lead, ["M-01", "M-02"], default);
                await InspectionTeams.AssignAsync(connection, task, PengyangTask.Shop, PengyangTask.Other, ["T-01", "T-02"], default);
                return true;
            },
            default);
        return task;
    }

    public static string One(long task, string target = PengyangTask.Shop) => $"/api/v1/workflow-instances/{task}/inspections/{target}";

    public async Task<JsonElement> PutAsync(string path, object body, HttpStatusCode expected = HttpStatusCode.OK, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await Client.SendAsync(request);
        return await BodyAsync(response, expected);
    }

    public async Task<JsonElement> SendAsync(string path, byte[] content, string mediaType = "image/png", HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var form = new MultipartFormDataContent { { new StringContent("马科"), "by" }, { new StringContent(PengyangTask.Lead), "byUnit" } };
        var part = new ByteArrayContent(content);
        part.Headers.ContentType = new(mediaType);
        form.Add(part, "file", "签字.png");
        using var response = await Client.PostAsync(path + "/files", form);
        return await BodyAsync(response, expected);
    }

    /// <summary>What a department sends.</summary>
    public static object Said(string unit = PengyangTask.Lead, string place = "东街1号", string category = "no-problem", string? found = null, int version = 0, string? reason = null) => new
    {
        by = unit is PengyangTask.Lead ? "马科" : "路员",
        byUnit = unit,
        version,
        reason,
        record = new
        {
            visitedAt = "2024-09-25T09:30:00+08:00",
            place,
            method = "on-site",
            inspectors = unit is PengyangTask.Lead ? new[] { "M-01", "M-02" } : ["T-01", "T-02"],
            credentialsShown = true,
            items = new[] { new { item = unit is PengyangTask.Lead ? "公示信息检查" : "运输资质", category, found } },
            signature = new { kind = "signed", file = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Png)) },
        },
    };
}
