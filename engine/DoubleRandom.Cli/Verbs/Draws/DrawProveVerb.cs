using System.Text.Json;
using DoubleRandom.Cli.Line;
using DoubleRandom.Core;
using DoubleRandom.Core.Draws.Frames;
using DoubleRandom.Core.Draws.Records;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Json;
using DoubleRandom.Service.Draws;
using Spectre.Console;

namespace DoubleRandom.Cli.Verbs.Draws;

/// <summary>Shows one company that it was, or was not, among those who could be drawn.</summary>
internal sealed class DrawProveVerb : Verb
{
    private const string Id = "ID";
    private const string Record = "--record";

    public DrawProveVerb()
        : base("prove", new("证明某对象在或不在抽样框内", "prove that a target is, or is not, in the frame"))
    {
        Arguments.Add(new Word(Id, new("统一社会信用代码或代号", "unified social credit code or pseudonym")));
        Options.Add(new Setting(Record, "FILE", new("抽取记录（SSJ-RECORD/1）", "the draw's record (SSJ-RECORD/1)"), needed: true));
        Options.Add(DrawFile.FrameOf());
        Options.Add(CommonOptions.FormatOf("table", "json"));
        Examples = ["doublerandom draw prove 91330292KYD3334955 --record record.json --frame frame.txt"];
        Does(Run);
    }

    private static int Run(Call call)
    {
        _ = call.Format;
        var id = call.Needed(Id);
        if (!FrameRow.IsId(id))
            throw new UsageException(new($"“{id}”不是对象编号", $"\"{id}\" is no id of a target"), new("写 1 至 64 个半角数字、大写字母或连字符", "write 1 to 64 ASCII digits, capitals or hyphens"));
        var (open, faults) = (DrawFile.Opener(call, DrawFile.Frame), new List<Diagnostic>());
        using var stream = open();
        var frame = Frame.Read(stream, DrawFile.Name(call, DrawFile.Frame), new AllCores());
        var record = CanonicalJson.Read(DrawFile.Bytes(call, Record), DrawFile.Name(call, Record), faults);
        if (FaultReport.Tells(call, [.. frame.Faults, .. faults]) || !IsOf(call, record!, frame.Commitment!.Root.ToString()))
            return Exit.Findings;
        Write(call, new FrameProver(open, frame.Commitment).Prove(id), frame.Commitment.Header.Draw);
        return Exit.Good;
    }

    private static bool IsOf(Call call, Node record, string root)
    {
        var said = record["frame"]?["root"]?.Text ?? "";
        if (string.Equals(said, root, StringComparison.Ordinal))
            return true;
        FaultReport.Tell(call, [new Refusal("frame-root", "/frame/root", new($"记录中的根为“{said}”，文件的根为 {root}", $"the record's root is \"{said}\", the file's is {root}"), new("用与记录一同公布的抽样框", "use the frame that was published with the record"))]);
        return false;
    }

    private static void Write(Call call, FrameProof proof, string draw)
    {
        if (call.IsJson)
        {
            call.Json.Write(json => Write(json, proof, draw));
            return;
        }

        call.Screen.WriteLine(proof.IsMember
            ? call.Say($"{proof.Id} 在抽样框内（第 {proof.Lines[0].Path.Index + 1} 行）。", $"{proof.Id} is in the frame (line {proof.Lines[0].Path.Index + 1}).")
            : call.Say($"{proof.Id} 不在抽样框内：下列两行相邻，它应在其间。", $"{proof.Id} is not in the frame: these lines are neighbours, and it would stand between them."));
        call.Screen.WriteLine($"root {proof.Root}");
        foreach (var line in proof.Lines.Prepend(proof.Header))
        {
            call.Screen.WriteLine($"{line.Path.Index}: {line.Line.Replace('\t', ' ')}");
            foreach (var hash in line.Path.Path)
                call.Screen.WriteLine($"    {hash}");
        }
    }

    private static void Write(Utf8JsonWriter json, FrameProof proof, string draw)
    {
        json.WriteString("format", "SSJ-PROOF/1");
        json.WriteString("draw", draw);
        json.WriteString("id", proof.Id);
        json.WriteBoolean("member", proof.IsMember);
        json.WriteString("root", proof.Root.ToString());
        json.WritePropertyName("header");
        Write(json, proof.Header);
        json.WriteStartArray("lines");
        foreach (var line in proof.Lines)
            Write(json, line);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ProvedLine line)
    {
        json.WriteStartObject();
        json.WriteNumber("index", line.Path.Index);
        json.WriteString("line", line.Line);
        json.WriteStartArray("path");
        foreach (var hash in line.Path.Path)
            json.WriteStringValue(hash.ToString());
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
