namespace DoubleRandom.Core.Packs;

/// <summary>Where something stands in a pack: what a person needs in order to find and mend it.</summary>
/// <param name="File">The file's path relative to the root of all packs, with forward slashes.</param>
/// <param name="Line">The line, from 1; 0 when the whole file is meant.</param>
/// <param name="Column">The column in bytes, from 1; 0 when the whole file is meant.</param>
/// <param name="Pointer">The JSON pointer (RFC 6901) inside the file; empty for the root.</param>
public sealed record Place(string File, int Line, int Column, string Pointer)
{
    /// <summary>A place that means a whole file.</summary>
    public static Place WholeFile(string file) => new(file, 0, 0, "");

    /// <summary>The pack folder that the file lies in, that is the layer that a value came from.</summary>
    public string Layer => File.Split('/') is { Length: > 2 } parts ? parts[^2] is "templates" ? parts[^3] : parts[^2] : File;

    /// <inheritdoc />
    public override string ToString() => Line == 0 ? File : $"{File}:{Line}:{Column}";
}
