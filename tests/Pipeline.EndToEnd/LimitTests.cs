using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Pipeline.Replay;

namespace Pipeline.EndToEnd;

/// <summary>What a caller who is not trusted may take of the host: bodies too large, very many, or too slow.</summary>
public sealed class LimitTests
{
    private const string Address = "/api/webhooks/generic/demo";

    // What bodies in flight may cost on top of a host at rest; twice the largest bodies that are held open here would be more.
    private const long MaxPeakMiB = 400;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1024 * 1024, false)]
    [InlineData(1024 * 1024, true)]
    [InlineData(128 * 1024 + 1, false)]
    [InlineData(50 * 1024 * 1024, false)]
    public async Task A_body_over_the_limit_is_told_so_and_the_host_goes_on(int bytes, bool isChunked)
    {
        await using var host = await LocalHostProcess.StartAsync(Cancelled);
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new ByteArrayContent(new byte[bytes]) };
        request.Headers.ExpectContinue = true;
        request.Headers.TransferEncodingChunked = isChunked;
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        using var answer = await host.Http.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(Cancelled));
        Assert.Equal("urn:pipeline:problem:body-too-large", problem.GetProperty("type").GetString());
        await host.SendAsync(await FirstAsync(), Cancelled);
    }

    [Fact]
    public async Task Many_large_bodies_that_never_end_hold_up_nobody_and_cost_little()
    {
        await using var host = await LocalHostProcess.StartAsync(Cancelled);
        var open = new List<TcpClient>();
        try
        {
            for (var count = 0; count < 300; count++)
            {
                open.Add(await BeginAsync(host, declared: 128 * 1024, sent: count % 2 == 0 ? 0 : 100 * 1024));
            }

            await host.SendAsync(await FirstAsync(), Cancelled);
            Assert.InRange(host.PeakMemoryMiB ?? 0, 0, MaxPeakMiB);
        }
        finally
        {
            open.ForEach(client => client.Dispose());
        }
    }

    [Fact]
    public async Task Whoever_sends_a_body_too_slowly_is_sent_away()
    {
        await using var host = await LocalHostProcess.StartAsync(Cancelled);
        using var client = await BeginAsync(host, declared: 128 * 1024, sent: 10);
        using var reader = new StreamReader(client.GetStream());

        // The host ends it after its grace: this reads until then.
        var answer = await reader.ReadToEndAsync(Cancelled);

        Assert.StartsWith("HTTP/1.1 408 ", answer, StringComparison.Ordinal);
        Assert.Contains("urn:pipeline:problem:request-broken", answer, StringComparison.Ordinal);
    }

    private static async Task<TcpClient> BeginAsync(LocalHostProcess host, int declared, int sent)
    {
        var client = new TcpClient();
        await client.ConnectAsync(host.Http.BaseAddress!.Host, host.Http.BaseAddress.Port, Cancelled);
        byte[] begin =
        [
            .. Encoding.ASCII.GetBytes($"POST {Address} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {declared}\r\n\r\n"),
            .. new byte[sent],
        ];
        await client.GetStream().WriteAsync(begin, Cancelled);
        return client;
    }

    private static async Task<IEnumerable<ReplayedEvent>> FirstAsync()
    {
        var conversation = await ConversationFile
            .ReadAsync(Path.Combine(AppContext.BaseDirectory, "Data", "conversations.fr.jsonl"), Cancelled)
            .FirstAsync(Cancelled);
        return ReplayScript.Write(conversation, "c-1", TimeProvider.System.GetUtcNow() - conversation.Duration).Take(1);
    }
}
