using System.Text.Json;

namespace DoubleRandom.Cli.Verbs;

/// <summary>The answer to one question about working days.</summary>
/// <param name="Short">The answer alone, for lines.</param>
/// <param name="Provisional">Whether a notice yet to come may change it.</param>
/// <param name="On">The day to tell more about; null when the answer is a number.</param>
/// <param name="Json">Writes it for programs.</param>
internal sealed record WorkdayAnswer(string Short, bool Provisional, DateOnly? On, Action<Utf8JsonWriter> Json);

/// <summary>Answers a question about a day; the second word is empty where the question has none.</summary>
internal delegate WorkdayAnswer WorkdayQuestion(Core.Time.WorkingCalendar calendar, DateOnly on, ReadOnlySpan<char> second);
