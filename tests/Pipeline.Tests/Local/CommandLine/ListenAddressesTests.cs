using Pipeline.Local.CommandLine;
using Pipeline.Local.Startup;

namespace Pipeline.Tests.Local.CommandLine;

public sealed class ListenAddressesTests
{
    [Theory]
    [InlineData("http://127.0.0.1:7071", "http://127.0.0.1:7071")]
    [InlineData("http://127.3.2.1:80/", "http://127.3.2.1")]
    [InlineData("http://localhost:7071", "http://localhost:7071")]
    [InlineData("http://localhost:0", "http://127.0.0.1:0")]
    [InlineData("http://[::1]:7071; http://127.0.0.1:7072", "http://[::1]:7071|http://127.0.0.1:7072")]
    public void Addresses_of_this_machine_are_taken(string urls, string expected) =>
        Assert.Equal(expected.Split('|'), ListenAddresses.Parse(urls, hasKeys: false));

    [Fact]
    public void With_access_keys_other_machines_may_be_let_in() =>
        Assert.Equal(["http://0.0.0.0:7071", "http://[::]"], ListenAddresses.Parse("http://0.0.0.0:7071;http://[::]:80", hasKeys: true));

    [Theory]
    [InlineData("http://*:7071", "is not an address")]
    [InlineData("https://0.0.0.0:7071", "is not http")]
    public void With_access_keys_what_is_no_plain_address_is_refused_still(string urls, string what)
    {
        var exception = Assert.Throws<StartRefusedException>(() => ListenAddresses.Parse(urls, hasKeys: true));
        Assert.Contains(what, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:7071", "open to other machines")]
    [InlineData("http://*:7071", "open to other machines")]
    [InlineData("http://+:7071", "open to other machines")]
    [InlineData("http://[::]:7071", "open to other machines")]
    [InlineData("http://desk.example.org:7071", "open to other machines")]
    [InlineData("http://127.0.0.1:7071;http://10.0.0.4:7071", "'http://10.0.0.4:7071' is open to other machines")]
    [InlineData("https://127.0.0.1:7071", "is not http")]
    [InlineData("127.0.0.1", "is not an address")]
    [InlineData("http://127.0.0.1:99999", "is not an address")]
    [InlineData("http://127.0.0.1:7071/desk", "has a path")]
    [InlineData(" ; ", "is empty")]
    public void Any_other_address_is_refused_with_the_reason(string urls, string what)
    {
        var exception = Assert.Throws<StartRefusedException>(() => ListenAddresses.Parse(urls, hasKeys: false));

        Assert.Contains(what, exception.Message, StringComparison.Ordinal);
    }
}
