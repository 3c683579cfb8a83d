using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Hashing;
using DoubleRandom.Core.Draws.Merkle;

namespace DoubleRandom.Core.Tests.Draws;

public class MerkleTests
{
    // The leaves of the reference implementation of RFC 6962 and the roots it gives for the first one, two, … of them.
    private static readonly string[] Leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Root_IsTheKnownOne_OfRfc6962(int size, string root)
    {
        var tree = new MerkleStack();
        foreach (var leaf in Leaves[..size])
            tree.Add(MerkleStack.Leaf(Convert.FromHexString(leaf)));
        Assert.Equal(root, tree.Root().ToString());
    }

    // FIPS 180-4, with the examples that NIST publishes beside it.
    [Theory]
    [InlineData("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    [InlineData("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu", 1, "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1")]
    [InlineData("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")]
    public void Digest_IsTheKnownOne_OfFips180(string text, int times, string hash) =>
        Assert.Equal(hash, Digest.Of(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(text, times)))).ToString());

    [Fact]
    public void Digest_IsOrderedAsAnInteger_WhenCompared()
    {
        Digest[] all = [.. Enumerable.Range(0, 200).Select(i => Digest.Of([(byte)i]))];
        Assert.Equal(all.OrderBy(digest => digest.ToInteger()), all.Order());
        Assert.All(all, digest => Assert.Equal(digest.ToInteger(), BigInteger.Parse("0" + digest, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>Lines from 1 to 200 bytes, in blocks of many sizes: what is hashed eight at a time is what the library says, one by one.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(5000)]
    [InlineData(12_345)]
    public void Frame_HasTheRootOfTheDefinition_WhateverItsLength(int rows)
    {
        var frame = Vectors.FrameOf(Enumerable.Range(0, rows).Select(i => new FrameRow($"{i:D6}{new string('A', i % 59)}", $"S{i % 3}", 1 + (i % 9), i % 11 != 0, i % 11 == 0 ? "CANCELLED" : "-")));
        var lines = Encoding.UTF8.GetString(frame).TrimEnd('\n').Split('\n');
        var reading = Vectors.Read(frame, new ScatteredWorkers(3));
        Assert.Empty(reading.Faults);
        Assert.Equal(Convert.ToHexStringLower(Root([.. lines.Select(line => Encoding.UTF8.GetBytes(line))])), reading.Commitment!.Root.ToString());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(frame)), reading.Commitment.Sha256.ToString());
    }

    [Fact]
    public void Proof_HoldsForItsLineAlone_InEveryTreeUpToForty()
    {
        for (var size = 1; size <= 40; size++)
        {
            byte[][] lines = [.. Enumerable.Range(0, size).Select(i => new[] { (byte)i })];
            var root = new Digest(Root(lines));
            for (var watched = 0; watched < size; watched++)
            {
                var tree = new MerkleStack(watched);
                foreach (var line in lines)
                    tree.Add(MerkleStack.Leaf(line));
                Assert.Equal(root, tree.Root());
                var proof = tree.Proof();
                Assert.Equal([watched], Enumerable.Range(0, size).Where(i => proof.Shows(lines[i], root)));
                Assert.Equal(size == 1 ? [0] : Enumerable.Range(0, size).Where(index => index == watched), Enumerable.Range(0, size).Where(index => (proof with { Index = index }).Shows(lines[watched], root)));
                Assert.False((proof with { Path = [.. proof.Path, root] }).Shows(lines[watched], root));
            }
        }
    }

    /// <summary>The definition of RFC 6962, as it stands there.</summary>
    private static byte[] Root(byte[][] lines)
    {
        if (lines.Length == 1)
            return SHA256.HashData([0, .. lines[0]]);
        var k = 1;
        while (k * 2 < lines.Length)
            k *= 2;
        return SHA256.HashData([1, .. Root(lines[..k]), .. Root(lines[k..])]);
    }
}
