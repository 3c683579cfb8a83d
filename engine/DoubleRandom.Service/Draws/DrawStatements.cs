using System.Text.Json.Nodes;
using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Core.Publication;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Store.Draws;
using DoubleRandom.Store.Publication;

namespace DoubleRandom.Service.Draws;

/// <summary>What the public is told of a draw, at every stage: commitments before the seed, the sealed record after it, everything when the checks are over.</summary>
internal static class DrawStatements
{
    private const string Json = "application/json";
    private const string Text = "text/plain; charset=utf-8";

    /// <summary>Says how a draw stands now.</summary>
    /// <param name="chain">The turn that changes it.</param>
    /// <param name="draw">The draw.</param>
    public static async Task SayAsync(CommandChain chain, DrawRow draw)
    {
        var (files, body) = (await DrawMaking.PublicAsync(chain, draw), Body(draw));
        if (files.ContainsKey(FrozenDraw.FrameFile) && draw.What is DrawOrder.Targets)
            Name(body, await DrawnTargets.ReadAsync(chain.Connection, draw, chain.Cancel));
        var statement = new Statement(StatementKind.Draw, draw.Number, StatementAct.Publish, Title(draw), body.ToJsonString(), chain.Today, draw.PreparedUnit)
        {
            Files = [.. files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => StatementFile.Of(file.Key, file.Key.EndsWith(".json", StringComparison.Ordinal) ? Json : Text, file.Value))],
        };
        await PublicLedger.AppendAsync(chain.Connection, draw.Jurisdiction, statement, files, chain.Now, chain.Cancel);
    }

    private static string Title(DrawRow draw) => draw.What is DrawOrder.Targets ? $"随机抽取检查对象 {draw.Number}" : $"随机抽取检查人员 {draw.Number}";

    /// <summary>The record proves who was drawn; here they stand for people to read.</summary>
    private static void Name(JsonObject body, DrawnTargets drawn)
    {
        body["selected"] = new JsonArray([.. drawn.Picks.Select(pick => new JsonObject { ["stratum"] = pick.Stratum, ["place"] = pick.Place, ["target"] = NameOf(pick.Code), ["code"] = pick.Code })]);
        if (drawn.Uses.Count > 0)
            body["substitutes"] = new JsonArray([.. drawn.Uses.Select(use => new JsonObject { ["target"] = NameOf(use.Code), ["code"] = use.Code, ["instead"] = NameOf(use.Instead), ["reason"] = use.Reason })]);

        string NameOf(string code) => drawn.Names.GetValueOrDefault(code, code);
    }

    private static JsonObject Body(DrawRow draw)
    {
        var body = JsonNode.Parse(draw.Manifest)!.AsObject();
        body["number"] = draw.Number;
        body["state"] = draw.SupersededBy is null ? draw.Stage : "superseded";
        body["what"] = draw.What;
        if (draw.RecordSha256 is not null)
            body["list"] = draw is { Pepper: not null, RevealedAt: null } ? "sealed" : "open";
        body.Remove("draw");
        foreach (var (name, at) in new[] { ("frozenAt", draw.FrozenAt), ("drawnAt", draw.DrawnAt), ("dispatchedAt", draw.DispatchedAt), ("revealedAt", draw.RevealedAt) })
            if (at is { } instant)
                body[name] = PublicEntry.InstantText(instant);
        foreach (var (name, value) in new[] { ("recordSha256", draw.RecordSha256), ("supersedes", draw.Supersedes), ("supersededBy", draw.SupersededBy), ("reason", draw.Reason) })
            if (value is not null)
                body[name] = value;
        if (draw.Instance is { } instance)
            body["task"] = $"{instance}";
        return body;
    }
}
