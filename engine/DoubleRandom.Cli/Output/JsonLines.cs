using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DoubleRandom.Core;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;

namespace DoubleRandom.Cli.Output;

/// <summary>Writes one JSON object per line; Chinese stands as it is.</summary>
internal sealed class JsonLines(TextWriter output)
{
    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly Utf8JsonWriter _json = new(Stream.Null, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    private char[] _line = new char[1024];

    /// <summary>Writes one object; <paramref name="members"/> writes what is inside.</summary>
    public void Write(Action<Utf8JsonWriter> members)
    {
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        _json.WriteStartObject();
        members(_json);
        _json.WriteEndObject();
        _json.Flush();
        if (_line.Length < _buffer.WrittenCount)
            _line = new char[_buffer.WrittenCount * 2];
        output.Write(_line, 0, Encoding.UTF8.GetChars(_buffer.WrittenSpan, _line));
        output.Write('\n');
    }
}

/// <summary>How values of the engine look in JSON.</summary>
internal static class JsonValues
{
    public static void Day(this Utf8JsonWriter json, string key, DateOnly? on)
    {
        if (on is { } day)
            json.WriteString(key, day.Iso());
        else
            json.WriteNull(key);
    }

    /// <summary>A basis as three members: why it is local, or document, article and the words quoted.</summary>
    public static void Law(this Utf8JsonWriter json, Basis? basis)
    {
        json.Text("local", basis?.Local);
        json.WriteString("document", basis?.Document);
        json.WriteString("article", basis?.Article);
        json.WriteString("quote", basis?.Quote);
    }

    /// <summary>Where it stands, and in which layer.</summary>
    public static void Stands(this Utf8JsonWriter json, Place place)
    {
        json.WriteString("file", place.File);
        json.WriteNumber("line", place.Line);
        json.WriteString("layer", place.Layer);
    }

    public static void Text(this Utf8JsonWriter json, string key, Bilingual? text)
    {
        if (text is null)
        {
            json.WriteNull(key);
            return;
        }

        json.WriteStartObject(key);
        json.WriteString("zh", text.Zh);
        json.WriteString("en", text.En);
        json.WriteEndObject();
    }
}
