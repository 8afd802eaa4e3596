using System.Net;
using System.Net.Http.Headers;
using Pipeline.Replay;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Replay;

public sealed class GenericWebhookClientTests
{
    private static readonly StandardWebhookSigner Signer = new("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static readonly ReplayedEvent Webhook = new("msg-1", TimeSpan.Zero, "{}"u8.ToArray());

    private readonly ImpatientClock _clock = new();

    [Fact]
    public async Task A_webhook_carries_the_three_headers_and_a_signature_over_its_bytes()
    {
        var receiver = new Receiver();

        var answer = await SendAsync(receiver);

        Assert.True(answer.Accepted);
        var (request, body) = Assert.Single(receiver.Requests);
        var timestamp = long.Parse(Header(request, "webhook-timestamp"), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(_clock.GetUtcNow().ToUnixTimeSeconds(), timestamp);
        Assert.Equal("msg-1", Header(request, "webhook-id"));
        Assert.Equal(Signer.Sign("msg-1", timestamp, body), Header(request, "webhook-signature"));
        Assert.Equal("application/json", request.Content!.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_receiver_that_is_busy_or_broken_is_tried_again_with_growing_pauses()
    {
        HttpStatusCode[] statuses = [HttpStatusCode.TooManyRequests, HttpStatusCode.ServiceUnavailable, HttpStatusCode.Accepted];
        var receiver = new Receiver(index => new HttpResponseMessage(statuses[index]));

        var answer = await SendAsync(receiver);

        Assert.Equal((202, 3), (answer.Status, answer.Attempts));
        Assert.Equal([TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(400)], _clock.Waits);
        Assert.Single(receiver.Requests.Select(request => Header(request.Request, "webhook-id")).Distinct());
    }

    [Fact]
    public async Task Retry_After_is_heeded()
    {
        var receiver = new Receiver(index => index == 1 ? new(HttpStatusCode.OK) : new(HttpStatusCode.TooManyRequests)
        {
            Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(7)) },
        });

        await SendAsync(receiver);

        Assert.Equal([TimeSpan.FromSeconds(7)], _clock.Waits);
    }

    [Fact]
    public async Task A_refusal_is_not_repeated_and_says_what_the_problem_document_says()
    {
        var receiver = new Receiver(_ => Receiver.Problem(HttpStatusCode.Unauthorized, "webhook-signature does not match"));

        var answer = await SendAsync(receiver);

        Assert.Equal((401, 1, "webhook-signature does not match"), (answer.Status, answer.Attempts, answer.Detail));
    }

    [Fact]
    public async Task A_host_that_is_away_is_given_up_after_some_attempts()
    {
        var receiver = new Receiver(_ => throw new HttpRequestException("Connection refused"));

        var answer = await SendAsync(receiver);

        Assert.False(answer.Accepted);
        Assert.Equal((null, 6, "Connection refused"), (answer.Status, answer.Attempts, answer.Detail));
    }

    private async Task<WebhookAnswer> SendAsync(Receiver receiver)
    {
        using var http = new HttpClient(receiver, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
        return await new GenericWebhookClient(http, new Uri("http://127.0.0.1/hook"), Signer, _clock)
            .SendAsync(Webhook, TestContext.Current.CancellationToken);
    }

    private static string Header(HttpRequestMessage request, string name) => request.Headers.GetValues(name).Single();
}
