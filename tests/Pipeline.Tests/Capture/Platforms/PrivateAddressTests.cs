using Pipeline.Capture;
using Pipeline.Capture.Platforms;
using Pipeline.Ports;

namespace Pipeline.Tests.Capture.Platforms;

/// <summary>Calls go to no private network, whatever a name leads to, unless the settings name the host.</summary>
public sealed class PrivateAddressTests
{
    /// <summary>Literal addresses: no name is looked up, so that the test needs no network.</summary>
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.9.9.9")]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.7")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("[::]")]
    [InlineData("[::1]")]
    [InlineData("[::127.0.0.1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:169.254.169.254]")]
    [InlineData("[64:ff9b::a00:1]")]
    [InlineData("[2002:a00:1::]")]
    [InlineData("[fc00::1]")]
    [InlineData("[fd00:ec2::254]")]
    [InlineData("[fe80::1]")]
    [InlineData("[fec0::1]")]
    [InlineData("[ff02::1]")]
    [InlineData("[2001:0:1::1]")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("localhost")]
    public async Task What_leads_to_a_private_network_is_never_called(string host)
    {
        using var api = new PlatformApi(new PlatformOptions());
        var refused = await Assert.ThrowsAsync<PlatformRefusedException>(() => GetAsync(api, new Uri($"http://{host}:9/")));
        Assert.Contains("leads to a private network", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("localhost", "LOCALHOST")]
    public async Task A_host_that_the_settings_name_is_called(string host, string named)
    {
        await using var platform = await FakePlatform.StartAsync();
        using var api = new PlatformApi(new PlatformOptions { PrivateHosts = { named } });
        Assert.Equal("{}"u8.ToArray(), await GetAsync(api, new Uri($"http://{host}:{platform.Address.Port}/")));
    }

    [Fact]
    public async Task The_name_of_one_host_lets_no_other_through()
    {
        await using var platform = await FakePlatform.StartAsync();
        using var api = new PlatformApi(new PlatformOptions { PrivateHosts = { "localhost" } });
        await Assert.ThrowsAsync<PlatformRefusedException>(() => GetAsync(api, platform.Address));
        Assert.Empty(platform.Calls);
    }

    private static Task<byte[]> GetAsync(PlatformApi api, Uri address) =>
        api.SendAsync(address, new HttpRequestMessage(HttpMethod.Get, address), TestContext.Current.CancellationToken);
}
