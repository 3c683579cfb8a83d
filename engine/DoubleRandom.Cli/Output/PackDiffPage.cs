using System.Text.Json;
using DoubleRandom.Cli.Line;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs.Changes;
using Spectre.Console;

namespace DoubleRandom.Cli.Output;

/// <summary>What changed in the rules and workflows of one jurisdiction.</summary>
internal static class PackDiffPage
{
    private const int ShortVersion = 12;

    public static void Write(Call call, string folder, PackDiff diff)
    {
        if (call.IsJson)
            foreach (var change in diff.Changes)
                Json(call, folder, change);
        else if (!diff.IsEmpty)
            Table(call, diff);
    }

    private static void Table(Call call, PackDiff diff)
    {
        var table = Screens.Table("", call.Say("规则、流程", "rules, workflows"), "id", call.Say("变动", "what changed"));
        foreach (var change in diff.Changes)
        {
            Row(table, change.Fate, call.Say(Word(change.Kind)), change.Id, $"{call.Say(change.Name)}{Versions(change)}");
            foreach (var part in change.Parts)
                Row(table, part.Fate, $"· {call.Say(string.Equals(part.Kind, change.Kind, StringComparison.Ordinal) ? new("本身", "itself") : Word(part.Kind))}", part.Id, What(call, part));
        }

        call.Screen.Write(table);
    }

    private static void Row(Table table, Fate fate, params string[] cells) => table.AddRow(cells.Prepend(Sign(fate)).Select(cell => new Prose(cell, Look(fate))));

    private static string Versions(PackChange change) => change.Fate == Fate.Changed ? $" {change.OldVersion![..ShortVersion]} → {change.NewVersion![..ShortVersion]}" : "";

    private static string What(Call call, PartChange part) => part.Fate switch
    {
        Fate.Moved => call.Say($"第 {part.OldAt} → 第 {part.NewAt}", $"place {part.OldAt} → {part.NewAt}"),
        Fate.Changed => string.Join(", ", part.Keys),
        _ => "",
    };

    private static void Json(Call call, string folder, PackChange change)
    {
        call.Json.Write(json =>
        {
            Key(json, change.Kind, change.Fate, folder);
            json.WriteString("id", change.Id);
            json.Text("name", change.Name);
            json.WriteString("oldVersion", change.OldVersion);
            json.WriteString("newVersion", change.NewVersion);
        });
        foreach (var part in change.Parts)
            call.Json.Write(json => Part(json, folder, change, part));
    }

    private static void Part(Utf8JsonWriter json, string folder, PackChange change, PartChange part)
    {
        Key(json, string.Equals(part.Kind, change.Kind, StringComparison.Ordinal) ? "itself" : part.Kind, part.Fate, folder);
        json.WriteString("in", $"{change.Kind}:{change.Id}");
        json.WriteString("id", part.Id);
        json.WriteStartArray("keys");
        foreach (var key in part.Keys)
            json.WriteStringValue(key);
        json.WriteEndArray();
        Place(json, "oldAt", part.OldAt);
        Place(json, "newAt", part.NewAt);
    }

    private static void Key(Utf8JsonWriter json, string kind, Fate fate, string folder)
    {
        json.WriteString("kind", kind);
        json.WriteString("change", JsonNamingPolicy.KebabCaseLower.ConvertName(fate.ToString()));
        json.WriteString("jurisdiction", folder);
    }

    private static void Place(Utf8JsonWriter json, string key, int? at)
    {
        if (at is { } place)
            json.WriteNumber(key, place);
        else
            json.WriteNull(key);
    }

    private static Bilingual Word(string kind) => kind switch
    {
        "rules" => new("规则集", "rule set"),
        "workflow" => new("流程", "workflow"),
        "fact" => new("事实", "fact"),
        "input" => new("输入", "input"),
        "output" => new("输出", "output"),
        "row" => new("行", "row"),
        "param" => new("参数", "parameter"),
        "rule" => new("规则", "rule"),
        "step" => new("环节", "step"),
        _ => new("操作", "action"),
    };

    private static string Sign(Fate fate) => fate switch { Fate.Added => "+", Fate.Vanished => "-", Fate.Moved => "↕", _ => "~" };

    private static Style Look(Fate fate) => fate switch { Fate.Added => new(Color.Green), Fate.Vanished => new(Color.Red), _ => new(Color.Yellow) };
}
