using System.Globalization;
using System.Text;
using System.Text.Json;
using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Json;

namespace DoubleRandom.Core.Rules.Facts;

/// <summary>Reads facts that people or programs wrote as JSON. Every fault is found in one run.</summary>
internal sealed class FactReader(FactSchema schema, ICollection<Diagnostic> faults)
{
    /// <summary>The name that stands for a file when the JSON came from none.</summary>
    private const string NoFile = "facts";

    private readonly FactSetBuilder _builder = new(schema);
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    public static FactReading Read(JsonElement json, FactSchema schema)
    {
        var faults = new List<Diagnostic>();
        var root = NodeReader.Read(new PackFile(NoFile, Encoding.UTF8.GetBytes(json.GetRawText())), faults);
        return root is null ? new(new FactSetBuilder(schema).Build(), faults) : Read(root, schema, faults);
    }

    public static FactReading Read(Node root, FactSchema schema)
    {
        var faults = new List<Diagnostic>();
        return Read(root, schema, faults);
    }

    private static FactReading Read(Node root, FactSchema schema, List<Diagnostic> faults) => new(new FactReader(schema, faults).Set(root), faults);

    private FactSet Set(Node root)
    {
        if (!root.IsObject)
            faults.Add(FactFaults.NoObject(root.Place));
        Members(root, "");
        return _builder.Build();
    }

    private void Members(Node node, string prefix)
    {
        foreach (var (key, value) in node.Members)
        {
            var name = prefix + key;
            if (schema.Find(name) is { } fact)
                Put(fact, value);
            else if (value.IsObject && schema.HasGroup(name))
                Members(value, name + ".");
            else
                faults.Add(FactFaults.Unknown(value.Place, name, schema));
        }
    }

    private void Put(Fact fact, Node node)
    {
        if (!_given.Add(fact.Path))
            faults.Add(FactFaults.Twice(node.Place, fact.Path));
        else if (node.Kind == JsonValueKind.Null)
            return; // said to be unknown
        else if (Value(fact.Type, node) is { } value)
            _builder.Put(fact, value);
        else
            faults.Add(FactFaults.WrongValue(node.Place, fact.Path, Shown(node), fact.Type));
    }

    /// <summary>The value in that type; null when it does not fit.</summary>
    public static FactValue? Scalar(FactType type, Node node) => type.Kind switch
    {
        FactKind.Text => node.IsText && node.Text.Length <= FactLimits.TextLength ? FactValue.Of(node.Text) : null,
        FactKind.Number => Number(node) is { } number ? FactValue.Of(number) : null,
        FactKind.Date => node.Date is { } on ? FactValue.Of(on) : null,
        FactKind.Boolean => node.Boolean is { } yes ? FactValue.Of(yes) : null,
        FactKind.Choice => node.IsText && type.CodeOf(node.Text) is { } code ? FactValue.Of(type, code) : null,
        _ => null,
    };

    private FactValue? Value(FactType type, Node node) => type.IsList
        ? node.IsArray && node.Items.Count <= FactLimits.ListLength ? List(type, node) : null
        : Scalar(type, node);

    private FactValue? List(FactType type, Node node)
    {
        var element = type.Element!;
        if (element.Fields is { } fields)
            return FactValue.OfList(type, node.Items.Select(item => new FactReader(fields, faults).Set(item)).ToArray());
        var values = new List<FactValue>();
        foreach (var item in node.Items)
        {
            if (Scalar(element, item) is { } value)
                values.Add(value);
            else
                faults.Add(FactFaults.WrongValue(item.Place, item.Place.Pointer, Shown(item), element));
        }

        return FactLists.Of(type, values);
    }

    private static decimal? Number(Node node) =>
        node.Kind == JsonValueKind.Number && decimal.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= FactLimits.Number
            ? number
            : null;

    private static string Shown(Node node) => node.Kind switch
    {
        JsonValueKind.String or JsonValueKind.Number => node.Text.Length > 60 ? node.Text[..60] + "…" : node.Text,
        _ => node.Kind.ToString(),
    };
}
