namespace DoubleRandom.Web;

/// <summary>What <c>doublerandom serve</c> was asked for.</summary>
public sealed record ServeOptions
{
    /// <summary>The port on the loopback interface; 0 takes any free one.</summary>
    public int Port { get; init; } = 5080;

    /// <summary>The address to listen on. Until sign-in exists only loopback addresses are taken.</summary>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>Where the pages are, for links in notices.</summary>
    public string BaseUrl => $"http://{Address}:{Port}";

    /// <summary>The folder that holds <c>workflows</c> and <c>rules</c>.</summary>
    public required string PacksRoot { get; init; }

    /// <summary>A connection string of a server; null for the private cluster.</summary>
    public string? Database { get; init; }

    /// <summary>The folder of the private cluster; ignored with <see cref="Database"/>.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The day on which a simulated clock starts; null for the clock of life.</summary>
    public DateOnly? Clock { get; init; }

    /// <summary>How many times faster than life the simulated clock runs.</summary>
    public double Speed { get; init; } = 86_400;
}
