using Pipeline.Training.Replay;

namespace Pipeline.Tests.Training;

public sealed class ReplayAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:7071", "http://127.0.0.1:7071/api/webhooks/generic/demo")]
    [InlineData("http://127.0.0.1:7071/", "http://127.0.0.1:7071/api/webhooks/generic/demo")]
    [InlineData("https://example.org/v2/webhooks/generic/shop", "https://example.org/v2/webhooks/generic/shop")]
    public void A_host_stands_for_its_generic_webhook_and_a_path_for_itself(string to, string address) =>
        Assert.Equal(address, ReplayAddress.Of(to, "demo")?.AbsoluteUri);

    [Theory]
    [InlineData("127.0.0.1:7071")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("")]
    public void What_is_no_http_address_is_none(string to) => Assert.Null(ReplayAddress.Of(to, "demo"));
}
