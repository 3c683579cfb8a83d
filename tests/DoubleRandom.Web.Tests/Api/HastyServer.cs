namespace DoubleRandom.Web.Tests.Api;

/// <summary>The server of <see cref="ApiServer"/> on a clock by which thirty days pass in a second.</summary>
public sealed class HastyServer : ApiServer
{
    protected override double Speed => 30 * 86_400;
}
