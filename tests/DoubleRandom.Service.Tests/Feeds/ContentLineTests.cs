using System.Text;
using DoubleRandom.Service.Feeds;
using FsCheck;
using FsCheck.Fluent;

namespace DoubleRandom.Service.Tests.Feeds;

public sealed class ContentLineTests
{
    [Fact]
    public void Append_FoldsWithin75BytesAndUnfoldsToTheSame_WhateverTheText() =>
        Prop.ForAll(Lines.ToArbitrary(), line =>
        {
            StringBuilder output = new();
            ContentLine.Append(output, line);
            string folded = output.ToString();
            string[] lines = folded.Split("\r\n");
            return lines[^1].Length == 0
                && lines.SkipLast(1).All(l => Encoding.UTF8.GetByteCount(l) <= 75)
                && lines.Skip(1).SkipLast(1).All(l => l.Length > 1 && l[0] == ' ')
                // The strict encoder throws where a fold has split a character in two.
                && lines.All(l => Strict.GetByteCount(l) >= 0)
                && folded[..^2].Replace("\r\n ", "", StringComparison.Ordinal).Equals(line, StringComparison.Ordinal);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData(75, 1)]
    [InlineData(76, 2)]
    [InlineData(75 + 74, 2)]
    [InlineData(75 + 74 + 1, 3)]
    public void Append_FoldsExactlyAtTheLimit_WhenTextIsPlain(int length, int lines)
    {
        StringBuilder output = new();
        ContentLine.Append(output, new string('x', length));

        Assert.Equal(lines, output.ToString().Split("\r\n").Length - 1);
    }

    // One to four bytes a character, lengths across several folds; no line breaks, which Escape has already turned into \n.
    private static readonly Gen<string> Lines =
        from runes in Gen.Elements("a", " ", ";", "é", "督", "，", "😀", "𠮷").ListOf()
        from repeats in Gen.Choose(1, 12)
        select string.Concat(Enumerable.Repeat(string.Concat(runes), repeats));

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
}
