using System.Reflection;
using DoubleRandom.Core.Draws.Records;

namespace DoubleRandom.Service.Draws;

/// <summary>This program, as records of draws name it.</summary>
public static class DrawProgram
{
    /// <summary>Name, version, and as its source the build's commit, when it was built from a repository.</summary>
    public static DrawSoftware Software { get; } = new(
        "DoubleRandom", typeof(DrawProgram).Assembly.GetName().Version?.ToString(3) ?? DrawRecord.None,
        typeof(DrawProgram).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+') is [_, var commit] ? commit : DrawRecord.None);
}
