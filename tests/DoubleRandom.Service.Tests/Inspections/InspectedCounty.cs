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
    public const string Folder = "640425-pengyang";
    public const string Lead = "market-regulation";
    public const string Other = "transport";
    public const string Shop = "91640425MA0000001E";
    public const string Garage = "91640425MA0000002H";

    public static readonly WorkflowPerson Office = new(Lead, "马科");
    public static readonly WorkflowPerson Head = new(Lead, "马长");
    public static readonly WorkflowPerson Road = new(Other, "路员");
    public static readonly byte[] Signed = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
    public static readonly byte[] Photograph = [0xFF, 0xD8, 0xFF, 0xE0, 9, 9, 9];

    private const string People = """
        unit,name,function,email,language
        market-regulation,马联,liaison,ml@p.test,zh
        market-regulation,马长,leader,mh@p.test,zh
        market-regulation,马办,office,mo@p.test,zh
        transport,路联,liaison,rl@p.test,zh
        transport,路长,leader,rh@p.test,zh
        """;

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

    public Pack Pack => Engine.Packs.Of(Folder)!;

    public InspectionDesk Desk => Engine.Get<InspectionDesk>();

    public InspectionKey Key(string target = Shop) => new(Task, target);

    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Two targets are to be visited; both departments have two inspectors at each.</summary>
    public static async Task<InspectedCounty> AtVisitsAsync()
    {
        var county = new InspectedCounty(await TestEngine.EmptyAsync("2024-09-02 09:00"));
        var files = TestPacks.Five.Files.Where(file => file.Folder is Folder or "calendars" || file.Folder.StartsWith('_') || file.Path.StartsWith("rules/calendars/", StringComparison.Ordinal));
        var taken = Assert.Single(await county.Engine.TakeInAsync(new PackLibrary(files)));
        Assert.True(taken.Compiled.IsValid, string.Join('\n', taken.Compiled.Diagnostics));
        Assert.Empty((await county.Engine.Get<DirectoryImport>().ImportAsync(county.Pack, Encoding.UTF8.GetBytes(People), "测试员", default)).Faults);
        var report = await county.Engine.Get<DirectoryUpdate>().RunAsync(county.Pack, new("inspectors", "测试员"), new MemoryStream(Encoding.UTF8.GetBytes(Inspectors)), null, default);
        Assert.Empty(report.Faults);
        await county.WalkAsync();
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

    public async Task<WorkflowReceipt> FinishAsync(string step, string outcome = "done", string? content = null, WorkflowPerson? by = null, string item = "", params (string List, string[] Items)[] lists) =>
        await GiveAsync(step, (run, version) => new WorkflowCommand.Complete(run, outcome, content, outcome is "returned" ? "退" : null, lists.ToDictionary(list => list.List, list => (IReadOnlyList<string>)list.Items, StringComparer.Ordinal)) { Version = version }, by, item);

    public async Task<WorkflowReceipt> GiveAsync(string step, Func<int, long, WorkflowCommand> command, WorkflowPerson? by = null, string item = "", long? instance = null)
    {
        var state = await StateAsync(instance ?? Task);
        var run = Assert.Single(state.State.OpenRuns, run => string.Equals(run.Step, step, StringComparison.Ordinal) && string.Equals(state.State.Frames[run.Frame].Path, item, StringComparison.Ordinal));
        return Done(await Engine.Get<WorkflowDesk>().GiveAsync(instance ?? Task, command(run.Number, state.State.Version), by ?? Office, default));
    }

    public async Task<InstanceDetail> StateAsync(long instance) => (await Engine.Get<WorkflowReader>().InstanceAsync(instance, 500, default))!;

    public async Task<string> OpenAsync(long? instance = null)
    {
        var state = (await StateAsync(instance ?? Task)).State;
        return string.Join(", ", state.OpenRuns.Select(run => state.Frames[run.Frame].Path is { Length: > 0 } path ? $"{run.Step}@{path}" : run.Step).Order(StringComparer.Ordinal));
    }

    public async Task<InspectionDetail> SeeAsync(string target = Shop) => (await Engine.Get<InspectionReader>().OneAsync(Key(target), default))!;

    public async Task<InspectionRow> RowAsync(string target = Shop) => (await SeeAsync(target)).Row;

    public static T Done<T>(Answer<T> answer)
    {
        Assert.True(answer.IsDone, string.Join('\n', answer.Refusals.Select(refusal => $"{refusal.Code} {refusal.Subject}: {refusal.Problem}")));
        return answer.Value!;
    }

    public static string Codes<T>(Answer<T> answer) => string.Join(", ", answer.Refusals.Select(refusal => refusal.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    public ValueTask DisposeAsync() => Engine.DisposeAsync();

    /// <summary>Results are entered: the shop's problem is one that is followed up.</summary>
    public Task<WorkflowReceipt> CompileAsync(string? ground = null, params string[] problems) => FinishAsync(
        "compile", content: $$"""{"completed-on":"2024-09-02","targets":2,"problems":{{problems.Length}},"public-by-law":{{(ground is null ? "true" : "false")}}{{(ground is null ? "" : $",\"withhold-ground\":\"{ground}\"")}}}""",
        lists: ("problem-targets", problems));

    private async Task WalkAsync()
    {
        var start = new WorkflowStart(Folder, "joint-inspection", "T-18", new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["lead"] = [Lead] });
        Task = Done(await Engine.Get<WorkflowDesk>().StartAsync(start, Office, default)).Instance;
        await FinishAsync("plan", content: """
            {"scope":"运输企业","industry":"运输","ratio-or-number":"5%","time":"9月底前","method":"on-site","mode":"comprehensive","participants":"交通","source":"plan","key-field":false,"on-list":true,
             "lead-items":[{"item":"公示信息检查","basis":"企业信息公示暂行条例"}]}
            """, lists: ("participants", [Other]));
        await FinishAsync("approve", "approved", by: Head);
        await GiveAsync("draw-targets", (run, version) => new WorkflowCommand.Drawn(run, "D-2024-001", [Shop, Garage]) { Version = version });
        await GiveAsync("draw-lead-inspectors", (run, version) => new WorkflowCommand.Drawn(run, "D-2024-002", ["M-01", "M-02"]) { Version = version });
        await FinishAsync("confirm-lead-inspectors", "confirmed", """{"inspectors":[{"name":"马一","credential-valid-to":"2027-12-31","has-interest":false}]}""");
        await FinishAsync("accept", "accepted", """{"items":[{"item":"运输资质","basis":"道路运输条例"}],"on-list":true}""", Road, Other);
        await GiveAsync("draw-inspectors", (run, version) => new WorkflowCommand.Drawn(run, "D-2024-003", ["T-01", "T-02"]) { Version = version }, Road, Other);
        await FinishAsync("confirm-inspectors", "confirmed", """{"inspectors":[{"name":"路一","credential-valid-to":"2027-12-31","has-interest":false}]}""", Road, Other);
    }
}
