using DoubleRandom.Service.Notices;
using DoubleRandom.Service.Packs;
using DoubleRandom.Store;
using DoubleRandom.Store.Notices;
using DoubleRandom.Store.People;

namespace DoubleRandom.Web.Tests.Pages;

/// <summary>Pingluo on 2026-04-10, when the units that did not send their update of March have been escalated to the office.</summary>
public sealed class CircularPagesFixture : PagesFixture
{
    public const string Folder = "640221-pingluo";
    public const string Liaison = "欧阳联络";

    /// <summary>The notice by which the office heard of a unit.</summary>
    public async Task<NoticeRow> NoticeAsync(string unit)
    {
        var rows = await Postgres.Source.ReadAsync(connection => Inbox.NewestAsync(connection, Folder, Office, null, 500, default), default);
        return rows.First(row => row.Circular && string.Equals(row.Unit, unit, StringComparison.Ordinal));
    }

    private string Office => Service<RunningPacks>().Of(Folder)!.Jurisdiction.OfficeUnit;

    protected override async Task PrepareAsync()
    {
        await Service<PackIntake>().TakeInAsync(PackFolder.Read(Repository.Root), default);
        await Postgres.Source.InTransactionAsync(
            async connection =>
            {
                await PersonTable.ReplaceAsync(connection, Folder, [new(Folder, "tax", "liaison", Liaison, null, null, null, "zh")], default);
                return 0;
            },
            default);
        foreach (var day in new[] { 7, 8, 9, 10 }) // What was to be told before comes late, in one notice each; the fifth working day of lateness is the 8th.
        {
            Clock.Now = new(2026, 4, day, 2, 0, 0, TimeSpan.Zero);
            await Service<Sweep>().RunAsync(default);
        }
    }
}
