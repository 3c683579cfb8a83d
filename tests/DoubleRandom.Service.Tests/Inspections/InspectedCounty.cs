using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DoubleRandom.Core;
using DoubleRandom.Core.Inspections;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Service.Directories;
using DoubleRandom.Service.Inspections;
using DoubleRandom.Service.People;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Service.Tests.Engine;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store;
using DoubleRandom.Store.Inspections;
using DoubleRandom.Store.Workflows;

namespace DoubleRandom.Service.Tests.Inspections;

/// <summary>Pengyang with a joint inspection of two departments that has come to its visits, and short words for what its inspectors do.</summary>
internal sealed class InspectedCounty : IAsyncDisposable
{
    public const string Lead = PengyangTask.Lead;
    public const string Other = PengyangTask.Other;
    public const string Shop = PengyangTask.Shop;
    public const string Garage = PengyangTask.Garage;

    public static readonly WorkflowPerson Office = PengyangTask.Office;
    public static readonly WorkflowPerson Head = PengyangTask.Head;
    public static readonly WorkflowPerson Road = PengyangTask.Road;
    public static readonly byte[] Signed = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
    public static readonly byte[] Photograph = [0xFF, 0xD8, 0xFF, 0xE0, 9, 9, 9];

    private const string Inspectors = """
        id,personName,unit,credential,credentialTo,capacity,interests,absences
        M-01,马一,market-regulation,Z1,2027-12-31,,,
        M-02,马二,market-regulation,Z2,2027-12-31,1,,
        M-03,马三,market-regulation,Z3,2024-01-31,,,
        M-04,马四,market-regulation,Z4,2027-12-31,,91640425MA0000001E,
        T-01,路一,transport,Z5,2027-12-31,,,
        T-02,路二,transport,Z6,2027-12-31,,,
        """;

    private InspectedCounty(TestEngine engine) => Engine = engine;

    public TestEngine Engine { get; }

    public long Task { get; private set; }

    public Pack Pack => Engine.Packs.Of(PengyangTask.Folder)!;

    public InspectionDesk Desk => Engine.Get<InspectionDesk>();

    public InspectionKey Key(string target = Shop) => new(Task, target);

    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Two targets are to be visited; both departments have two inspectors at each.</summary>
    public static async Task<InspectedCounty> AtVisitsAsync()
    {
        var county = new InspectedCounty(await TestEngine.EmptyAsync("2024-09-02 09:00"));
        var files = TestPacks.Five.Files.Where(file => file.Folder is PengyangTask.Folder or "calendars" || file.Folder.StartsWith('_') || file.Path.StartsWith("rules/calendars/", StringComparison.Ordinal));
        var taken = Assert.Single(await county.Engine.TakeInAsync(new PackLibrary(files)));
        Assert.True(taken.Compiled.IsValid, string.Join('\n', taken.Compiled.Diagnostics));
        Assert.Empty((await county.Engine.Get<DirectoryImport>().ImportAsync(county.Pack, Encoding.UTF8.GetBytes(PengyangTask.People), "测试员", default)).Faults);
        var report = await county.Engine.Get<DirectoryUpdate>().RunAsync(county.Pack, new("inspectors", "测试员"), new MemoryStream(Encoding.UTF8.GetBytes(Inspectors)), null, default);
        Assert.Empty(report.Faults);
        county.Task = await PengyangTask.AtVisitsAsync(county.Engine.Get<WorkflowDesk>(), county.Engine.Get<WorkflowReader>());
        await county.Engine.Database.Source.InTransactionAsync(
            async connection =>
            {
                foreach (var target in new[] { Shop, Garage })
                {
                    await InspectionTeams.AssignAsync(connection, county.Task, target, Lead, ["M-01", "M-02"], default);
                    await InspectionTeams.AssignAsync(connection, county.Task, target, Other, ["T-01", "T-02"], default);
                }

                return true;
            }, default);
        return county;
    }

