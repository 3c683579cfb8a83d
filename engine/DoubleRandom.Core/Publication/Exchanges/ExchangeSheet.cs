using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Core.Publication.Exchanges;

/// <summary>Turns published results into the rows of a platform's file, and finds rows of its answer again.</summary>
/// <param name="pack">The jurisdiction.</param>
/// <param name="profile">How the file looks.</param>
public sealed class ExchangeSheet(Pack pack, ExchangeProfile profile)
{
    private const string Between = "；";

    /// <summary>The first line of the file.</summary>
    public IReadOnlyList<string> Heading { get; } = [.. profile.Columns.Select(column => column.Header)];

    /// <summary>The rows of a result: one, or one for each item.</summary>
    /// <param name="result">The result.</param>
    /// <param name="faults">A word for which the platform has no code is added; its cell stays empty.</param>
    public IEnumerable<string[]> Rows(ShownResult result, ICollection<Refusal> faults)
    {
        foreach (var items in profile.IsByItem ? result.Rows.Select(item => (IReadOnlyList<ResultItem>)[item]) : [result.Rows])
            yield return [.. profile.Columns.Select(column => Cell(column, result, items, faults))];
    }

    /// <summary>The text by which a row is found again; the same for a row that was written and its answer.</summary>
    /// <param name="cell">Gives the text of a column by its place in the profile.</param>
    public string KeyOf(Func<int, string> cell) => string.Join('\u001f', (profile.Receipt?.Match ?? []).Select(id => cell(PlaceOf(id)).Trim()));

    private int PlaceOf(string id)
    {
        for (var at = 0; at < profile.Columns.Count; at++)
            if (string.Equals(profile.Columns[at].Id, id, StringComparison.Ordinal))
                return at;
        throw new InvalidOperationException($"The profile '{profile.Id}' has no column '{id}', which its check should have said.");
    }

    private string Cell(ExchangeColumn column, ShownResult result, IReadOnlyList<ResultItem> items, ICollection<Refusal> faults)
    {
        if (column.From is null)
            return column.Value ?? "";
        var texts = ResultFields.Of(column.From, result, items, pack);
        return string.Join(Between, column.Codes is { } codes ? texts.Select(text => Code(profile.Codes[codes], text, result, faults)).Distinct(StringComparer.Ordinal) : texts);
    }

    private static string Code(ExchangeCodes codes, string word, ShownResult result, ICollection<Refusal> faults)
    {
        if ((codes.Words.GetValueOrDefault(word) ?? codes.Other) is { } code)
            return code;
        faults.Add(new(
            "exchange-no-code", result.Key, new($"代码表“{codes.Id}”没有“{word}”的代码", $"the table of codes \"{codes.Id}\" has no code for \"{word}\""),
            new("在配置包的 exchange.json 中补上，或写明 other", "add it to the pack's exchange.json, or write other")));
        return "";
    }
}
