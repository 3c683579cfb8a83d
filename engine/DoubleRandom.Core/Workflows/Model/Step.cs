using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Workflows.Model;

/// <summary>One step of a procedure (环节). One record per kind; see docs/pack-format.md.</summary>
public abstract record Step
{
    private Step()
    {
    }

    /// <summary>Id within the definition.</summary>
    public required string Id { get; init; }

    /// <summary>What staff call it.</summary>
    public required Bilingual Name { get; init; }

    /// <summary>Whose it is; null for a step that no person acts on.</summary>
    public Owner? Owner { get; init; }

    /// <summary>Id of the form that completing it hands in; null when nothing is handed in.</summary>
    public string? Form { get; init; }

    /// <summary>When it is due; null when the text gives no time.</summary>
    public Due? Due { get; init; }

    /// <summary>Id of the ladder of its deadline; null for the jurisdiction's default.</summary>
    public string? Ladder { get; init; }

    /// <summary>Its outcomes and where they lead; none for an end.</summary>
    public required IReadOnlyList<Way> Ways { get; init; }

    /// <summary>What must hold before it may be completed.</summary>
    public IReadOnlyList<Guard> Guards { get; init; } = [];

    /// <summary>Ids of events raised when it is over, whatever the outcome.</summary>
    public IReadOnlyList<string> Raises { get; init; } = [];

    /// <summary>For an event that it raises, the field of its form that dates it; an event that is not here is dated on the day it is raised.</summary>
    public IReadOnlyDictionary<string, string> RaisedOn { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Lists that completing it may set: participants, targets.</summary>
    public IReadOnlyList<string> Sets { get; init; } = [];

    /// <summary>Name of a group of steps of which only one may be in hand at a time; null when it has none.</summary>
    public string? OneAtATime { get; init; }

    /// <summary>The article, or why it is local; null when the workflow's own basis covers it.</summary>
    public Basis? Basis { get; init; }

    /// <summary>Where the pack says so.</summary>
    public required Place Place { get; init; }

    /// <summary>Whether it stays open until somebody or something finishes it, rather than passing by itself.</summary>
    public virtual bool Stops => true;

    /// <summary>The way of an outcome: its own, else the one called <c>done</c>, else the only one; null when nothing fits.</summary>
    public Way? WayOf(string outcome)
    {
        Way? done = null;
        foreach (var way in Ways)
        {
            if (string.Equals(way.Id, outcome, StringComparison.Ordinal))
                return way;
            if (way.Id is Way.Done)
                done = way;
        }

        return done ?? (Ways.Count == 1 ? Ways[0] : null);
    }

    /// <summary>Work of people.</summary>
    public sealed record Task : Step
    {
        /// <summary>
        /// Id of the rule set by which the units of the one list that it sets are suggested for the targets that were drawn; null when nothing is. A person decides in any case.
        /// </summary>
        public string? Suggest { get; init; }
    }

    /// <summary>A choice: by a rule set, by the guards of its ways, or by a person of its owner. The person also decides when the rules cannot.</summary>
    /// <param name="RuleSet">Name of the rule set; null when guards or a person decide.</param>
    public sealed record Decision(string? RuleSet) : Step
    {
        /// <summary>Whether a person decides in the first place.</summary>
        public bool IsHuman => RuleSet is null && Owner is not null;

        /// <inheritdoc />
        public override bool Stops => IsHuman;
    }

    /// <summary>Waits for the result of a draw.</summary>
    /// <param name="What">What is drawn: <c>targets</c>, <c>inspectors</c>.</param>
    /// <param name="Into">The list that takes the result; null when the record of the draw suffices.</param>
    /// <param name="Scheme">Id of the scheme by which it is drawn; null when each draw says it all.</param>
    public sealed record Draw(string What, string? Into, string? Scheme = null) : Step;

    /// <summary>Waits until something is published.</summary>
    /// <param name="What">What is published: <c>results</c>, <c>plan</c>.</param>
    public sealed record Publish(string What) : Step;

    /// <summary>Tells somebody and goes on.</summary>
    /// <param name="Audience">Who is told, in the words of ladders.</param>
    /// <param name="Template">Name of the template.</param>
    public sealed record Notify(IReadOnlyList<string> Audience, string Template) : Step
    {
        /// <inheritdoc />
        public override bool Stops => false;
    }

    /// <summary>Waits for events or a date, whichever comes first; the ways say for what.</summary>
    public sealed record Wait : Step;

    /// <summary>Runs a part of the procedure once for every item of a list, all at the same time.</summary>
    /// <param name="Over">Name of the list; null with <paramref name="Times"/>.</param>
    /// <param name="Times">A fixed number instead of a list.</param>
    /// <param name="Do">Id of the step that each item begins with.</param>
    /// <param name="Await">How many items must have ended.</param>
    /// <param name="Joined">Words for the results together, the first that holds wins; none holds: <c>done</c>.</param>
    public sealed record ForEach(string? Over, int? Times, string Do, Gathering Await, IReadOnlyList<JoinedResult> Joined) : Step
    {
        /// <summary>The outcome when there is no item at all.</summary>
        public const string Nobody = "nobody";

        /// <inheritdoc />
        public override bool Stops => false;
    }

    /// <summary>Runs another workflow and waits for its end; that workflow's outcome is the step's.</summary>
    public sealed record Call(string Workflow) : Step;

    /// <summary>Begins every way whose guards hold, at the same time.</summary>
    public sealed record Fork : Step
    {
        /// <inheritdoc />
        public override bool Stops => false;
    }

    /// <summary>Gathers the branches of a fork.</summary>
    /// <param name="Of">Id of the fork.</param>
    /// <param name="Await">How many branches must have arrived.</param>
    public sealed record Join(string Of, Gathering Await) : Step
    {
        /// <summary>The outcome when fewer branches arrived than were asked for, and no other can.</summary>
        public const string Short = "short";

        /// <inheritdoc />
        public override bool Stops => false;
    }

    /// <summary>The end of a branch, of an item inside a for-each, or of the whole.</summary>
    /// <param name="Outcome">The result.</param>
    /// <param name="Whole">Whether everything else that runs in the same item, or outside items in the instance, is cancelled.</param>
    public sealed record End(string Outcome, bool Whole) : Step
    {
        /// <inheritdoc />
        public override bool Stops => false;
    }
}
