using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Service.Inspections;
using DoubleRandom.Store.Inspections;

namespace DoubleRandom.Web.Pages.Inspections;

/// <summary>The inspections of a task.</summary>
/// <param name="Instance">Number of the task's workflow instance.</param>
/// <param name="Subject">Id of the task.</param>
/// <param name="Pack">The pack version that it runs on.</param>
/// <param name="Rows">A page of inspections, by target.</param>
/// <param name="Next">The last target of this page; null on the last page.</param>
public sealed record InspectionListView(long Instance, string Subject, Pack Pack, IReadOnlyList<InspectionRow> Rows, string? Next);

/// <summary>One inspection.</summary>
/// <param name="Pack">The pack version that its task runs on.</param>
/// <param name="Detail">The inspection with everything that belongs to it.</param>
public sealed record InspectionPageView(Pack Pack, InspectionDetail Detail);
