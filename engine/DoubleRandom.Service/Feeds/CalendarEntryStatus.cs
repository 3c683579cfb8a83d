namespace DoubleRandom.Service.Feeds;

/// <summary>Whether what a calendar entry announces still stands.</summary>
public enum CalendarEntryStatus
{
    /// <summary>It stands.</summary>
    Confirmed,

    /// <summary>It was withdrawn, waived or met; subscribed calendars strike it out or drop it.</summary>
    Cancelled,
}
