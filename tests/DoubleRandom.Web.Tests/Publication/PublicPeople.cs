using System.Globalization;
using System.Text;
using System.Text.Json;

using DoubleRandom.Core.Directories;
using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Directories;
using DoubleRandom.Service.Draws;
using DoubleRandom.Service.Publication;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Service.Workflows;

namespace DoubleRandom.Web.Tests.Publication;

/// <summary>The inspectors and targets of a simulated county, its draws, and officers who write of persons wherever they can write.</summary>
public sealed class PublicPeople(Pack pack, int year)
{
    public const string Phone = "13895012345";
    public const string Identity = "11010519491231002X";
    private const int Inspectors = 8;
    private const int Targets = 24;

    public Pack Pack => pack;

    private string Folder => pack.Jurisdiction.Folder;

    private string Office => pack.Jurisdiction.OfficeUnit;

    /// <summary>What officers write: names, numbers and credentials of inspectors that no field asks for.</summary>
    private string Gossip => $"由{NameOf(1)}（{CredentialOf(1)}，编号{IdOf(1)}）电话{Phone}告知，身份证{Identity}";

    /// <summary>Fills the directories before the year begins.</summary>
    public async Task SettleAsync(PublicYear county)
    {
        await ImportAsync(county, InspectorSheet.Id, "id,personName,unit,credential,credentialTo,capacity,interests\n" + string.Concat(Enumerable.Range(1, Inspectors).Select(number =>
            string.Create(CultureInfo.InvariantCulture, $"{IdOf(number)},{NameOf(number)},{Office},{CredentialOf(number)},{year + 3}-12-31,20,{(number == 1 ? CodeOf(1) : "")}\n"))));
        await ImportAsync(county, TargetSheet.Id, "code,name,area,industry,creditRiskClass\n" + string.Concat(Enumerable.Range(1, Targets).Select(number =>
            string.Create(CultureInfo.InvariantCulture, $"{CodeOf(number)},第{number}号商店,{pack.Jurisdiction.Code},5211,{"ABCD"[number % 4]}\n"))));
    }

    /// <summary>One draw that is given up, one to the end with teams, a recusal and a substitute, one that takes its place, and one that stays sealed.</summary>
    public async Task DrawAsync(PublicYear county)
    {
        var desk = county.Service<CeremonyDesk>();
        var (clerk, checker) = await OfficersAsync(county);
        Done(await desk.AbandonAsync(await FrozenAsync(desk, Order(), clerk, checker), Gossip, clerk, default));
        var open = await DrawnAsync(desk, Order() with { IsSealed = false }, clerk, checker);
        Done(await desk.DispatchAsync(open, clerk, default));
        var picked = await county.ListAsync($"select code from draw_pick join draw using (jurisdiction, sequence) where number = '{open.Number}' order by stratum, place limit 1");
        Done(await desk.SubstituteAsync(open, picked[0], Gossip, clerk, default));
        Done(await desk.RevealAsync(open, clerk, default));
        await FrozenAsync(desk, Order() with { Supersedes = open.Number, Reason = Gossip }, clerk, checker);
        await DrawnAsync(desk, Order(), clerk, checker);
    }

    /// <summary>Of every kind but draws: a record as published, one that was corrected, one withdrawn, one withheld.</summary>
    public async Task StateAsync(PublicYear county)
    {
        foreach (var kind in StatementWords.AllKinds.Where(kind => kind != StatementKind.Draw))
        {
            var today = DateOnly.FromDateTime(county.Clock.Now.UtcDateTime);
            var body = JsonSerializer.Serialize(new { target = new { code = CodeOf(2), name = "第2号商店" }, category = "未发现问题", handling = Gossip, rows = new[] { new[] { Gossip } } });
            foreach (var act in Enum.GetValues<StatementAct>())
            {
                var said = new Statement(kind, $"said/{act.Word()}", StatementAct.Publish, kind == StatementKind.Result ? "第2号商店" : $"{pack.Jurisdiction.Name.Zh}{Gossip}", body, today, Office);
                await SayAsync(county, said);
                if (act != StatementAct.Publish)
                    await SayAsync(county, said with { Act = act, Reason = Gossip, Ground = Gossip });
            }
        }
    }

    private async Task SayAsync(PublicYear county, Statement statement) => Done(await county.Service<PublicDesk>().StateAsync(Folder, statement, "办公室", null, default));

    private async Task<DrawKey> DrawnAsync(CeremonyDesk desk, DrawOrder order, WorkflowPerson clerk, WorkflowPerson checker)
    {
        var key = await FrozenAsync(desk, order, clerk, checker);
        foreach (var witness in order.Witnesses)
            Done(await desk.WitnessAsync(key, witness, "3141592653", clerk, default));
        Done(await desk.RunAsync(key, clerk, default));
        return key;
    }

    private async Task<DrawKey> FrozenAsync(CeremonyDesk desk, DrawOrder order, WorkflowPerson clerk, WorkflowPerson checker)
    {
        var draw = Done(await desk.PrepareAsync(order, clerk, default)).Draw;
        Done(await desk.FreezeAsync(new(Folder, draw.Number), draw.ManifestSha256, checker, default));
        return new(Folder, draw.Number);
    }

    private DrawOrder Order() => new()
    {
        Jurisdiction = Folder,
        What = DrawOrder.Targets,
        Scope = new(),
        Stratum = "creditRiskClass",
        Rules = string.Create(CultureInfo.InvariantCulture, $$$"""
            {"method":"srs","each":{"atLeast":"20"},"substitutes":2,"assignment":{"from":"{{{year + 1}}}-01-10","to":"{{{year + 1}}}-01-20","slots":[{"department":"{{{Office}}}","count":2}]}}
            """),
        Witnesses = ["公证员甲", "人大代表乙"],
    };

    private async Task<(WorkflowPerson Clerk, WorkflowPerson Checker)> OfficersAsync(PublicYear county)
    {
        var names = await county.ListAsync($"select distinct name from person where jurisdiction = '{Folder}' and unit = '{Office}' order by 1");
        return (new(Office, names[0]), new(Office, names[1]));
    }

    private async Task ImportAsync(PublicYear county, string directory, string csv)
    {
        var report = await county.Service<DirectoryUpdate>().RunAsync(pack, new(directory, "测试员"), new MemoryStream(Encoding.UTF8.GetBytes(csv)), null, default);
        Assert.Empty(report.Faults);
    }

    private static string NameOf(int inspector) => "欧阳执" + "一二三四五六七八"[inspector - 1];

    private static string IdOf(int inspector) => string.Create(CultureInfo.InvariantCulture, $"JCRY{inspector:00}");

    private string CredentialOf(int inspector) => string.Create(CultureInfo.InvariantCulture, $"执法{pack.Jurisdiction.Code}{inspector:000}");

    private string CodeOf(int target)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"91{pack.Jurisdiction.Code}MA{target:0000000}");
        return body + CreditCode.CheckOf(body);
    }

    private static T Done<T>(Answer<T> answer)
    {
        Assert.True(answer.IsDone, string.Join('\n', answer.Refusals.Select(refusal => $"{refusal.Code} {refusal.Subject}: {refusal.Problem}")));
        return answer.Value!;
    }
}
