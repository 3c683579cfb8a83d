using System.Globalization;

namespace DoubleRandom.Core.Tests.Architecture;

/// <summary>Does all that Core may not, so that the scanner is seen to find it in a compiled assembly.</summary>
internal static class Offender
{
    public static object[] ReadTheWorld(string path) =>
    [
        DateTime.Now, DateTime.UtcNow, DateTime.Today, DateTimeOffset.Now, DateTimeOffset.UtcNow, TimeProvider.System,
        Random.Shared.Next(), Guid.NewGuid(), File.ReadAllText(path), Directory.GetFiles(path), new FileInfo(path),
        new FileStream(path, FileMode.Open), new StreamReader(path), Environment.MachineName, TimeZoneInfo.Local,
        CultureInfo.CurrentCulture, new HttpClient(), System.Diagnostics.Stopwatch.GetTimestamp(),
    ];

    public static Task WaitForTheClock(Timer timer) => Task.Delay(timer.Change(1, 1) ? 1 : 0);

    public static IEnumerable<int> OnlyAnIterator()
    {
        yield return 1;
    }
}
