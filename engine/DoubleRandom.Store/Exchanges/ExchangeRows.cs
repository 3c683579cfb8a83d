namespace DoubleRandom.Store.Exchanges;

/// <summary>A published result, and whether a platform has it.</summary>
/// <param name="Key">The public record's key.</param>
/// <param name="Version">The version that is shown.</param>
/// <param name="Day">When it was published or corrected.</param>
/// <param name="Content">The content of the statement, canonical JSON.</param>
/// <param name="IsTaken">Whether a receipt told that this very version was taken over.</param>
public sealed record ExchangeResult(string Key, int Version, DateOnly Day, string Content, bool IsTaken);

/// <summary>What a receipt says of a result.</summary>
/// <param name="Key">The public record's key.</param>
/// <param name="Version">The version that was taken over.</param>
/// <param name="Number">The platform's number; null when it gave none.</param>
public sealed record TakenResult(string Key, int Version, string? Number);

/// <summary>Whose receipt it is, and of when.</summary>
/// <param name="Jurisdiction">The pack's folder.</param>
/// <param name="Profile">Id of the profile.</param>
/// <param name="On">The civil day.</param>
/// <param name="FileSha256">Hash of the file, 64 lower-case hexadecimal digits.</param>
/// <param name="At">The instant (UTC).</param>
/// <param name="By">Who brought it.</param>
public sealed record ReceiptStamp(string Jurisdiction, string Profile, DateOnly On, string FileSha256, DateTimeOffset At, string By);

/// <summary>An open task that a receipt may finish.</summary>
/// <param name="Instance">Number of the instance.</param>
/// <param name="Run">Number of the step's run.</param>
/// <param name="Version">The instance's version.</param>
public sealed record ClosableTask(long Instance, int Run, long Version);
