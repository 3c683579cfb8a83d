using DoubleRandom.Web.Api;

namespace DoubleRandom.Web.Tests.Api;

public class ApiJsonTests
{
    [Fact]
    public void Options_KnowTheTypesOfBodies_WhenNothingWasSerialisedYet()
    {
        // The first request of a server's life may be one with a body.
        Assert.True(ApiJson.Options.IsReadOnly);
        Assert.NotNull(ApiJson.Options.TypeInfoResolver);
    }
}
