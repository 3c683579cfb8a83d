using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Simulation;
using DoubleRandom.Service.Demo;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Store;
using DoubleRandom.Store.Simulation;
using DoubleRandom.Store.Submissions;

namespace DoubleRandom.Service.Simulation;

/// <summary>Units that hand in for the deadlines of obligations, in time, late or never; receivers accept on the next working day.</summary>
internal sealed class ModelledHandIns(SimulatedCounty county, HandIn handIn)
{
    private const int Ahead = 30;
    private const int Behind = 150;

    /// <summary>What is accepted and handed in on a working day.</summary>
    public async Task WorkAsync(CancellationToken cancel)
    {
        await AcceptAsync(cancel);
        var today = county.Today;
        var open = await county.Source.ReadAsync(connection => WholeLife.OpenAsync(connection, county.Folder, today.AddDays(-Behind), today.AddDays(Ahead), cancel), cancel);
        foreach (var duty in open)
            if (county.Pack.Obligation(duty.Obligation) is { MetBy: not MetBy.Event } obligation && IsDone(duty, today))
                await HandInAsync(duty, obligation, today, cancel);
    }

    private bool IsDone(OpenDuty duty, DateOnly today)
    {
        var conduct = county.Order.Behaviour.Of(new(duty.Unit, duty.Obligation, null, null));
        var made = county.Zone.DayOf(duty.MadeAt);
        var opens = made > duty.OpensOn ? made : duty.OpensOn;
        return county.Pace.DoneOn(conduct, $"{duty.Obligation}/{duty.Unit}/{duty.Period}", opens, duty.DueOn) <= today;
    }

    private async Task HandInAsync(OpenDuty duty, Obligation obligation, DateOnly today, CancellationToken cancel)
    {
        var key = WholeLife.KeyOf(county.Folder, duty);
        var form = obligation.Form is { } id ? county.Pack.Forms[id] : null;
        HandedFile[] files = form?.AttachmentRequired == true ? [new("sample.txt", "text/plain", "sample"u8.ToArray())] : [];
        var content = county.Order.Behaviour.Of(new(duty.Unit, duty.Obligation, null, null)).Content is { } given
            ? System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(given)
            : SampleContent.Of(form, today);
        var answer = await handIn.SubmitAsync(new(key, content, files, county.PersonOf(duty.Unit, "liaison"), null), cancel);
        if (!answer.IsDone)
            county.Refused("refused", Name(key), answer.Refusals);
    }

    private async Task AcceptAsync(CancellationToken cancel)
    {
        var morning = county.Zone.At(county.Today, TimeOnly.MinValue);
        foreach (var waiting in await county.Source.ReadAsync(connection => SubmissionTable.WaitingAsync(connection, county.Folder, morning, int.MaxValue, cancel), cancel))
        {
            var receiver = county.Pack.Obligation(waiting.Obligation)?.To is { } to && county.Pack.Unit(to) is not null ? to : county.Pack.Jurisdiction.OfficeUnit;
            var answer = await handIn.AcceptAsync(waiting.Id, county.PersonOf(receiver, null), cancel);
            if (!answer.IsDone)
                county.Refused("refused", Name(waiting.Key), answer.Refusals);
        }
    }

    private static string Name(DeadlineKey key) => $"{key.Obligation}/{key.Unit}/{key.Period}";
}
