using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Core.Time;

namespace DoubleRandom.Cli.Verbs;

/// <summary>Answers line by line as they come; a wrong line is named on standard error and the next one is taken.</summary>
internal sealed class WorkdayLines(Call call, WorkingCalendar calendar, WorkdayQuestion ask, bool takesTwo, bool saysProvisional)
{
    public int Run()
    {
        var (number, wrong, isJson) = (0, 0, call.IsJson);
        while (call.Terminal.In.ReadLine() is { } line)
        {
            number++;
            if (line.AsSpan().Trim().IsEmpty)
                continue;
            try
            {
                Write(Answer(line), isJson);
            }
            catch (UsageException fault)
            {
                wrong++;
                call.Terminal.Error.WriteLine($"第 {number} 行：{fault.Problem.Zh}。{fault.Remedy.Zh} / line {number}: {fault.Problem.En}. {fault.Remedy.En}");
            }
        }

        if (wrong == 0)
            return Exit.Good;
        call.Terminal.Error.WriteLine($"{number} 行中有 {wrong} 行未算出。 / {wrong} of {number} lines were not answered.");
        return Exit.Findings;
    }

    private WorkdayAnswer Answer(ReadOnlySpan<char> line)
    {
        line = line.Trim(" \t\r\uFEFF");
        var space = line.IndexOfAny(" \t,");
        var first = space < 0 ? line : line[..space];
        var second = space < 0 ? [] : line[(space + 1)..].Trim();
        if (takesTwo != !second.IsEmpty)
            throw new UsageException(takesTwo ? new("应有两项", "two words are wanted") : new("只应有一个日期", "one date is wanted"), takesTwo ? new("用空格隔开", "part them by a space") : new("每行一个日期", "one date a line"));
        if (!DateText.TryRead(first, out _))
            _ = DateText.Read(first.ToString(), "D");
        DateText.TryRead(first, out var on);
        try
        {
            return ask(calendar, on, second);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new UsageException(new($"“{line}”超出日历范围", $"\"{line}\" leaves the calendar"), new("日历为 2000 至 2060 年", "it covers 2000 to 2060"));
        }
    }

    private void Write(WorkdayAnswer answer, bool isJson)
    {
        if (isJson)
        {
            call.Json.Write(answer.Json);
            return;
        }

        call.Terminal.Out.Write(answer.Short);
        if (saysProvisional)
            call.Terminal.Out.Write(answer.Provisional ? "\tprovisional" : "\tfinal");
        call.Terminal.Out.Write('\n');
    }
}
