using System.Reflection;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Rules.Expressions;

/// <summary>One function of the closed list: its name in rules, its types, and the method of this assembly that works it out.</summary>
/// <param name="Name">As rules write it.</param>
/// <param name="Parameters">The types of its arguments.</param>
/// <param name="Result">The type of what it gives.</param>
/// <param name="Method">Gives null when there is no answer; a first parameter of type <see cref="Time.WorkingCalendar"/> is the pack's.</param>
/// <param name="Failure">Why there is no answer.</param>
/// <param name="Shape">How it is written, for messages.</param>
internal sealed record Function(string Name, IReadOnlyList<FactType> Parameters, FactType Result, MethodInfo Method, Func<string, Undetermined>? Failure, string Shape)
{
    /// <summary>Whether the pack's calendar comes first.</summary>
    public bool NeedsCalendar { get; } = Method.GetParameters() is [var first, ..] && first.ParameterType == typeof(Time.WorkingCalendar);

    /// <summary>Whether the time it takes grows with its texts.</summary>
    public bool IsLong { get; } = Parameters.Count == 2 && Parameters[0].Kind == FactKind.Text;
}
