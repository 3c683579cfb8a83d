using System.Text.Json.Serialization;

namespace DoubleRandom.Core.Workflows.Running;

/// <summary>One line of an instance's journal. What happened, never what follows from it by the definition: the fold needs no definition, no calendar and no rules.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Started), "started")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(Finished), "finished")]
[JsonDerivedType(typeof(Taken), "taken")]
[JsonDerivedType(typeof(Passed), "passed")]
[JsonDerivedType(typeof(Split), "split")]
[JsonDerivedType(typeof(Arrived), "arrived")]
[JsonDerivedType(typeof(EndReached), "end-reached")]
[JsonDerivedType(typeof(Batched), "batched")]
[JsonDerivedType(typeof(ItemsAdded), "items-added")]
[JsonDerivedType(typeof(ItemEnded), "item-ended")]
[JsonDerivedType(typeof(Joined), "joined")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(Held), "held")]
[JsonDerivedType(typeof(Handed), "handed")]
[JsonDerivedType(typeof(Dated), "dated")]
[JsonDerivedType(typeof(ListSet), "list-set")]
[JsonDerivedType(typeof(Told), "told")]
[JsonDerivedType(typeof(Acted), "acted")]
[JsonDerivedType(typeof(Commented), "commented")]
[JsonDerivedType(typeof(Attached), "attached")]
[JsonDerivedType(typeof(Ended), "ended")]
[JsonDerivedType(typeof(Moved), "moved")]
public abstract record JournalEntry
{
    private JournalEntry()
    {
    }

    /// <summary>The instance's version after it: 1, 2, 3… without a gap.</summary>
    public long Version { get; init; }

    /// <summary>The instant, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who gave the command.</summary>
    public string By { get; init; } = Actor.EngineName;

    /// <summary>That person's unit; empty for the engine.</summary>
    public string Unit { get; init; } = "";

    internal abstract void Tell(Ledger ledger);

    /// <summary>The instance began.</summary>
    public sealed record Started(
        string Definition, string DefinitionVersion, string Subject, StartCause? Cause, IReadOnlyDictionary<string, IReadOnlyList<string>> Cast,
        IReadOnlyDictionary<string, IReadOnlyList<string>> Lists, string? Content) : JournalEntry
    {
        internal override void Tell(Ledger ledger) => ledger.Start(this);
    }

    /// <summary>A step opened.</summary>
    public sealed record Opened(int Run, string Step, int Frame, DateOnly On, DateOnly? DueOn, IReadOnlyList<string> Events, DateOnly? WakesOn) : JournalEntry
    {
        /// <summary>Why a person is asked, when rules could not decide.</summary>
        public IReadOnlyList<Bilingual> Reasons { get; init; } = [];

        internal override void Tell(Ledger ledger) => ledger.Open(this);
    }

    /// <summary>An open step was completed.</summary>
    public sealed record Finished(int Run, string Outcome, string? Content, string? Reason) : JournalEntry
    {
        internal override void Tell(Ledger ledger) => ledger.Finish(this);
    }

    /// <summary>An open step was taken away, and its branch with it.</summary>
    public sealed record Taken(int Run, string Reason) : JournalEntry
    {
        internal override void Tell(Ledger ledger) => ledger.Take(this);
    }

    /// <summary>A step that stops for nobody was passed.</summary>
    public sealed record Passed(string Step, int Frame, string Outcome, IReadOnlyList<Bilingual> Reasons) : JournalEntry
    {
        internal override void Tell(Ledger ledger) => ledger.Change(Frame, f => f with { Done = f.Done.SetItem(Step, 0) });
    }

    /// <summary>A fork began its branches in a frame of their own.</summary>
    public sealed record Split(int Frame, string Step, int Parent, IReadOnlyList<string> Branches) : JournalEntry
    {
        internal override void Tell(Ledger ledger) => ledger.Nest(new Frame(Frame, FrameKind.Split, Step, Parent, ledger.Frame(Parent).Path, Branches.Count));
    }

    /// <summary>A branch arrived at its join.</summary>
    public sealed record Arrived(int Frame, string Step) : JournalEntry
    {
        internal override void Tell(Ledger ledger) => ledger.Change(Frame, f => f with { Live = f.Live - 1, Arrived = f.Arrived + 1 });
    }

    /// <summary>A branch reached an end.</summary>
    public sealed record EndReached(int Frame, string Step, string Outcome) : JournalEntry
    {
        internal override void Tell(Ledger ledger) => ledger.End(this);
    }

