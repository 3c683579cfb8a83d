using System.Text.Json.Nodes;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Inspections;

/// <summary>Fills in the workflow's form of a visit (现场检查记录) from the departments' records.</summary>
public static class RecordForm
{
    private const int LongestNames = 200;
    private const int LongestText = 20_000;

    /// <summary>The content of the form, as JSON text; only what the form asks for. A field that only one pack knows is left to people.</summary>
    /// <param name="form">The form of the visit.</param>
    /// <param name="joint">The joint result.</param>
    /// <param name="records">The records by unit.</param>
    /// <param name="pack">The pack, for the names of units.</param>
    /// <param name="nameOf">What an inspector is called on an internal form.</param>
    public static string Compose(Form form, JointResult joint, IReadOnlyDictionary<string, DepartmentRecord> records, Pack pack, Func<string, string> nameOf)
    {
        var onSite = records.Values.Where(record => record.Method is DepartmentRecord.OnSite).ToArray();
        var met = onSite.Length > 0 ? onSite : [.. records.Values];
        string[] present = [.. met.SelectMany(record => record.Inspectors ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var known = new JsonObject
        {
            ["inspected-on"] = joint.InspectedOn.Iso(),
            ["method"] = onSite.Length > 0 ? DepartmentRecord.OnSite : met[0].Method,
            ["inspectors"] = present.Length,
            ["inspector-names"] = Cut(string.Join('、', present.Select(nameOf)), LongestNames),
            ["credentials-shown"] = met.Any(record => record.CredentialsShown is true),
            // The target signs for the visit as a whole; each department's own record was held against the rules before.
            ["signed"] = met.Any(record => record.Signature is { IsGiven: true }),
            ["signature-refused"] = met.Any(record => record.Signature is { Kind: "refused" }),
            ["checked"] = Cut(string.Join('\n', joint.Departments.Select(department => Words(department, pack))), LongestText),
            ["category"] = joint.Category,
        };
        var content = new JsonObject();
        foreach (var field in form.Fields)
            if (known[field.Id] is { } value)
                content[field.Id] = value.DeepClone();
        return content.ToJsonString();
    }

    private static string Words(DepartmentResult department, Pack pack)
    {
        var items = department.Items.Select(item => $"{item.Item}（{ResultCategory.Of(item.Category).Name.Zh}）{item.Found}");
        return $"{pack.Unit(department.Unit)?.Name.Zh ?? department.Unit}：{string.Join("；", items)}{(department.Handling is { } handling ? $"。处理：{handling}" : "")}";
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
