using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Draws;
using DoubleRandom.Store.Draws;

namespace DoubleRandom.Web.Pages.Draws;

/// <summary>The draws of all jurisdictions, the newest of each first.</summary>
/// <param name="Groups">Jurisdictions with their newest draws.</param>
public sealed record DrawListView(IReadOnlyList<DrawGroup> Groups);

/// <summary>The newest draws of a jurisdiction.</summary>
/// <param name="Pack">The jurisdiction.</param>
/// <param name="Draws">The draws.</param>
public sealed record DrawGroup(Pack Pack, IReadOnlyList<DrawRow> Draws)
{
    /// <summary>The place before which the next page begins; null on the last page.</summary>
    public int? OlderBefore => Draws.Count == DrawReader.Page ? Draws[^1].Sequence : null;
}

/// <summary>What was entered in a form on a page of draws, and why it was refused.</summary>
/// <param name="Do">The button that was pressed.</param>
/// <param name="Unit">For which unit.</param>
/// <param name="By">Who.</param>
/// <param name="Texts">Everything else, by the name of its input.</param>
/// <param name="Refusals">Every reason; none before anything was tried.</param>
public sealed record DrawAttempt(string Do, string Unit, string By, IReadOnlyDictionary<string, string> Texts, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Nothing was entered yet.</summary>
    public static DrawAttempt None(string unit, string by) => new("", unit, by, new Dictionary<string, string>(StringComparer.Ordinal), []);

    /// <summary>What was entered in an input; empty for nothing.</summary>
    public string this[string name] => Texts.GetValueOrDefault(name, "");
}

/// <summary>A draw and what can be done with it.</summary>
/// <param name="Pack">The jurisdiction.</param>
/// <param name="Detail">The draw.</param>
/// <param name="Strata">Its frame, stratum by stratum.</param>
/// <param name="Attempt">What was entered.</param>
/// <param name="Today">Today in the jurisdiction.</param>
public sealed record DrawPageView(Pack Pack, DrawDetail Detail, IReadOnlyList<StratumView> Strata, DrawAttempt Attempt, DateOnly Today)
{
    /// <summary>The targets in whose place a substitute can come: those that were drawn or came as substitutes, and were not replaced.</summary>
    public IEnumerable<string> Replaceable => Detail.Picks.Select(pick => pick.Code).Concat(Detail.Uses.Select(use => use.Code)).Except(Detail.Uses.Select(use => use.Instead), StringComparer.Ordinal);

    /// <summary>What a target was called on the day of the draw; its code when no directory knew it.</summary>
    public string NameOf(string code) => Detail.Names.GetValueOrDefault(code, code);
}

/// <summary>The form on which a draw is prepared.</summary>
/// <param name="Pack">The jurisdiction.</param>
/// <param name="Waiting">Steps of workflows that wait for a draw: instance, what it is about, what is drawn, name of the step.</param>
/// <param name="Attempt">What was entered.</param>
/// <param name="Today">Today in the jurisdiction.</param>
public sealed record PrepareDrawView(Pack Pack, IReadOnlyList<WaitingDraw> Waiting, DrawAttempt Attempt, DateOnly Today);

/// <summary>A step that waits for a draw.</summary>
/// <param name="Instance">Number of the instance.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="What"><c>targets</c> or <c>inspectors</c>.</param>
public sealed record WaitingDraw(long Instance, string Subject, string What)
{
    /// <summary>Its value in the form.</summary>
    public string Value => FormattableString.Invariant($"{Instance}:{What}");
}