    public Task<Answer<InspectionReceipt>> RecordAsync(
        DepartmentRecord record, WorkflowPerson? by = null, int seen = 0, string? reason = null, string? key = null, string target = Shop, string? department = null, InspectionDesk? desk = null) =>
        (desk ?? Desk).RecordAsync(Key(target), department ?? (by ?? Office).Unit, record, seen, reason, by ?? Office, key, default);

    public Task<Answer<InspectionReceipt>> SendAsync(byte[] content, WorkflowPerson? by = null, string name = "a.png", string mediaType = "image/png", string target = Shop) =>
        Desk.AttachAsync(Key(target), new HandedFile(name, mediaType, content), by ?? Office, default);

    /// <summary>The record of a department that is in order.</summary>
    public static DepartmentRecord Record(WorkflowPerson? by = null, string category = "no-problem", string? found = null, params string[] photographs) => new(
        SettableClock.At("2024-09-02 08:30"), "彭阳县东街1号", "on-site", (by ?? Office).Unit is Lead ? ["M-01", "M-02"] : ["T-01", "T-02"], true,
        [new((by ?? Office).Unit is Lead ? "公示信息检查" : "运输资质", category, found)], new("signed", HashOf(Signed), null), photographs, found is null ? null : "责令改正");

    /// <summary>Both departments answer for a target.</summary>
    public async Task<InspectionReceipt> AnswerAsync(string target = Shop, string category = "no-problem", string? found = null)
    {
        Done(await SendAsync(Signed, target: target));
        Done(await RecordAsync(Record(), target: target));
        return Done(await RecordAsync(Record(Road, category, found), Road, target: target));
    }

    public Task<WorkflowReceipt> FinishAsync(string step, string outcome = "done", string? content = null, WorkflowPerson? by = null, string item = "", params (string List, string[] Items)[] lists) =>
        GiveAsync(step, PengyangTask.Complete(outcome, content, lists), by, item);

    public Task<WorkflowReceipt> GiveAsync(string step, Func<int, long, WorkflowCommand> command, WorkflowPerson? by = null, string item = "", long? instance = null) =>
        PengyangTask.GiveAsync(Engine.Get<WorkflowDesk>(), Engine.Get<WorkflowReader>(), instance ?? Task, step, command, by ?? Office, item);

    public async Task<InstanceDetail> StateAsync(long instance) => (await Engine.Get<WorkflowReader>().InstanceAsync(instance, 500, default))!;

    public async Task<string> OpenAsync(long? instance = null)
    {
        var state = (await StateAsync(instance ?? Task)).State;
        return string.Join(", ", state.OpenRuns.Select(run => state.Frames[run.Frame].Path is { Length: > 0 } path ? $"{run.Step}@{path}" : run.Step).Order(StringComparer.Ordinal));
    }

    public async Task<InspectionDetail> SeeAsync(string target = Shop) => (await Engine.Get<InspectionReader>().OneAsync(Key(target), default))!;

    public async Task<InspectionRow> RowAsync(string target = Shop) => (await SeeAsync(target)).Row;

    public static T Done<T>(Answer<T> answer) => PengyangTask.Done(answer);

    public static string Codes<T>(Answer<T> answer) => string.Join(", ", answer.Refusals.Select(refusal => refusal.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    public ValueTask DisposeAsync() => Engine.DisposeAsync();

    /// <summary>Results are entered: the shop's problem is one that is followed up.</summary>
    public Task<WorkflowReceipt> CompileAsync(string? ground = null, params string[] problems) => FinishAsync(
        "compile", content: $$"""{"completed-on":"2024-09-02","targets":2,"problems":{{problems.Length}},"public-by-law":{{(ground is null ? "true" : "false")}}{{(ground is null ? "" : $",\"withhold-ground\":\"{ground}\"")}}}""",
        lists: ("problem-targets", problems));
}
