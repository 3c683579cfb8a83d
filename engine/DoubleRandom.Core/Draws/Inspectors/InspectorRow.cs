using System.Globalization;
using DoubleRandom.Core.Draws.Lists;

namespace DoubleRandom.Core.Draws.Inspectors;

/// <summary>One inspector who could be assigned, under a pseudonym.</summary>
/// <param name="Id">The pseudonym: <c>[0-9A-Z-]{1,64}</c>.</param>
/// <param name="Departments">Codes of the departments the inspector acts for.</param>
/// <param name="Tags">Codes of what the inspector brings: expert, vehicle, language.</param>
/// <param name="Areas">Codes of the areas the inspector may be sent to.</param>
/// <param name="Capacity">How many tasks at most in this draw, 0 to 65535.</param>
/// <param name="Load">Tasks given earlier, 0 to 65535.</param>
public sealed record InspectorRow(string Id, IReadOnlyList<string> Departments, IReadOnlyList<string> Tags, IReadOnlyList<string> Areas, int Capacity, int Load)
{
    /// <summary>The line as it stands in the file, without its line end.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Id}\t{CodeList.Write(Departments)}\t{CodeList.Write(Tags)}\t{CodeList.Write(Areas)}\t{Capacity}\t{Load}");
}