    /// <summary>A for-each began its items, each in a frame of its own, numbered in order.</summary>
    public sealed record Batched(int Frame, string Step, int Parent, IReadOnlyList<string> Items) : JournalEntry
    {
        internal override void Tell(Ledger ledger) => ledger.Batch(this);
    }

    /// <summary>Items were added to a running for-each.</summary>
    public sealed record ItemsAdded(int Frame, IReadOnlyList<string> Items) : JournalEntry
    {
        internal override void Tell(Ledger ledger) => ledger.AddItems(Frame, Items);
    }

    /// <summary>An item ended.</summary>
    public sealed record ItemEnded(int Frame, string Outcome) : JournalEntry
    {
        internal override void Tell(Ledger ledger) => ledger.EndItem(Frame, Outcome);
    }

    /// <summary>Enough branches or items were gathered, and the way went on outside.</summary>
    public sealed record Joined(int Frame, string Outcome) : JournalEntry
    {
        internal override void Tell(Ledger ledger) => ledger.Join(Frame);
    }

    /// <summary>Nothing in a frame goes on any more.</summary>
    public sealed record Closed(int Frame) : JournalEntry
    {
        internal override void Tell(Ledger ledger) => ledger.Close(Frame);
    }

    /// <summary>A step was claimed, delegated or put back (<paramref name="Person"/> null).</summary>
    public sealed record Held(int Run, string? Person, bool IsDelegated, string? Reason) : JournalEntry
    {
        internal override void Tell(Ledger ledger) => ledger.Change(this, Run, run => run with { Person = Person, IsDelegated = IsDelegated });
    }

    /// <summary>A step was handed to another unit.</summary>
    public sealed record Handed(int Run, string To, string Reason) : JournalEntry
    {
        internal override void Tell(Ledger ledger) => ledger.Change(this, Run, run => run with { Unit = To, Person = null, IsDelegated = false });
    }

    /// <summary>The days of a step changed: postponed by somebody (with a reason), or worked out anew.</summary>
    public sealed record Dated(int Run, DateOnly? DueOn, DateOnly? WakesOn, string? Reason) : JournalEntry
    {
        internal override void Tell(Ledger ledger) => ledger.Date(this);
    }

    /// <summary>A list was set.</summary>
    public sealed record ListSet(string Name, IReadOnlyList<string> Items) : JournalEntry
    {
        internal override void Tell(Ledger ledger) => ledger.SetList(Name, Items);
    }

    /// <summary>An event happened, here or elsewhere.</summary>
    /// <param name="Event">Id of the event.</param>
    /// <param name="On">The civil day.</param>
    /// <param name="Item">Path of the item; empty when it concerns the whole.</param>
    public sealed record Told(string Event, DateOnly On, string Item) : JournalEntry
    {
        internal override void Tell(Ledger ledger) => ledger.Hear(this);
    }

    /// <summary>Something was done beside the steps. <paramref name="Step"/> is the step that began with it, if any.</summary>
    public sealed record Acted(string Action, string Reason, string? Content, string? Step) : JournalEntry
    {
        internal override void Tell(Ledger ledger) => ledger.Act(this);
    }

    /// <summary>A remark.</summary>
    public sealed record Commented(int? Run, string Text) : JournalEntry
    {
        // A remark changes nothing: it does not make a command stale.
        internal override void Tell(Ledger ledger)
        {
        }
    }

    /// <summary>A file was attached.</summary>
    public sealed record Attached(int Run, string Name, string Hash) : JournalEntry
    {
        internal override void Tell(Ledger ledger) => ledger.Change(this, Run, run => run with { Attachments = run.Attachments + 1 });
    }

    /// <summary>The instance is over.</summary>
    /// <param name="Outcome">The result; null when it was cancelled.</param>
    /// <param name="Reason">Why it was cancelled; null when it came to its end.</param>
    public sealed record Ended(string? Outcome, string? Reason) : JournalEntry
    {
        internal override void Tell(Ledger ledger) => ledger.End(this);
    }

    /// <summary>The instance went over to another version of its definition.</summary>
    /// <param name="DefinitionVersion">The new version.</param>
    /// <param name="Steps">New ids of steps by their old ones; a step that is not named keeps its id.</param>
    public sealed record Moved(string DefinitionVersion, IReadOnlyDictionary<string, string> Steps) : JournalEntry
    {
        internal override void Tell(Ledger ledger) => ledger.Move(this);
    }
}
