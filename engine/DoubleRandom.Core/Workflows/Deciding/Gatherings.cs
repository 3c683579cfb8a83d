using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Core.Workflows.Running;

namespace DoubleRandom.Core.Workflows.Deciding;

/// <summary>Begins branches and items, gathers them again, and ends what has nothing left to do.</summary>
internal sealed class Gatherings(Course course, Flow flow)
{
    private const int MostNested = 64;

    private Ledger Ledger => course.Ledger;

    public void Split(Step.Fork fork, int frame)
    {
        var unmet = fork.Ways.Select(way => flow.Questions.Unmet(way.Guards, fork.Id, frame)).ToArray();
        var branches = fork.Ways.Where((_, i) => unmet[i].Count == 0).ToArray();
        if (branches.Length == 0 || Depth(frame) >= MostNested)
        {
            course.Refuse(branches.Length == 0 ? unmet.SelectMany(refusals => refusals) : [WorkflowRefusals.GoesRound(fork)]);
            return;
        }

        var number = Ledger.NextFrame;
        course.Note(new JournalEntry.Split(number, fork.Id, frame, [.. branches.Select(way => way.Id)]));
        flow.Raise(fork.Raises, frame);
        foreach (var way in branches.Reverse())
            flow.Go(way.To, number);
    }

    public void Arrive(Step.Join join, int frame)
    {
        var gathered = Ledger.Frame(frame);
        if (gathered.Kind != FrameKind.Split || !string.Equals(gathered.Step, join.Of, StringComparison.Ordinal))
        {
            course.Refuse(WorkflowRefusals.JoinOfOtherFork(join));
            return;
        }

        course.Note(new JournalEntry.Arrived(frame, join.Id));
        Settle(frame);
    }

    public void Begin(Step.ForEach each, int frame)
    {
        var items = each.Times is { } times
            ? Enumerable.Range(1, times).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToArray()
            : ItemsOf(each.Over ?? "");
        var batch = Ledger.NextFrame;
        course.Note(new JournalEntry.Batched(batch, each.Id, frame, items));
        Settle(batch);
        for (var i = items.Count; i > 0; i--)
            flow.Go(each.Do, batch + i);
    }

    /// <summary>The items of a list; where no such list was set, the units that are cast for the role of that name or hold it.</summary>
    private IReadOnlyList<string> ItemsOf(string list) =>
        Ledger.Lists.GetValueOrDefault(list) ?? Ledger.Cast.GetValueOrDefault(list) ?? course.Context.Holding(list);

    public void Add(Step.ForEach each, int batch, IReadOnlyList<string> items)
    {
        var first = Ledger.NextFrame;
        course.Note(new JournalEntry.ItemsAdded(batch, items));
        for (var i = items.Count - 1; i >= 0; i--)
            flow.Go(each.Do, first + i);
    }

    public void End(Step.End end, int frame)
    {
        course.Note(new JournalEntry.EndReached(frame, end.Id, end.Outcome));
        flow.Raise(end.Raises, frame);
        if (!end.Whole)
        {
            Settle(frame);
            return;
        }

        var region = Ledger.Region(frame);
        Empty(region, end.Outcome);
        Finish(Ledger.Frame(region));
    }

    /// <summary>Takes one open step away; what enclosed it goes on if that was all it waited for.</summary>
    public void Take(StepRun run, string reason)
    {
        course.Note(new JournalEntry.Taken(run.Number, reason));
        if (course.Definition.Step(run.Step) is { } step)
            flow.Openings.Withdraw(run, step, isMet: false, reason);
    }

    /// <summary>Takes everything away that goes on in a frame.</summary>
    public void Empty(int number, string reason)
    {
        var frame = Ledger.Frame(number);
        foreach (var run in frame.Runs)
            Take(Ledger.Run(run), reason);
        foreach (var child in frame.Frames)
        {
            Empty(child, reason);
            course.Note(new JournalEntry.Closed(child));
        }
    }

    /// <summary>Goes on outside a frame once enough has been gathered, and closes it once nothing in it goes on.</summary>
    public void Settle(int number)
    {
        if (Ledger.Frame(number) is { IsClosed: false, IsFired: false, Kind: FrameKind.Split or FrameKind.Batch } gathering)
            Fire(gathering);
        if (Ledger.Frame(number) is { IsClosed: false, Live: 0 } idle && !course.IsRefused)
            Finish(idle);
    }

    private void Finish(Frame frame)
    {
        course.Note(frame.Kind switch
        {
            FrameKind.Root => new JournalEntry.Ended(frame.Outcome ?? Way.Done, null),
            FrameKind.Item => new JournalEntry.ItemEnded(frame.Number, frame.Outcome ?? Way.Done),
            _ => new JournalEntry.Closed(frame.Number),
        });
        if (frame.Kind != FrameKind.Root)
            Settle(frame.Parent);
    }

    private void Fire(Frame frame)
    {
        var (step, gathering, outcome) = course.Definition.Step(frame.Step) switch
        {
            Step.Fork fork when course.Definition.JoinOf(fork.Id) is { } join => ((Step)join, join.Await, OutcomeOf(join, frame)),
            Step.ForEach each => (each, each.Await, OutcomeOf(each, frame)),
            _ => (null!, null!, null),
        };
        if (outcome is null)
            return;
        if (step.WayOf(outcome) is not { } way)
        {
            course.Refuse(WorkflowRefusals.NoWay(step, outcome));
            return;
        }

        course.Note(new JournalEntry.Joined(frame.Number, way.Id));
        if (gathering.CancelsRest && frame.Live > 0)
        {
            Empty(frame.Number, way.Id);
            course.Note(new JournalEntry.Closed(frame.Number));
        }

        flow.Raise(step.Raises.Concat(way.Raises), frame.Parent);
        flow.Go(way.To, frame.Parent);
    }

    /// <summary>The outcome of a join: null while it must wait; <c>short</c> when fewer arrived than it needs and no other can. When none arrived at all, nothing goes on.</summary>
    private static string? OutcomeOf(Step.Join join, Frame frame)
    {
        var need = Math.Min(join.Await.Need, frame.Total);
        if (frame.Arrived >= need && (join.Await.Need < Gathering.All || frame.Live == 0))
            return Way.Done;
        return frame is { Live: 0, Arrived: > 0 } ? Step.Join.Short : null;
    }

    /// <summary>The outcome of all items together: null while it must wait.</summary>
    private static string? OutcomeOf(Step.ForEach each, Frame frame)
    {
        if (frame.Live > 0 && frame.Arrived < each.Await.Need)
            return null;
        if (frame.Total == 0 || (frame.Live == 0 && frame.Arrived == 0))
            return Step.ForEach.Nobody;
        return each.Joined.FirstOrDefault(joined => frame.Outcomes.GetValueOrDefault(joined.Of) >= (joined.AtLeast == Gathering.All ? frame.Arrived : joined.AtLeast))?.Outcome ?? Way.Done;
    }

    private int Depth(int frame)
    {
        var depth = 0;
        for (; frame > 0; frame = Ledger.Frame(frame).Parent)
            depth++;
        return depth;
    }
}
