using System.Globalization;
using DoubleRandom.Core.Workflows;
using DoubleRandom.Web.Pages.Workflows;
using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Pages.Instances;

/// <summary>Turns what a form asks for into a command of the engine.</summary>
internal static class CommandOf
{
    /// <summary>The command.</summary>
    /// <param name="deed">What was entered.</param>
    /// <param name="version">The version of the instance that the page had shown.</param>
    /// <param name="on">The day entered; null for none.</param>
    /// <param name="posted">What was posted.</param>
    public static WorkflowCommand Deed(Deed deed, long version, DateOnly? on, IFormCollection posted)
    {
        var (run, id) = (deed.Run ?? 0, deed.Action[(deed.Action.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        return deed.Verb switch
        {
            "complete" => new WorkflowCommand.Complete(run, id, Content(deed, posted), Reason(deed), deed.Lists) { Version = version },
            "claim" => new WorkflowCommand.Claim(run) { Version = version },
            "release" => new WorkflowCommand.Release(run) { Version = version },
            "delegate" => new WorkflowCommand.Delegate(run, deed.Texts["person"], deed.Reason) { Version = version },
            "reassign" => new WorkflowCommand.Reassign(run, deed.Texts["to-unit"], deed.Reason) { Version = version },
            "postpone" => new WorkflowCommand.Postpone(run, on!.Value, deed.Reason) { Version = version },
            "cancel-branch" => new WorkflowCommand.CancelBranch(run, deed.Reason) { Version = version },
            "cancel" => new WorkflowCommand.Cancel(deed.Reason) { Version = version },
            "comment" => new WorkflowCommand.Comment(deed.Run, deed.Texts["remark"]) { Version = version },
            "drawn" => new WorkflowCommand.Drawn(run, deed.Texts["record"], PostedLists.Lines(posted, "items")) { Version = version },
            "published" => new WorkflowCommand.Published(run, deed.Texts["record"]) { Version = version },
            "add" => new WorkflowCommand.Add(Batch(deed), PostedLists.Lines(posted, "items"), deed.Reason) { Version = version },
            "act" => new WorkflowCommand.Act(id, deed.Reason, Content(deed, posted), deed.Lists) { Version = version },
            _ => throw new BadHttpRequestException("The form names no action."),
        };
    }

    /// <summary>A page without a form hands in nothing; one whose step sends the matter back may leave the form empty.</summary>
    private static string? Content(Deed deed, IFormCollection posted) =>
        !posted.ContainsKey("has-form") || (deed.Content.Count == 0 && posted["back"].Contains(deed.Action, StringComparer.Ordinal)) ? null : deed.Content.ToJsonString();

    private static string? Reason(Deed deed) => deed.Reason.Length == 0 ? null : deed.Reason;

    private static int Batch(Deed deed) => int.TryParse(deed.Texts["batch"], NumberStyles.None, CultureInfo.InvariantCulture, out var frame) ? frame : 0;
}
