namespace DoubleRandom.Service.Tests;

/// <summary>Tests that measure memory of the process run while nothing else of this assembly does, or they would measure the others.</summary>
[CollectionDefinition(nameof(MeasuredAlone), DisableParallelization = true)]
public sealed class MeasuredAlone;
