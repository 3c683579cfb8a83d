using System.Globalization;
using DoubleRandom.Core.Planning;
using DoubleRandom.Web.Pages.Directories;

namespace DoubleRandom.Web.Pages.Shared;

/// <summary>The addresses of things.</summary>
internal static class Places
{
    public static string Of(DeadlineKey key) => $"/deadlines/{key.Jurisdiction}/{key.Obligation}/{key.Unit}/{Uri.EscapeDataString(key.Period)}";

    public static string Notice(long id) => FormattableString.Invariant($"/notices/{id}");

    public static string Pack(string folder) => $"/packs/{folder}";

    public static string File(long id) => FormattableString.Invariant($"/attachments/{id}");

    public static string Instance(long id) => FormattableString.Invariant($"/workflows/{id}");

    /// <summary>A page of a task's inspections.</summary>
    public static string Inspections(long instance, string? after) => Asked(FormattableString.Invariant($"/workflows/{instance}/inspections"), ("after", after));

    public static string Inspection(long instance, string target) => FormattableString.Invariant($"/workflows/{instance}/inspections/{Uri.EscapeDataString(target)}");

    public static string Task(long instance, int run) => FormattableString.Invariant($"/workflows/{instance}?task={run}#task");

    public static string Definition(string folder, string id) => $"/workflows/definitions/{folder}/{id}";

    public static string WorkflowFile(long id) => FormattableString.Invariant($"/workflows/files/{id}");

    /// <summary>The list of instances, filtered; null leaves a filter out.</summary>
    public static string Workflows(string? jurisdiction, string? unit, string? status, long? before) => Asked(
        "/workflows", ("jurisdiction", jurisdiction), ("unit", unit), ("status", status), ("before", before?.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A page of the to-do list, filtered; null leaves a filter out.</summary>
    public static string Tasks(string? jurisdiction, string? unit, int from) => Asked(
        "/tasks", ("jurisdiction", jurisdiction), ("unit", unit), ("from", from == 0 ? null : from.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A page of a directory, searched; no search shows its beginning.</summary>
    public static string Directory(string folder, string directory, DirectorySearch? search = null) => Asked(
        $"/directories/{folder}/{directory}", ("q", search?.Text), ("area", search?.Area), ("industry", search?.Industry), ("class", search?.Class), ("unit", search?.Unit), ("after", search?.After));

    public static string Row(string folder, string directory, string code) => $"/directories/{folder}/{directory}/{Uri.EscapeDataString(code)}";

    public static string Draw(string folder, string number) => $"/draws/{folder}/{Uri.EscapeDataString(number)}";

    /// <summary>The draws of a jurisdiction.</summary>
    public static string Draws(string folder, int? before = null) => Asked("/draws", ("jurisdiction", folder), ("before", before?.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The form on which a draw is prepared.</summary>
    /// <param name="folder">The jurisdiction.</param>
    /// <param name="supersedes">The draw whose place it is to take; null for none.</param>
    public static string NewDraw(string folder, string? supersedes = null) => Asked($"/draws/{folder}/new", ("supersedes", supersedes));

    private static string Asked(string path, params (string Name, string? Value)[] filters)
    {
        var asked = string.Join('&', filters.Where(filter => filter.Value is not null).Select(filter => $"{filter.Name}={Uri.EscapeDataString(filter.Value!)}"));
        return asked.Length == 0 ? path : $"{path}?{asked}";
    }
}
