using System.Text.Json;
using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Core.Draws.Inspectors;
using DoubleRandom.Core.Draws.Selection;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Service.Submissions;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store.Draws;

namespace DoubleRandom.Service.Draws;

/// <summary>What became of a substitute.</summary>
/// <param name="Number">The draw's number.</param>
/// <param name="Instead">The target whose place it takes.</param>
/// <param name="Substitute">The substitute.</param>
public sealed record SubstituteReceipt(string Number, string Instead, string Substitute);

/// <summary>Uses substitutes in the order of their tickets: nobody chooses among them.</summary>
internal static class DrawSubstitutes
{
    /// <summary>The next substitute of the target's stratum takes its place. The same target sent again gets the same substitute.</summary>
    public static async Task<Answer<SubstituteReceipt>> UseAsync(CommandChain chain, DrawRow row, string instead, string reason, Actor actor)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return Answer.Refused<SubstituteReceipt>(WorkflowWords.NoReason());
        var uses = await DrawHistory.UsesAsync(chain.Connection, row, chain.Cancel);
        if (uses.FirstOrDefault(use => string.Equals(use.Instead, instead, StringComparison.Ordinal)) is { } before)
            return Answer.Done(new SubstituteReceipt(row.Number, instead, before.Code));
        if (row is not { Stage: "dispatched", SupersededBy: null } || Next((await DrawMaking.AgainAsync(chain, row)).Draw.Draws, uses, instead) is not { } substitute)
            return Answer.Refused<SubstituteReceipt>(DrawWords.NoSubstitute(row.Number, instead));
        await DrawHistory.UseAsync(chain.Connection, row, new(substitute, instead, reason, actor.Person, chain.Now), chain.Cancel);
        var refusals = await DrawDispatch.AddAsync(chain, row, substitute, await TeamAsync(chain, row, uses, instead, substitute), reason, actor);
        if (refusals.Count > 0)
            return Answer.Refused<SubstituteReceipt>(refusals);
        // The record names its substitutes: an open one as soon as they are used, a sealed one when it is revealed.
        if (row.Pepper is null)
            await DrawStatements.SayAsync(chain, row);
        chain.Record = (actor.Person, "draw.substituted", $"{row.Jurisdiction}/draw/{row.Number}", JsonSerializer.Serialize(new { actor.Unit, instead, substitute, reason }, JsonSerializerOptions.Web));
        return Answer.Done(new SubstituteReceipt(row.Number, instead, substitute));
    }

    /// <summary>The team of the target that was drawn goes to its substitute, without those who are recused from that.</summary>
    private static async Task<IEnumerable<DrawAssignmentRow>> TeamAsync(CommandChain chain, DrawRow row, IReadOnlyList<DrawUseRow> uses, string instead, string substitute)
    {
        var drawn = instead;
        while (uses.FirstOrDefault(use => string.Equals(use.Code, drawn, StringComparison.Ordinal)) is { } before)
            drawn = before.Instead;
        var recused = await DrawTable.FileAsync(chain.Connection, row, FrozenDraw.RecusalsFile, chain.Cancel) is { } file
            ? RecusalList.Read(new MemoryStream(file.Content, writable: false), file.Name).Content.All.Where(one => string.Equals(one.Target, substitute, StringComparison.Ordinal)).Select(one => one.Inspector).ToHashSet(StringComparer.Ordinal)
            : [];
        var team = await DrawHistory.AssignmentsAsync(chain.Connection, row, chain.Cancel);
        return team.Where(one => string.Equals(one.Target, drawn, StringComparison.Ordinal) && !recused.Contains(one.Pseudonym));
    }

    private static string? Next(IReadOnlyList<StratumDraw> draws, IReadOnlyList<DrawUseRow> uses, string instead)
    {
        var used = uses.Select(use => use.Code).ToHashSet(StringComparer.Ordinal);
        var stratum = draws.FirstOrDefault(draw => draw.Selected.Any(target => Is(target, instead)) || (used.Contains(instead) && draw.Substitutes.Any(target => Is(target, instead))));
        return stratum?.Substitutes.Select(target => target.Id).FirstOrDefault(id => !used.Contains(id));
    }

    private static bool Is(DrawnTarget target, string id) => string.Equals(target.Id, id, StringComparison.Ordinal);
}
