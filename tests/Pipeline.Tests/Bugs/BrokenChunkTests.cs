using System.Net.Sockets;
using System.Text;
using Pipeline.Tests.Web.Support;

namespace Pipeline.Tests.Bugs;

/// <summary>Found by fuzzing: a chunk whose size no number holds made Kestrel throw an IOException, and the caller was told 500.</summary>
public sealed class BrokenChunkTests
{
    [Fact]
    public async Task A_chunk_of_a_size_that_no_number_holds_is_the_callers_fault()
    {
        await using var host = await LoopbackHost.StartAsync(new WebFixture());
        using var client = new TcpClient();
        await client.ConnectAsync(host.Client.BaseAddress!.Host, host.Client.BaseAddress.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes("POST /api/webhooks/generic/shop HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffff\r\n"),
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 400 Bad Request", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
    }
}
