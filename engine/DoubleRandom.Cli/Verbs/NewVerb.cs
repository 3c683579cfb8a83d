using System.Text.RegularExpressions;
using DoubleRandom.Cli.Drafts;
using DoubleRandom.Cli.Input;
using DoubleRandom.Cli.Line;
using DoubleRandom.Core.Packs;
using DoubleRandom.Service.Packs;
using Spectre.Console;

namespace DoubleRandom.Cli.Verbs;

/// <summary>Begins the pack of a new jurisdiction.</summary>
internal sealed partial class NewVerb : Verb
{
    private const string Folder = "CODE-NAME";
    private const string Base = "--from";
    private const string Blank = "BL001";

    public NewVerb()
        : base("new", new("新建一个辖区的配置包，空白处有标记", "begin a jurisdiction's pack with its blanks marked"))
    {
        Arguments.Add(new Word(Folder, new("区划代码-名称，如 640425-pengyang", "division code and name, such as 640425-pengyang")));
        Options.Add(new Setting(Base, "BASE,…", new("垫在下面的基线，几个用逗号隔开，如 _base-national", "the base packs beneath, several separated by commas, such as _base-national"), needed: true));
        Examples = ["doublerandom new 610429-xunyi --from _base-national", "doublerandom new 610429-xunyi --from _base-inspection,_base-lists-plans"];
        Does(Run);
    }

    private static int Run(Call call)
    {
        var draft = Draft(call);
        var library = new PackLibrary([.. call.Packs.Library.Files, .. draft.Files], call.Packs.Library);
        var faults = PackValidation.Of(library, draft.Folder).Diagnostics;
        if (faults.Any(fault => fault.Severity == Severity.Error && fault.Code is not Blank))
            throw new BrokenPackException(draft.Folder, [.. faults.Where(fault => fault.Code is not Blank)]);
        foreach (var file in draft.Files)
            Save(Path.Combine(call.Packs.Folder, file.Path), file);
        NextSteps(call, draft, faults.Count(fault => fault.Code is Blank));
        return Exit.Good;
    }

    private static PackDraft Draft(Call call)
    {
        var (given, library) = (call.Needed(Folder), call.Packs.Library);
        if (CodeAndName().Match(given) is not { Success: true } match)
            throw new UsageException(new($"“{given}”应为 区划代码-名称", $"\"{given}\" must be CODE-NAME"), new("代码 6、9 或 12 位数字，名称用小写字母，如 640425-pengyang", "6, 9 or 12 digits, then lower-case letters, such as 640425-pengyang"));
        string[] bases = [.. library.Folders.Where(folder => folder[0] == '_')];
        var below = call.Needed(Base).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToArray();
        if (below.FirstOrDefault(folder => !bases.Contains(folder, StringComparer.Ordinal)) is { } unknown)
            throw UsageException.Unknown(new("基线", "base pack"), unknown, bases);
        if (below.Length == 0)
            throw new UsageException(new("没有写明基线", "no base pack is given"), new($"可用的有：{string.Join(", ", bases)}", $"known are: {string.Join(", ", bases)}"));
        var draft = new PackDraft(match.Groups["code"].Value, match.Groups["id"].Value, BaseRoles.Of(library, below));
        return Directory.Exists(Path.Combine(call.Packs.Folder, "workflows", draft.Folder))
            ? throw new UsageException(new($"workflows/{draft.Folder} 已存在，不会覆盖", $"workflows/{draft.Folder} exists and is not overwritten"), new("换一个名称，或先移走该文件夹", "choose another name, or move that folder away"))
            : draft;
    }

    private static void Save(string path, PackFile file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var output = new FileStream(path, FileMode.CreateNew);
        output.Write(file.Content.Span);
    }

    private static void NextSteps(Call call, PackDraft draft, int blanks)
    {
        foreach (var file in draft.Files)
            call.Screen.MarkupLineInterpolated($"[green]+[/] {file.Path}");
        call.Screen.WriteLine();
        call.Screen.WriteLine(call.Say("接下来：", "Next:"));
        call.Screen.WriteLine(call.Say($"  1. 把 {blanks} 处【填写：…】换成实际内容", $"  1. put the real text in place of the {blanks} marks 【填写：…】 (\"fill in\")"));
        call.Screen.WriteLine(call.Say("  2. 按原文添加单位、义务和测试；写法见 docs/pack-format.md", "  2. add units, obligations and tests from the text; see docs/pack-format.md"));
        call.Screen.WriteLine($"  3. doublerandom validate {draft.Folder}");
        call.Screen.WriteLine($"  4. doublerandom plan {draft.Id} --from 2026-01-01 --to 2026-12-31");
    }

    [GeneratedRegex("^(?<code>[0-9]{6}([0-9]{3}([0-9]{3})?)?)-(?<id>[a-z][a-z0-9]*(-[a-z0-9]+)*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex CodeAndName();
}
