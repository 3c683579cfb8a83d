using System.Text.Json;
using Dapper;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Simulation;
using DoubleRandom.Service.Packs;
using DoubleRandom.Service.Publication;
using DoubleRandom.Service.Simulation;
using DoubleRandom.Store;
using DoubleRandom.Web.Tests.Pages;

namespace DoubleRandom.Web.Tests.Publication;

/// <summary>
/// The public pages of a county after a simulated year, in which units worked through every procedure; then it draws, corrects, withdraws and withholds, and everybody
/// writes of persons where no field asks for them.
/// </summary>
/// <param name="folder">The pack's folder.</param>
/// <param name="year">A year in which its document was in force.</param>
public sealed class PublicYear(string folder, int year) : PagesFixture
{
    private static readonly Lazy<PackLibrary> Library = new(() => PackFolder.Read(Repository.Root));
    private readonly PublicPeople _people = new(PackCompiler.Compile(Library.Value, folder).Pack!, year);

    public string Folder => folder;

    public string Address => PublicAddresses.Of(folder);

    /// <summary>Every word that must not be found in public: who works here, who inspects, and whom officers wrote of.</summary>
    public async Task<IReadOnlyList<string>> SecretsAsync()
    {
        var known = await ListAsync("""
            select word from person, unnest(array[name, phone, mail]) as word where length(word) > 1
            union
            select word from directory_row, unnest(array[code, content->>'personName', content->>'credential']) as word where directory = 'inspectors' and length(word) > 1
            """);
        var journals = await ListAsync("select entry->>'content' from workflow_journal where entry->>'content' like '{%'");
        var handed = journals.SelectMany(content => Names(JsonDocument.Parse(content).RootElement, "")).Where(name => name.Length > 1);
        return [.. known.Concat(handed).Concat([PublicPeople.Phone, PublicPeople.Identity]).Distinct(StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<string>> ListAsync(string sql) => [.. await Postgres.Source.ReadAsync(connection => connection.QueryAsync<string>(sql), default)];

    protected override async Task PrepareAsync()
    {
        Clock.Now = new(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await _people.SettleAsync(this);
        await Simulator.RunAsync(new(Library.Value, _people.Pack, new(year, 1, 1), new(year, 12, 31), 7, Behaviour.Usual), Postgres.Database, null, default);
        Clock.Now = new(year + 1, 1, 4, 2, 0, 0, TimeSpan.Zero);
        await Service<RunningPacks>().RefreshAsync(default);
        await _people.DrawAsync(this);
        await _people.StateAsync(this);
        await Service<LedgerSigner>().AllAsync(default);
    }

    private static IEnumerable<string> Names(JsonElement value, string within) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Names(member.Value, member.Name is "inspectors" or "inspector-names" ? "person" : within is "person" && member.Name is not "name" ? "" : within)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Names(item, within)),
        JsonValueKind.String when within is "person" => [value.GetString()!],
        _ => [],
    };
}
