using System.Text.RegularExpressions;
using DoubleRandom.Core.Tests.Architecture;
using DoubleRandom.Core.Tests.Rules;

namespace DoubleRandom.Core.Tests.Packs;

/// <summary>A fault that no case provokes is a fault that nobody has read.</summary>
public partial class DiagnosticCodesTests
{
    [Fact]
    public void Codes_EachHaveACase_InTheRoom()
    {
        var codes = Repository.EngineSources()
            .Where(file => file.Name.Replace('\\', '/').StartsWith("engine/DoubleRandom.Core/", StringComparison.Ordinal))
            .SelectMany(file => Code().Matches(file.Text).Select(match => match.Groups["code"].Value))
            .ToHashSet(StringComparer.Ordinal);
        var provoked = CaseFiles.Of("packs").Values.Concat(CaseFiles.Of("workflows").Values).Concat(CaseFiles.Of("simulation").Values).Concat(CaseFiles.Of("draws").Values)
            .SelectMany(row => row["then"]!["diagnostics"]?.AsArray() ?? [])
            .Select(diagnostic => (string)diagnostic!["code"]!)
            .Concat(RuleCases.Of("refusals").Values.Select(row => row.GetProperty("then").GetProperty("code").GetString()!));
        Assert.True(codes.Count >= 50, $"only {codes.Count} codes found");
        Assert.Equal("", string.Join(", ", codes.Except(provoked, StringComparer.Ordinal)));
    }

    [GeneratedRegex("Diagnostic\\.(?:Error|Warning)\\(\"(?<code>[A-Z]{2}[0-9]{3})\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
