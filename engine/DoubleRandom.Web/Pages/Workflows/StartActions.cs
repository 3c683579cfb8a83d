using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Workflows;
using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Pages.Workflows;

/// <summary>Starts what a form on a definition's page asks for, and keeps what was entered when it is refused.</summary>
internal sealed class StartActions(WorkflowDesk desk, RunningPacks packs)
{
    /// <summary>The number of the instance; null when it was refused, or there is no such definition.</summary>
    public async Task<(StartAttempt Attempt, long? Instance)> StartAsync(string folder, string id, IFormCollection posted, CancellationToken cancel)
    {
        if (packs.Named(folder) is not { } pack || pack.Workflows.GetValueOrDefault(id) is not { } definition)
            return (StartAttempt.Of("", ""), null);
        var entered = Entered(definition, posted);
        if (ActingPlace.Against(entered.Unit) is { } refusal)
            return (entered with { Refusals = [refusal, .. entered.By.Length == 0 ? [ActingPlace.NoPerson] : Array.Empty<Refusal>()] }, null);
        var once = Text(posted, "once");
        var answer = await desk.StartAsync(
            new(pack.Jurisdiction.Folder, id, entered.Subject, entered.Cast, entered.Lists, Key: once.Length == 0 ? null : once), new(entered.Unit, entered.By), cancel);
        return (entered with { Refusals = answer.Refusals }, answer.Value?.Instance);
    }

    private static StartAttempt Entered(WorkflowDefinition definition, IFormCollection posted) => new(
        Text(posted, "by-unit"), Text(posted, "by"), Text(posted, "subject"), PostedLists.Of(posted, "c.", definition.Casts), PostedLists.Of(posted, "l.", definition.Takes), []);

    private static string Text(IFormCollection posted, string name) => posted[name].FirstOrDefault()?.Trim() ?? "";
}
