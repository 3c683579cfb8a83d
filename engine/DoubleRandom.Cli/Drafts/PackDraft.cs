using System.Globalization;
using System.Text;
using DoubleRandom.Core.Packs;

namespace DoubleRandom.Cli.Drafts;

/// <summary>The first version of a new jurisdiction's pack: sound but for its blanks, each marked 【填写：…】.</summary>
/// <param name="Code">Division code: six digits, nine or twelve for a township.</param>
/// <param name="Id">Short id.</param>
/// <param name="Roles">The base packs beneath, and the roles that somebody has to hold: those above go to the government, the others to the bureau that leads.</param>
internal sealed record PackDraft(string Code, string Id, BaseRoles Roles)
{
    public string Folder => $"{Code}-{Id}";

    /// <summary>The files to be written.</summary>
    public IReadOnlyList<PackFile> Files => [File("jurisdiction", Jurisdiction), File("obligations", Obligations), File("forms", Forms)];

    // GB/T 2260 numbers from the left: province, city, county, two digits each; then township and village, three each.
    private string Level => Code switch
    {
        { Length: > 6 } => "township",
        [_, _, '0', '0', '0', '0'] => "province",
        [_, _, _, _, '0', '0'] => "city",
        _ => "county",
    };

    private string Parent => Level switch
    {
        "township" => Code[..(Code.Length - 3)],
        "province" => "100000",
        "city" => Code[..2] + "0000",
        _ => Code[..4] + "00",
    };

    private string Clause => new string([.. Id.Where(char.IsAsciiLetter).Take(2)]).ToUpper(CultureInfo.InvariantCulture);

    private static string List(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"\"{word}\""));

    private string Jurisdiction => $$"""
        {
          "$schema": "../../schemas/jurisdiction.schema.json",
          "id": "{{Id}}", "code": "{{Code}}", "level": "{{Level}}", "parent": "{{Parent}}", "extends": [{{List(Roles.Bases)}}],
          "name": { "zh": "【填写：辖区名称，如彭阳县】", "en": "【填写：英文名，如 Pengyang County】" },
          "documents": [{
            "id": "plan", "title": "【填写：方案全称】", "source": "【填写：原文所在的文件或网址】",
            "undated": { "zh": "【填写：为何没有日期；有日期则把 undated 换成 issuedOn】", "en": "【填写：同上，英文】" }
          }],
          "units": [
            {
              "id": "government", "name": { "zh": "【填写：政府名称】", "en": "【填写：英文名】" }, "roles": [{{List(Roles.Above)}}],
              "basis": { "document": "plan", "article": "【填写：条款】" }
            },
            {
              "id": "lead-bureau", "name": { "zh": "【填写：牵头单位名称】", "en": "【填写：英文名】" }, "roles": [{{List(Roles.Others)}}],
              "basis": { "document": "plan", "article": "【填写：条款；其余成员单位照此添加】" }
            }
          ],
          "office": { "unit": "lead-bureau", "basis": { "document": "plan", "article": "【填写：设办公室的条款】" } },
          "coverage": [{
            "clause": "{{Clause}}-01", "document": "plan", "article": "【填写：条款；每条要求一行】",
            "demand": { "zh": "【填写：原文要求什么】", "en": "【填写：同上，英文】" },
            "carriedBy": ["unit:government", "unit:lead-bureau", "office:office", "obligation:annual-report", "form:annual-report"]
          }]
        }

        """;

    private static string Obligations => """
        {
          "$schema": "../../schemas/obligations.schema.json",
          "obligations": [{
            "id": "annual-report", "name": { "zh": "【填写：报送什么】", "en": "【填写：同上，英文】" },
            "who": { "units": ["lead-bureau"] }, "form": "annual-report", "to": "government",
            "when": { "yearlyOn": ["11-30"] }, "strength": "must", "metBy": "acceptance",
            "basis": { "document": "plan", "article": "【填写：条款】", "quote": "【填写：规定日期的原话】" },
            "note": { "zh": "【填写：按原文改好 who、when 和下面的测试，再写给工作人员的说明】", "en": "【填写：同上，英文】" }
          }],
          "tests": [{
            "name": "【填写：一句话说明应在何时到期】", "obligation": "annual-report", "from": "2026-01-01", "to": "2026-12-31",
            "then": [{ "dueOn": "2026-11-30", "units": ["lead-bureau"] }]
          }]
        }

        """;

    private static string Forms => """
        {
          "$schema": "../../schemas/forms.schema.json",
          "forms": [{
            "id": "annual-report", "name": { "zh": "【填写：表单名称】", "en": "【填写：英文名】" },
            "basis": { "document": "plan", "article": "【填写：列明栏目的条款】" },
            "fields": [{ "id": "content", "name": { "zh": "【填写：栏目】", "en": "【填写：英文名】" }, "type": "long-text", "required": true }],
            "attachments": { "max": 10, "required": false }
          }]
        }

        """;

    private PackFile File(string kind, string text) => new($"workflows/{Folder}/{kind}.json", Encoding.UTF8.GetBytes(text));
}
