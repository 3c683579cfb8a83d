using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DoubleRandom.Core.Publication;

namespace DoubleRandom.Web.Tests.Publication;

/// <summary>Fetches everything that the public of a county can fetch, and searches it for persons.</summary>
/// <param name="county">The county.</param>
/// <param name="secrets">Words that must not be found.</param>
internal sealed partial class PublicSearch(PublicYear county, IReadOnlyList<string> secrets) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = new(county.Root) };
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _redacted = new(StringComparer.Ordinal);

    /// <summary>The addresses that were fetched.</summary>
    public IReadOnlyCollection<string> Seen => _seen;

    /// <summary>The addresses where something was taken out.</summary>
    public IReadOnlyCollection<string> Redacted => _redacted;

    /// <summary>What was found, each with its address.</summary>
    /// <param name="only">The one record, <c>kind/key</c>, that is opened beside what is of all records; null for every record.</param>
    public async Task<IReadOnlyList<string>> FindAsync(string? only = null)
    {
        var found = new List<string>();
        await foreach (var (path, text) in EverythingAsync(only))
            foreach (var written in Readings(text))
            {
                if (written.Contains(PersonalTraces.Hidden, StringComparison.Ordinal))
                    _redacted.Add(path);
                found.AddRange(secrets.Where(secret => written.Contains(secret, StringComparison.Ordinal)).Select(secret => $"{path}: {secret}"));
                found.AddRange(PersonalTraces.Of(written).Select(trace => $"{path}: {trace}"));
            }

        return found;
    }

    public void Dispose() => _client.Dispose();

    /// <summary>A text as it came and as a reader of HTML or JSON sees it.</summary>
    private static IEnumerable<string> Readings(string text) =>
        new[] { text, WebUtility.HtmlDecode(text), Escape().Replace(text, escape => $"{(char)Convert.ToUInt16(escape.Value[2..], 16)}") }.Distinct(StringComparer.Ordinal);

    private async IAsyncEnumerable<(string Path, string Text)> EverythingAsync(string? only)
    {
        string[] places = ["/public", "/verify.html", county.Address, $"{county.Address}/punctuality", $"{county.Address}/feed.atom", $"{county.Address}/head.json"];
        foreach (var path in places.Concat(StatementWords.AllKinds.SelectMany(Data)))
            foreach (var inLanguage in InBoth(path))
                yield return (inLanguage, await GetAsync(inLanguage));
        foreach (var kind in StatementWords.AllKinds)
            await foreach (var page in FollowAsync($"{county.Address}/{kind.Word()}", NextPage))
                yield return page;
        await foreach (var page in FollowAsync($"{county.Address}/ledger.json", NextLinks))
            yield return page;
        foreach (var record in await county.ListAsync("select kind || '/' || key || ' ' || version from public_record order by 1"))
            if (only is null || record.StartsWith($"{only} ", StringComparison.Ordinal))
                await foreach (var page in RecordAsync(record[..record.LastIndexOf(' ')], int.Parse(record[(record.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture)))
                    yield return page;
    }

    private IEnumerable<string> Data(StatementKind kind) => [$"{county.Address}/data/{kind.Word()}.json", $"{county.Address}/data/{kind.Word()}.csv"];

    /// <summary>A record as it stands, and every version of it with every file, whether it may be shown or not.</summary>
    private async IAsyncEnumerable<(string Path, string Text)> RecordAsync(string record, int versions)
    {
        var address = $"{county.Address}/{string.Join('/', record.Split('/').Select(Uri.EscapeDataString))}";
        foreach (var path in Enumerable.Range(1, versions).Select(version => $"{address}?version={version}").Prepend(address))
        {
            foreach (var inLanguage in InBoth(path))
                yield return (inLanguage, await GetAsync(inLanguage));
            var json = await GetAsync(With(path, "format=json"), orMissing: true);
            yield return (With(path, "format=json"), json);
            foreach (var name in FilesOf(json))
                yield return (With(path, $"file={Uri.EscapeDataString(name)}"), await GetAsync(With(path, $"file={Uri.EscapeDataString(name)}")));
        }
    }

    private static IEnumerable<string> FilesOf(string json) =>
        json.StartsWith('{') && JsonDocument.Parse(json).RootElement.TryGetProperty("statement", out var statement) && statement.TryGetProperty("files", out var files)
            ? files.EnumerateArray().Select(file => file.GetProperty("name").GetString()!)
            : [];

    private async IAsyncEnumerable<(string Path, string Text)> FollowAsync(string path, Func<string, string, string?> next)
    {
        for (var at = path; at is not null;)
        {
            var text = await GetAsync(at);
            yield return (at, text);
            at = next(path, text);
        }
    }

    private static string? NextPage(string path, string text) => Next().Match(text) is { Success: true } link ? WebUtility.HtmlDecode(link.Groups["href"].Value) : null;

    private static string? NextLinks(string path, string text) => JsonDocument.Parse(text).RootElement.TryGetProperty("next", out var next) ? $"{path}?after={next.GetRawText()}" : null;

    private static IEnumerable<string> InBoth(string path) => [path, With(path, "lang=en")];

    private static string With(string path, string query) => $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}";

    /// <summary>What was withdrawn or withheld is missing in earlier versions; nothing else is.</summary>
    private async Task<string> GetAsync(string path, bool orMissing = false)
    {
        _seen.Add(path);
        using var answer = await _client.GetAsync(path);
        Assert.True(answer.StatusCode is HttpStatusCode.OK || (answer.StatusCode is HttpStatusCode.NotFound && (orMissing || path.Contains("version=", StringComparison.Ordinal))), $"{path}: {answer.StatusCode}");
        return Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
    }

    [GeneratedRegex(@"<a [^>]*href=""(?<href>[^""]*)""[^>]*rel=""next""|<a [^>]*rel=""next""[^>]*href=""(?<href>[^""]*)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Next();

    [GeneratedRegex(@"\\u[0-9a-fA-F]{4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Escape();
}
