using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Inspectors;

namespace DoubleRandom.Core.Tests.Draws;

public class PseudonymTests
{
    // printf '%s' SALT-HEX | xxd -r -p > salt; (cat salt; printf '\003'; printf '%s' NAME) | sha256sum | xxd -r -p | base32 | cut -c1-26
    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", "I-1", "P6J44KHC2BP4BTHC3V4B5RSSSO")]
    [InlineData("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "检查员 7", "AD6UFCJ74KG4CXLB4BAX7I7PEL")]
    public void Of_IsTheHashInBase32_AsTheCommandLineMakesIt(string salt, string inspector, string expected)
    {
        Assert.True(Digest.TryParse(salt, out var digest));
        Assert.Equal(expected, Pseudonym.Of(digest, inspector));
    }

    [Fact]
    public void Of_TellsPeopleAndDrawsApart()
    {
        var names = Enumerable.Range(0, 5000).Select(i => Pseudonym.Of(Digest.Of("a"u8), $"I-{i}")).Append(Pseudonym.Of(Digest.Of("b"u8), "I-0"));
        Assert.Equal(5001, names.Distinct(StringComparer.Ordinal).Count());
    }
}
