using DoubleRandom.Core.Directories;
using DoubleRandom.Service.Directory;

namespace DoubleRandom.Cli.Input;

/// <summary>What importing a directory came to, here or at a server.</summary>
/// <param name="People">How many people were imported; none when there is any fault.</param>
/// <param name="Encoding">The encoding found.</param>
/// <param name="Faults">Every fault of the file.</param>
internal sealed record DirectoryAnswer(int People, string? Encoding, IReadOnlyList<DirectoryFault> Faults)
{
    public static DirectoryAnswer Of(DirectoryReading reading) => new(reading.People.Count, reading.Encoding, reading.Faults);
}
