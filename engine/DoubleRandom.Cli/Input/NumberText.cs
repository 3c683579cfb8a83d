using System.Globalization;
using DoubleRandom.Cli.Line;

namespace DoubleRandom.Cli.Input;

/// <summary>Numbers of instances and tasks as they are typed.</summary>
internal static class NumberText
{
    /// <summary>A number that must be there.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static long Needed(Call call, string name) => Read(call.Needed(name), name);

    /// <summary>A number; null when it was not given.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static long? Or(Call call, string name) => call.Text(name) is { } text ? Read(text, name) : null;

    /// <summary>The word by which a task is named.</summary>
    public static Word TaskOf(string name) => new(name, new("待办，照 task list 第一列写，如 12/3", "the task, as in the first column of task list, such as 12/3"));

    /// <summary>The address of a task, which lists show as <c>12/3</c>: instance and number within it.</summary>
    /// <exception cref="UsageException">It is written otherwise.</exception>
    public static string Task(Call call, string name) => call.Needed(name).Split('/') is [var instance, var run] && IsNumber(instance) && IsNumber(run)
        ? $"{Instance(instance)}/tasks/{run}"
        : throw new UsageException(new($"“{call.Needed(name)}”不是待办编号", $"\"{call.Needed(name)}\" is no number of a task"), new("照 task list 第一列写，如 12/3", "write it as in the first column of task list, such as 12/3"));

    /// <summary>The address of an instance.</summary>
    public static string Instance(object number) => string.Create(CultureInfo.InvariantCulture, $"/api/v1/workflow-instances/{number}");

    private static bool IsNumber(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static long Read(string text, string name) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new UsageException(new($"{name}：“{text}”不是编号", $"{name}: \"{text}\" is no number"), new("写数字，见 workflow instances", "write a number, see workflow instances"));
}
