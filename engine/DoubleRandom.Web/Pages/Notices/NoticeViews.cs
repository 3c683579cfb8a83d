using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Store.Notices;
using DoubleRandom.Web.Pages.Home;

namespace DoubleRandom.Web.Pages.Notices;

/// <summary>A notice with the names of those it concerns.</summary>
public sealed record NoticeLine(NoticeRow Row, Bilingual Jurisdiction, Bilingual Recipient, string Zone);

/// <summary>A page of the inbox.</summary>
/// <param name="Choice">The filter.</param>
/// <param name="Lines">The notices, newest first.</param>
/// <param name="IsFirst">Whether it begins with the newest.</param>
/// <param name="OlderBefore">The number before which the next page begins; null on the last page.</param>
/// <param name="Dead">Deliveries that were given up.</param>
public sealed record InboxView(HomeChoice Choice, IReadOnlyList<NoticeLine> Lines, bool IsFirst, long? OlderBefore, IReadOnlyList<DeadLetter> Dead);

/// <summary>One notice as sent.</summary>
/// <param name="Line">The notice.</param>
/// <param name="Deliveries">Its ways out.</param>
/// <param name="Circulars">The circulars that were drafted with it, for the office.</param>
/// <param name="Done">What was just done: <c>retry</c>, <c>circular</c>; empty for nothing.</param>
public sealed record NoticeView(NoticeLine Line, IReadOnlyList<DeliveryRow> Deliveries, CircularsView Circulars, string Done);
