using System.Security.Cryptography;
using System.Text;
using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Core.Workflows.Binding;

/// <summary>The identity of a definition: its content, whatever its layout and the order of its keys; tests beside it do not count.</summary>
internal static class NodeDigest
{
    public static string Of(Node node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Lengths in front of texts keep neighbours apart, so that no text can pose as another value.</summary>
    private static void Write(Node node, StringBuilder text)
    {
        text.Append((int)node.Kind).Append(':').Append(node.Text.Length).Append(':').Append(node.Text);
        text.Append('[').Append(node.Items.Count);
        foreach (var item in node.Items)
            Write(item, text);
        text.Append('{').Append(node.Members.Count);
        foreach (var (key, value) in node.Members.Where(member => member.Key is not ("$schema" or "tests")).OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            text.Append(key.Length).Append(':').Append(key);
            Write(value, text);
        }
    }
}
