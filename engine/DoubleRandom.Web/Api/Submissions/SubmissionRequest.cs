using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace DoubleRandom.Web.Api.Submissions;

/// <summary>What a unit hands in. As multipart/form-data the same names are fields, <c>content</c> being JSON, and every file part is an attachment.</summary>
/// <param name="By">Who hands it in; the header Acting-Person will do instead.</param>
/// <param name="Content">The form's fields by id.</param>
public sealed record SubmissionRequest(string? By, [property: Required] JsonElement? Content);
