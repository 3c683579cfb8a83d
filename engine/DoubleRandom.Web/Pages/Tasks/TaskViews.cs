using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Web.Pages.Home;

namespace DoubleRandom.Web.Pages.Tasks;

/// <summary>The to-do list of a jurisdiction or of one unit.</summary>
/// <param name="Choice">The filter, and what it can be set to.</param>
/// <param name="Pack">The pack of the jurisdiction chosen; null when none is.</param>
/// <param name="Groups">The tasks, late ones first.</param>
/// <param name="From">How many tasks lie before this page.</param>
/// <param name="Next">How many lie before the next page; null when this is the last.</param>
/// <param name="Today">Today in the jurisdiction.</param>
public sealed record TaskListView(HomeChoice Choice, Pack? Pack, IReadOnlyList<TaskGroup> Groups, int From, int? Next, DateOnly Today);

/// <summary>Tasks under one heading.</summary>
public sealed record TaskGroup(Bilingual Name, bool IsLate, IReadOnlyList<TaskLine> Lines);
