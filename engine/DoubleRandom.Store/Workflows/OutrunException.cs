namespace DoubleRandom.Store.Workflows;

/// <summary>Another transaction changed an instance after it was read: nothing of this one may be kept.</summary>
public sealed class OutrunException : Exception
{
    /// <summary>Names the instance.</summary>
    public OutrunException(long instance, long from, Exception? cause = null)
        : base($"The workflow instance {instance} is no longer at version {from}.", cause) => Instance = instance;

    /// <summary>Number of the instance.</summary>
    public long Instance { get; }
}
