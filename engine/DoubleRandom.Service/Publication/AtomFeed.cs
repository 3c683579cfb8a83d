using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using DoubleRandom.Core;
using DoubleRandom.Core.Publication;
using DoubleRandom.Store.Publication;

namespace DoubleRandom.Service.Publication;

/// <summary>Writes what was published last as an Atom feed (RFC 4287). Ids are made of what a record is, never of where the server stands.</summary>
public static class AtomFeed
{
    /// <summary>How many records a feed has at most.</summary>
    public const int Most = 100;

    private const string Namespace = "http://www.w3.org/2005/Atom";
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };

    /// <summary>The feed of a jurisdiction.</summary>
    /// <param name="jurisdiction">The pack's folder.</param>
    /// <param name="name">Its name.</param>
    /// <param name="server">Address of the server, without a slash at its end.</param>
    /// <param name="records">The records that changed last, newest first.</param>
    /// <param name="now">The present instant, which dates a feed without records.</param>
    public static byte[] Write(string jurisdiction, Bilingual name, string server, IReadOnlyList<PublicRecordRow> records, DateTimeOffset now)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement("feed", Namespace);
            Text(xml, "id", Id(jurisdiction));
            Text(xml, "title", $"{name.Zh} 双随机、一公开 公示 / {name.En}: public record");
            Text(xml, "updated", Instant(records.Count > 0 ? records[0].ChangedAt : now));
            Link(xml, "self", $"{server}{PublicAddresses.Of(jurisdiction)}/feed.atom", "application/atom+xml");
            Link(xml, "alternate", $"{server}{PublicAddresses.Of(jurisdiction)}", "text/html");
            xml.WriteStartElement("author", Namespace);
            Text(xml, "name", name.Zh);
            xml.WriteEndElement();
            foreach (var record in records)
                Entry(xml, jurisdiction, server, record);
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Entry(XmlWriter xml, string jurisdiction, string server, PublicRecordRow record)
    {
        var said = ShownStatement.Of(record.Content);
        xml.WriteStartElement("entry", Namespace);
        Text(xml, "id", Id(jurisdiction, record.Kind, record.Key));
        Text(xml, "title", record.IsWithheld ? "不予公开 / withheld" : record.Title);
        Text(xml, "updated", Instant(record.ChangedAt));
        Link(xml, "alternate", server + PublicAddresses.Of(jurisdiction, record.Kind, record.Key), "text/html");
        if (!record.IsWithheld)
            Category(xml, record.Kind);
        Text(xml, "summary", Summary(record, said));
        xml.WriteEndElement();
    }

    private static string Summary(PublicRecordRow record, ShownStatement said) => StatementWords.StateOf(record.State) switch
    {
        PublicState.Withheld => $"不予公开：{said.Ground} / withheld: {said.Ground}",
        PublicState.Withdrawn => $"{record.Day.Iso()} 撤回：{said.Reason} / withdrawn: {said.Reason}",
        PublicState.Corrected => $"{record.Day.Iso()} 更正：{said.Reason} / corrected: {said.Reason}",
        _ => said.InBody("category") is { } category ? $"{record.Day.Iso()} 公布：{category} / published" : $"{record.Day.Iso()} 公布 / published",
    };

    private static void Category(XmlWriter xml, string kind)
    {
        xml.WriteStartElement("category", Namespace);
        xml.WriteAttributeString("term", kind);
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, new string([.. text.Where(XmlConvert.IsXmlChar)]));

    private static void Link(XmlWriter xml, string relation, string address, string mediaType)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", mediaType);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A UUID of version 8 (RFC 9562) made of a hash of the name.</summary>
    private static string Id(params string[] name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes("doublerandom:public:" + string.Join('\u001f', name)));
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return $"urn:uuid:{new Guid(hash.AsSpan(0, 16), bigEndian: true)}";
    }
}
