namespace DoubleRandom.Store.Tests.Cluster;

/// <summary>Tests that measure time run while nothing else of this assembly does.</summary>
[CollectionDefinition(nameof(TimedAlone), DisableParallelization = true)]
public sealed class TimedAlone;
