using DoubleRandom.Service.Draws;
using DoubleRandom.Service.Submissions;
using static DoubleRandom.Service.Tests.Draws.DrawingCounty;

namespace DoubleRandom.Service.Tests.Draws;

/// <summary>Takes steps of the first draw's ceremony in a process of its own, which may be killed at any moment: says <c>STEP done</c> after each, or why not.</summary>
internal static class CeremonyProgram
{
    /// <summary>The steps in their order, each with the action by which the audit chain knows it, and how the draw stands after it.</summary>
    public static readonly (string Step, string Action, string Stage, int Statements)[] Steps =
    [
        ("prepare", "draw.prepared", "prepared", 0), ("freeze", "draw.frozen", "frozen", 1), ("first-witness", "draw.witnessed", "frozen", 1), ("last-witness", "draw.witnessed", "frozen", 1),
        ("beacon", "draw.beacon-entered", "seeded", 1), ("run", "draw.drawn", "drawn", 2), ("dispatch", "draw.dispatched", "dispatched", 3), ("substitute", "draw.substituted", "dispatched", 3),
        ("reveal", "draw.revealed", "revealed", 4),
    ];

    private static readonly DrawKey First = new(Folder, "445200-0001");

    public static async Task<int> RunAsync(string connectionString, IEnumerable<string> steps)
    {
        await using var county = await ReopenAsync(connectionString);
        foreach (var step in steps)
            await Console.Out.WriteLineAsync($"{step} {await TakeAsync(county, step)}");
        return 0;
    }

    private static async Task<string> TakeAsync(DrawingCounty county, string step)
    {
        if (step is "prepare")
            return Said(await county.Desk.PrepareAsync(Order() with { BeaconRound = "drand quicknet 1" }, Office, default, "k-1"));
        if (step is "substitute")
            return Said(await county.Desk.SubstituteAsync(First, (await county.PicksAsync(First.Number))[0], "已经注销", Office, default));
        return Said(step switch
        {
            "freeze" => await county.Desk.FreezeAsync(First, await county.Engine.AskAsync<string>("select manifest_sha256 from draw"), Office with { Name = Checker.Name }, default),
            "first-witness" => await county.Desk.WitnessAsync(First, "公证员甲", "2718281828", Office, default),
            "last-witness" => await county.Desk.WitnessAsync(First, "人大代表乙", "3141592653", Office, default),
            "beacon" => await county.Desk.BeaconAsync(First, "a1b2c3", Office, default),
            "run" => await county.Desk.RunAsync(First, Office, default),
            "dispatch" => await county.Desk.DispatchAsync(First, Office, default),
            _ => await county.Desk.RevealAsync(First, Office, default),
        });
    }

    private static string Said<T>(Answer<T> answer) => answer.IsDone ? "done" : Codes(answer);
}
