using System.Globalization;
using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Forms;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Workflows.Model;
using DoubleRandom.Service.Workflows;
using DoubleRandom.Web.Pages.Deadlines;
using DoubleRandom.Web.Pages.Workflows;
using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Pages.Instances;

/// <summary>What a form on an instance's page posted, read by the definition that the instance runs on.</summary>
/// <param name="Deed">What was entered.</param>
/// <param name="Version">The version of the instance that the page had shown; 0 when it did not say.</param>
/// <param name="FormFaults">What is wrong with the fields of the form; none without a form.</param>
internal sealed record Asked(Deed Deed, long Version, IReadOnlyList<Refusal> FormFaults)
{
    private static readonly string[] Singles = ["person", "to-unit", "to-day", "record", "remark", "items", "batch"];

    public static Asked Of(IFormCollection posted, InstanceDetail detail)
    {
        var (more, run, place) = (posted["more"].FirstOrDefault(), (int?)Number(posted, "run", int.MaxValue), Text(posted, "place"));
        var step = run is { } number && detail.State.Runs.GetValueOrDefault(number) is { } open ? detail.Definition.Step(open.Step) : null;
        var action = detail.Definition.Actions.FirstOrDefault(one => string.Equals($"act-{one.Id}", place, StringComparison.Ordinal));
        var form = (action is null ? step?.Form : action.Form) is { } id ? detail.Pack.Forms.GetValueOrDefault(id) : null;
        var deed = new Deed(
            place, more is null ? Text(posted, "do") : "more", run, Text(posted, "by-unit"), Text(posted, "by"), Text(posted, "reason"),
            Singles.ToDictionary(name => name, name => Text(posted, name), StringComparer.Ordinal),
            form is null ? [] : FormContent.Of(form.Fields, posted, more), PostedLists.Of(posted, "l.", action?.Sets ?? step?.Sets ?? []), []);
        return new(deed, Number(posted, "version", long.MaxValue) ?? 0, form is null ? [] : FormFaultsOf(form, deed));
    }

    private static IReadOnlyList<Refusal> FormFaultsOf(Form form, Deed deed)
    {
        using var content = JsonDocument.Parse(deed.Content.ToJsonString());
        return FormCheck.Of(form, content.RootElement);
    }

    private static long? Number(IFormCollection posted, string name, long most) =>
        long.TryParse(Text(posted, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;

    private static string Text(IFormCollection posted, string name) => posted[name].FirstOrDefault()?.Trim() ?? "";
}
