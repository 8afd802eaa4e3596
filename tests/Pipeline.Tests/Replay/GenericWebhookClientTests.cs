using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Pipeline.Capture;
using Pipeline.Capture.Platforms.Generic;
using Pipeline.Capture.Signatures;
using Pipeline.Messages;
using Pipeline.Replay;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Replay;

public sealed class GenericWebhookClientTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static readonly ReplayedEvent Webhook = new("msg-1", TimeSpan.Zero, "{}"u8.ToArray());

    private readonly ImpatientClock _clock = new();

    [Fact]
    public async Task The_published_vector_of_Standard_Webhooks_is_met()
    {
        var receiver = new Receiver();
        var clock = new FakeClock(DateTimeOffset.FromUnixTimeSeconds(1614265330));

        await SendAsync(receiver, clock, new("msg_p5jXN8AQM9LWM0D4loKWxJek", default, """{"test": 2432232314}"""u8.ToArray()));

        var (request, _) = Assert.Single(receiver.Requests);
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", Header(request, "webhook-signature"));
    }

    [Fact]
    public async Task What_is_sent_is_what_the_capture_verifies_and_understands()
    {
        var receiver = new Receiver();
        var script = ReplayScript.Write(Recordings.Of("c", 4, "Été 🙂", "Bonjour"), "c-9", _clock.GetUtcNow().AddMinutes(-1));

        foreach (var webhook in script)
        {
            Assert.True((await SendAsync(receiver, _clock, webhook)).Accepted);
        }

        var messages = receiver.Requests.SelectMany(request => Capture(request.Request, request.Body)).ToList();
        Assert.Equal(
            [MessageKind.Message, MessageKind.Message, MessageKind.Rating, MessageKind.Close], messages.Select(message => message.Kind));
        Assert.Equal(("Été 🙂", "Camille", "boreal"), (messages[0].Text, messages[0].Sender.FirstName, messages[0].Conversation.Brand));
        Assert.Equal(SenderRole.Advisor, messages[1].Sender.Role);
        Assert.Equal(4, messages[2].Rating);
        Assert.Equal(4, messages.Select(message => message.BusId).Distinct().Count());
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

    private Task<WebhookAnswer> SendAsync(Receiver receiver) => SendAsync(receiver, _clock, Webhook);

    private static async Task<WebhookAnswer> SendAsync(Receiver receiver, TimeProvider clock, ReplayedEvent webhook)
    {
        using var http = new HttpClient(receiver, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        return await new GenericWebhookClient(http, new Uri("http://127.0.0.1/hook"), Secret, clock)
            .SendAsync(webhook, TestContext.Current.CancellationToken);
    }

    private IReadOnlyList<MessageCaptured> Capture(HttpRequestMessage request, byte[] body)
    {
        string? Find(string name) => request.Headers.TryGetValues(name, out var values) ? values.Single() : null;
        var webhook = new WebhookRequest(body, name => name == "content-type" ? "application/json" : Find(name), _ => null);
        var account = new PlatformAccount { Platform = "generic", Account = "demo", Secrets = { Secret } };
        var inlet = new GenericInlet(new SignatureVerifier(Options.Create(new PlatformOptions())));
        return Assert.IsType<WebhookReading.Understood>(inlet.Read(webhook, account, _clock.GetUtcNow())).Messages;
    }

    private static string Header(HttpRequestMessage request, string name) => request.Headers.GetValues(name).Single();
}
