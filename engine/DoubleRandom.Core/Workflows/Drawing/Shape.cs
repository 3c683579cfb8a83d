namespace DoubleRandom.Core.Workflows.Drawing;

/// <summary>Something drawn with an area: an event, a task, a gateway, or a frame with others inside.</summary>
/// <param name="Id">Id in the drawing.</param>
/// <param name="Element">Name of the BPMN element.</param>
/// <param name="Name">What stands on it.</param>
internal sealed record Shape(string Id, string Element, string Name)
{
    /// <summary>The element inside it that says more: a timer, a message, termination; null for none.</summary>
    public string? Detail { get; init; }

    /// <summary>What is drawn inside; null for everything but a frame.</summary>
    public Sheet? Inside { get; init; }

    public int Width => Inside?.Width ?? (Element.EndsWith("Event", StringComparison.Ordinal) ? 36 : Element.EndsWith("Gateway", StringComparison.Ordinal) ? 50 : 120);

    public int Height => Inside?.Height ?? (Element.EndsWith("Event", StringComparison.Ordinal) ? 36 : Element.EndsWith("Gateway", StringComparison.Ordinal) ? 50 : 80);
}

/// <summary>An arrow.</summary>
/// <param name="Id">Id in the drawing.</param>
/// <param name="From">Id of the shape it leaves.</param>
/// <param name="To">Id of the shape it enters.</param>
/// <param name="Name">What stands on it; empty for nothing.</param>
internal sealed record Arrow(string Id, string From, string To, string Name);
