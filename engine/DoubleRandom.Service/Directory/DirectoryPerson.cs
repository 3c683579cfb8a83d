namespace DoubleRandom.Service.Directory;

/// <summary>One good line of a directory file: a person, their function in a unit, and where notices reach them.</summary>
/// <param name="Line">The line of the file, from 1 (the heading).</param>
/// <param name="UnitId">The unit's id in the pack, whatever name the file used.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Function">What they do there.</param>
/// <param name="Email">Mail address; null when they have none.</param>
/// <param name="Phone">Telephone as written; shown to staff, never dialled by the program.</param>
/// <param name="Webhook">Webhook address as <see cref="Channels.Webhooks.WebhookAddress"/> reads it; null when there is none.</param>
/// <param name="Language">Language of their notices, <c>zh</c> (the default) or <c>en</c>.</param>
public sealed record DirectoryPerson(
    int Line,
    string UnitId,
    string Name,
    DirectoryFunction Function,
    string? Email,
    string? Phone,
    string? Webhook,
    string Language);
