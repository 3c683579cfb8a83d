using DoubleRandom.Core.Directories;

namespace DoubleRandom.Service.Directory;

/// <summary>What a directory file holds: all its people, or all its faults, never some of both.</summary>
/// <param name="People">The people in the order of the file; empty when there is any fault.</param>
/// <param name="Faults">The faults in the order of the file, at most 200 and one that counts the rest; empty when all lines are good.</param>
/// <param name="Encoding">The encoding found, <c>UTF-8</c> or <c>GB18030</c>; null when the bytes are neither.</param>
public sealed record DirectoryReading(IReadOnlyList<DirectoryPerson> People, IReadOnlyList<DirectoryFault> Faults, string? Encoding);
