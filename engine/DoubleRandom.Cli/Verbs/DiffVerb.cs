using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Changes;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Planning;
using DoubleRandom.Core.Time;

namespace DoubleRandom.Cli.Verbs;

/// <summary>Shows what a change of packs does to deadlines and notices, rules and workflows, before it is made.</summary>
internal sealed class DiffVerb : Verb
{
    private const string Old = "OLD-DIR";
    private const string New = "NEW-DIR";

    public DiffVerb()
        : base("diff", new("比较两版配置包：哪些时限和通知、规则和流程新增、变动、消失", "compare two versions of packs: which deadlines and notices, rules and workflows appear, change, vanish"))
    {
        Arguments.Add(new Word(Old, new("旧版：含 workflows/ 的文件夹，或其中一个配置包", "old version: a folder with workflows/, or one pack in it")));
        Arguments.Add(new Word(New, new("新版", "new version")));
        Options.Add(CommonOptions.FromOf());
        Options.Add(CommonOptions.ToOf());
        Options.Add(CommonOptions.EventsOf());
        Options.Add(CommonOptions.FormatOf("table", "json"));
        Examples = ["doublerandom diff ../released . --from 2026-01-01 --to 2027-12-31"];
        Does(Run);
    }

    private static int Run(Call call)
    {
        _ = call.Format;
        var span = DateSpan.Of(call);
        var (before, after) = (Side(call, Old), Side(call, New));
        var events = call.Text(CommonOptions.Events) is { } path ? EventFile.Read(path, call.Terminal) : [];
        // All before the first is written: a broken pack must not leave half an answer.
        var diffs = before.Folders.Union(after.Folders, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(folder => Compare(folder, before.Of(folder), after.Of(folder), span, events))
            .ToArray();
        foreach (var (folder, plan, pack) in diffs)
        {
            DiffPage.Write(call, folder, plan);
            PackDiffPage.Write(call, folder, pack);
        }

        return Array.TrueForAll(diffs, diff => diff.Plan.IsEmpty && diff.Pack.IsEmpty) ? Exit.Good : Exit.Findings;
    }

    private static (string Folder, PlanDiff Plan, PackDiff Pack) Compare(string folder, Pack? old, Pack? @new, DateSpan span, IReadOnlyList<GivenEvent> events) =>
        (folder, PlanDiff.Of(PackSide.Plan(old, span, events), PackSide.Plan(@new, span, events)).Within(span.From, span.To), PackDiff.Of(old, @new));

    private static PackSide Side(Call call, string word)
    {
        var path = call.Needed(word);
        if (!Directory.Exists(Path.GetFullPath(path, call.Terminal.Folder)))
            throw new UsageException(new($"没有文件夹“{path}”", $"there is no folder \"{path}\""), new($"{word} 应为含有 workflows/ 的文件夹", $"{word} must be a folder that holds workflows/"));
        var (library, folders) = PackChoice.Of(path, call);
        return new(library, call.Terminal, [.. folders.Where(folder => folder[0] != '_')]);
    }

    /// <summary>One of the two versions.</summary>
    private sealed record PackSide(PackLibrary Library, Terminal Terminal, IReadOnlyList<string> Folders)
    {
        private const int Margin = 370;

        /// <summary>The pack of a folder; null when this version has none.</summary>
        public Pack? Of(string folder) => Folders.Contains(folder, StringComparer.Ordinal) ? PackRoot.Sound(Library, folder, Terminal) : null;

        /// <summary>A wider plan than asked for, so that what moves across the border is seen to move. No pack, no deadlines.</summary>
        public static IEnumerable<Deadline> Plan(Pack? pack, DateSpan span, IReadOnlyList<GivenEvent> events)
        {
            if (pack is null)
                return [];
            // Ladders reach past the due day; the margin must leave them room inside the calendar.
            var (first, last) = (WorkingCalendar.FirstOn.AddDays(Margin), WorkingCalendar.LastOn.AddDays(-Margin));
            var from = span.From < first ? span.From : span.From.AddDays(-Margin);
            var to = span.To > last ? span.To : span.To.AddDays(Margin);
            return Planner.Plan(new(pack, from, to, [.. events.Select(given => given.Event)])).Deadlines;
        }
    }
}
