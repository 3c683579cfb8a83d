using System.Security.Cryptography;
using System.Text;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Notices;

/// <summary>A rung of a deadline whose time has come.</summary>
/// <param name="Obligation">The duty.</param>
/// <param name="Unit">Who owes.</param>
/// <param name="Period">Which of its deadlines.</param>
/// <param name="DueOn">The due day, extended or as planned.</param>
/// <param name="Rung">The rung.</param>
/// <param name="At">When it fell (UTC).</param>
/// <param name="Counted">Of a quota, how many happened; null otherwise.</param>
/// <param name="Required">Of a quota, how many are needed; null otherwise.</param>
/// <param name="Provisional">Whether the due day rests on a year without holiday notice.</param>
public sealed record DueRung(
    Obligation Obligation, Unit Unit, string Period, DateOnly DueOn, Rung Rung, DateTimeOffset At, int? Counted, int? Required, bool Provisional)
{
    /// <summary>The rung's id within its deadline (<see cref="Packs.Model.Rung.IdOn"/>); the rung's own unless it falls on several days.</summary>
    public string RungId { get; init; } = Rung.Id;

    /// <summary>What a notice says that it accounts for: <c>obligation/unit/period#rung@due</c>.</summary>
    public string Cover => $"{Obligation.Id}/{Unit.Id}/{Period}#{RungId}@{DueOn.Iso()}";
}

/// <summary>To whom a notice goes: a function in a unit; the directory knows the people.</summary>
/// <param name="Unit">Id of the unit.</param>
/// <param name="Function"><c>liaison</c>, <c>leader</c>, <c>office</c> or <c>supervision</c>.</param>
public sealed record Recipient(string Unit, string Function);

/// <summary>A notice that was decided and not yet written.</summary>
/// <param name="Kind"><c>reminder</c>, <c>behind</c>, <c>escalation</c>, <c>lapse</c> or <c>digest</c>.</param>
/// <param name="Recipient">To whom.</param>
/// <param name="Rungs">What it says; several in a digest of what was missed, or when two rungs fall on one moment.</param>
/// <param name="IsLate">Whether it tells of rungs that were missed.</param>
public sealed record NoticeDecision(string Kind, Recipient Recipient, IReadOnlyList<DueRung> Rungs, bool IsLate)
{
    /// <summary>The rung whose template is used: the last one.</summary>
    public DueRung Main => Rungs[^1];

    /// <summary>Natural key: what it tells to whom. Written twice, it is the same notice.</summary>
    public string Key(string jurisdiction) => IsLate
        ? $"{jurisdiction}/digest/{Recipient.Unit}/{Recipient.Function}/{HashOfCovers()}"
        : $"{jurisdiction}/{string.Join('+', Rungs.Select(rung => rung.Cover))}>{Recipient.Unit}/{Recipient.Function}";

    /// <summary>A digest may cover hundreds of rungs, and a key has to fit an index.</summary>
    private string HashOfCovers() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Rungs.Select(rung => rung.Cover)))));
}
