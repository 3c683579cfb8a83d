using System.Text.Json;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Directories;

/// <summary>An inspector or expert (执法检查人员、专家) as the row of the directory has them on some day. Decisions and draws know them by the pseudonym alone.</summary>
/// <param name="Id">The pseudonym.</param>
/// <param name="Unit">Id of the unit.</param>
/// <param name="Content">Every value of the row, by column id.</param>
public sealed record Inspector(string Id, string Unit, JsonElement Content)
{
    /// <summary>The section of the unit.</summary>
    public string? Department => Content.Text("department");

    /// <summary>Whether they are an expert or testing body, who help and hold no credential.</summary>
    public bool IsExpert => Content.Text("kind") is not "officer";

    /// <summary>First day of the credential; null when it has none.</summary>
    public DateOnly? CredentialFrom => Content.Date("credentialFrom");

    /// <summary>Last day of the credential; null for experts.</summary>
    public DateOnly? CredentialTo => Content.Date("credentialTo");

    /// <summary>What they can do: vehicle, language, special equipment.</summary>
    public IReadOnlyList<string> Tags => Content.Texts("tags");

    /// <summary>Divisions in which they inspect; none means everywhere.</summary>
    public IReadOnlyList<string> Areas => Content.Texts("areas");

    /// <summary>The most tasks in one draw; null means no limit of their own.</summary>
    public int? Capacity => (int?)Content.Number("capacity");

    /// <summary>Codes of the targets from which they are recused.</summary>
    public IReadOnlyList<string> Interests => Content.Texts("interests");

    /// <summary>The inspector of a row's content.</summary>
    public static Inspector Of(JsonElement content) => new(content.Text("id")!, content.Text("unit")!, content);

    /// <summary>Whether a stretch of absence covers the day.</summary>
    public bool IsAbsent(DateOnly on) => Content.Texts("absences").Select(stretch => stretch.Split('/')).Any(ends => RowContent.Day(ends[0]) <= on && on <= RowContent.Day(ends[1]));

    /// <summary>Whether the credential holds on the day; of an expert always.</summary>
    public bool IsCredentialed(DateOnly on) => IsExpert || ((CredentialFrom is null || CredentialFrom <= on) && on <= CredentialTo);

    /// <summary>What rules may ask about them on a day: never their name. The load is for the caller to add, who knows the draw.</summary>
    public FactSetBuilder Facts(FactSchema schema, DateOnly on)
    {
        var facts = new FactSetBuilder(schema).Set("today", on).Set("inspector.id", Id).Set("inspector.unit", Unit)
            .Set("inspector.tags", Tags).Set("inspector.areas", Areas).Set("inspector.interests", Interests).Set("inspector.isOnLeave", IsAbsent(on));
        return CredentialTo is { } last ? facts.Set("inspector.credentialValidTo", last) : facts;
    }
}
