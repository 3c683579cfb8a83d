using System.Text.Json;
using DoubleRandom.Cli.Line;
using DoubleRandom.Cli.Output;
using DoubleRandom.Core;
using DoubleRandom.Core.Draws.Records;
using DoubleRandom.Service.Draws;
using Spectre.Console;

namespace DoubleRandom.Cli.Verbs.Draws;

/// <summary>Verifies the record of a draw by drawing anew.</summary>
internal sealed class DrawVerifyVerb : Verb
{
    private const string Record = "RECORD";

    public DrawVerifyVerb()
        : base("verify", new("重新计算并核对一份抽取记录", "verify the record of a draw by drawing anew"))
    {
        Arguments.Add(new Word(Record, new("抽取记录（SSJ-RECORD/1）", "the draw's record (SSJ-RECORD/1)")));
        Options.Add(DrawFile.FrameOf());
        Options.Add(DrawFile.InspectorsOf());
        Options.Add(DrawFile.RecusalsOf());
        Options.Add(CommonOptions.FormatOf("table", "json"));
        Examples = ["doublerandom draw verify record.json --frame frame.txt", "doublerandom draw verify record.json --frame frame.txt --inspectors inspectors.txt --format json"];
        Does(Run);
    }

    private static int Run(Call call)
    {
        _ = call.Format;
        var files = new RecordFiles(DrawFile.Opener(call, DrawFile.Frame), DrawFile.OpenerOrNull(call, DrawFile.Inspectors), DrawFile.OpenerOrNull(call, DrawFile.Recusals));
        var found = RecordVerifier.Verify(DrawFile.Bytes(call, Record), files, new AllCores());
        if (call.IsJson)
            call.Json.Write(json => Write(json, found));
        else
            Write(call, found);
        return found.Holds ? Exit.Good : Exit.Findings;
    }

    private static void Write(Call call, Verification found)
    {
        foreach (var note in found.Unchecked)
            call.Terminal.Error.WriteLine(call.Say(note));
        FaultReport.Tell(call, found.Differences);
        if (!found.Holds)
        {
            call.Terminal.Error.WriteLine(call.Say($"验证未通过：{found.Differences.Count} 处不符。", $"Not verified: {found.Differences.Count} differences."));
            return;
        }

        call.Screen.WriteLine(call.Say($"验证通过：{found.Facts!.Seed.Draw}，重新抽取的结果与记录逐字节一致。", $"Verified: {found.Facts!.Seed.Draw}; drawn anew, every byte of the record is the same."));
        foreach (var stratum in found.Drawn!)
            DrawPages.Write(call, stratum);
    }

    private static void Write(Utf8JsonWriter json, Verification found)
    {
        json.WriteBoolean("verified", found.Holds);
        json.WriteString("draw", found.Facts?.Seed.Draw);
        json.WriteStartArray("differences");
        foreach (var refusal in found.Differences)
            Write(json, refusal);
        json.WriteEndArray();
        json.WriteStartArray("unchecked");
        foreach (var note in found.Unchecked)
            json.WriteStringValue(note.ToString());
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Refusal refusal)
    {
        json.WriteStartObject();
        json.WriteString("code", refusal.Code);
        json.WriteString("subject", refusal.Subject);
        json.Text("problem", refusal.Problem);
        json.Text("remedy", refusal.Remedy);
        json.WriteEndObject();
    }
}
