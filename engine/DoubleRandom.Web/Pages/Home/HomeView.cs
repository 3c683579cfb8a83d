using DoubleRandom.Core;
using DoubleRandom.Core.Time;
using DoubleRandom.Store.Deadlines;
using DoubleRandom.Web.Pages.Workflows;

namespace DoubleRandom.Web.Pages.Home;

/// <summary>All that the first page shows.</summary>
/// <param name="Choice">The filter, and what it can be set to.</param>
/// <param name="Day">Today, with its nature.</param>
/// <param name="Tally">The numbers.</param>
/// <param name="Overdue">What is late.</param>
/// <param name="Today">What is due today.</param>
/// <param name="Weeks">What is due in the next thirty days.</param>
/// <param name="Days">Those days, with the number of deadlines on each.</param>
/// <param name="Standing">How jurisdictions or units stand.</param>
/// <param name="Warnings">What needs attention.</param>
/// <param name="Running">The procedures that run.</param>
public sealed record HomeView(
    HomeChoice Choice, CalendarDay Day, OutlookTally Tally, IReadOnlyList<DueGroup> Overdue, IReadOnlyList<DueGroup> Today, IReadOnlyList<DueWeek> Weeks,
    IReadOnlyList<(CalendarDay Day, int Count)> Days, IReadOnlyList<StandingLine> Standing, IReadOnlyList<HomeWarning> Warnings, RunningView Running);

/// <summary>Something that can be chosen, by id.</summary>
public sealed record Option(string Id, Bilingual Name);

/// <summary>The filter of the first page.</summary>
/// <param name="Jurisdiction">The folder chosen; null for all.</param>
/// <param name="Unit">The unit chosen; null for all.</param>
/// <param name="Jurisdictions">Those that run.</param>
/// <param name="Units">The units of the one chosen.</param>
public sealed record HomeChoice(string? Jurisdiction, string? Unit, IReadOnlyList<Option> Jurisdictions, IReadOnlyList<Option> Units);

/// <summary>A unit that owes, with the address of its deadline.</summary>
public sealed record DueUnit(Bilingual Name, string Address);

/// <summary>One duty on one day, with all units that owe it.</summary>
public sealed record DueGroup(Bilingual Jurisdiction, Bilingual Obligation, DateOnly DueOn, bool IsAdvice, bool Provisional, IReadOnlyList<DueUnit> Units);

/// <summary>The duties of a week, Monday to Sunday.</summary>
public sealed record DueWeek(DateOnly From, DateOnly To, IReadOnlyList<DueGroup> Groups);

/// <summary>One line of the table of jurisdictions or units.</summary>
public sealed record StandingLine(Bilingual Name, string Address, UnitStanding Counts);

/// <summary>Something that needs attention, and where to go.</summary>
public sealed record HomeWarning(string Severity, Bilingual Text, string? Address, Bilingual? Link);
