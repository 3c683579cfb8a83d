using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DoubleRandom.Store.Migrations;

/// <summary>One numbered change of the tables. Once released it is never edited; the next change gets the next number.</summary>
/// <param name="Version">Its place in the order, from 1.</param>
/// <param name="Name">What it brings, in snake_case, from the file name.</param>
/// <param name="Sql">The statements, run in one transaction.</param>
public sealed record Migration(int Version, string Name, string Sql)
{
    private const string Folder = "migrations/";
    private const string Extension = ".sql";

    /// <summary>SHA-256 of <see cref="Sql"/> with line feeds as line ends (so that a checkout on another system has the same hash), 64 lower-case hex digits.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>The migrations built into this program, in order.</summary>
    /// <exception cref="InvalidDataException">A file is not named <c>NNNN_name.sql</c>; a mistake in the build.</exception>
    public static IReadOnlyList<Migration> Embedded() =>
        [.. typeof(Migration).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(Read)
            .OrderBy(migration => migration.Version)];

    private static Migration Read(string resource)
    {
        var file = resource[Folder.Length..];
        var (number, name) = Split(file);
        using var reader = new StreamReader(typeof(Migration).Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return new Migration(number, name, reader.ReadToEnd());
    }

    private static (int Number, string Name) Split(string file)
    {
        var wellFormed = file.Length > 9 && file[4] == '_' && file.EndsWith(Extension, StringComparison.Ordinal);
        return wellFormed && int.TryParse(file.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number, file[5..^Extension.Length])
            : throw new InvalidDataException($"The migration {file} is not named NNNN_name.sql.");
    }
}
