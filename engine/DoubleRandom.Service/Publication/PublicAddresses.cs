namespace DoubleRandom.Service.Publication;

/// <summary>Where public records stand on a server: these addresses are for keeps.</summary>
public static class PublicAddresses
{
    /// <summary>The public pages of a jurisdiction.</summary>
    public static string Of(string jurisdiction) => $"/public/{jurisdiction}";

    /// <summary>The records of a kind.</summary>
    public static string Of(string jurisdiction, string kind) => $"/public/{jurisdiction}/{kind}";

    /// <summary>One record; slashes in keys stay slashes.</summary>
    public static string Of(string jurisdiction, string kind, string key) => $"/public/{jurisdiction}/{kind}/{string.Join('/', key.Split('/').Select(Uri.EscapeDataString))}";

    /// <summary>One version of a record.</summary>
    public static string Of(string jurisdiction, string kind, string key, long version) => $"{Of(jurisdiction, kind, key)}?version={version}";

    /// <summary>A file of a version.</summary>
    public static string Of(string jurisdiction, string kind, string key, long version, string file) => $"{Of(jurisdiction, kind, key, version)}&file={Uri.EscapeDataString(file)}";
}
