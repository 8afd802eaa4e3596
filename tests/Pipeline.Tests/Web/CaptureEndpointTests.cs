using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Capture;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Tests.Support;
using Pipeline.Tests.Web.Support;

namespace Pipeline.Tests.Web;

public sealed class CaptureEndpointTests
{
    private readonly WebFixture _fixture = new();
    private readonly RecordingBus _bus = new();
    private readonly EchoInlet _inlet = new();

    public CaptureEndpointTests() => _fixture.Services
        .AddSingleton(Options.Create(new PlatformOptions { Accounts = { new PlatformAccount { Platform = "echo", Account = "shop" } } }))
        .AddSingleton<IBus>(_bus)
        .AddSingleton<IPlatformInlet>(_inlet)
        .AddCapture();

    [Fact]
    public async Task An_accepted_webhook_is_answered_200_with_nothing_in_it()
    {
        await using var host = await LoopbackHost.StartAsync(_fixture);
        var answer = await PostAsync(host, "echo/shop", "accept");
        Assert.Equal((200, ""), (answer.Status, answer.Body));
        Assert.Equal(Entities.Captured, Assert.Single(_bus.Sent).Entity);
    }

    [Fact]
    public async Task A_webhook_that_is_nothing_for_us_is_answered_200_with_nothing_in_it()
    {
        await using var host = await LoopbackHost.StartAsync(_fixture);
        var answer = await PostAsync(host, "echo/shop", "ignore");
        Assert.Equal((200, ""), (answer.Status, answer.Body));
        Assert.Empty(_bus.Sent);
    }

    [Fact]
    public async Task A_webhook_that_is_read_and_refused_is_a_problem_document_that_names_the_field()
    {
        await using var host = await LoopbackHost.StartAsync(_fixture);
        (await PostAsync(host, "echo/shop", "misshape")).IsProblem(400, "shape-invalid", "data.text");
        Assert.Empty(_bus.Sent);
    }

    [Fact]
    public async Task Whoever_does_not_prove_to_be_the_platform_is_not_told_why_and_the_log_is()
    {
        await using var host = await LoopbackHost.StartAsync(_fixture);
        var answer = await PostAsync(host, "echo/shop", "refuse");
        answer.IsProblem(401, "webhook-unproven");
        Assert.DoesNotContain("signature", answer.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(_fixture.Log.Lines, line => line.Contains(
            "signature-invalid, at webhook-signature. webhook-signature does not match.", StringComparison.Ordinal));
        Assert.Empty(_bus.Sent);
    }

    [Fact]
    public async Task A_webhook_that_cannot_be_kept_is_asked_for_again_later()
    {
        _fixture.Services.AddSingleton<IBus>(new FullBus());
        await using var host = await LoopbackHost.StartAsync(_fixture);
        using var content = new StringContent("accept");

        using var answer = await host.Client.PostAsync("api/webhooks/echo/shop", content, TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromSeconds(10), answer.Headers.RetryAfter!.Delta);
        (await PostAsync(host, "echo/shop", "accept")).IsProblem(503, "storage-unavailable");
    }

    [Fact]
    public async Task An_unknown_platform_is_a_problem_document()
    {
        await using var host = await LoopbackHost.StartAsync(_fixture);
        var answer = await PostAsync(host, "nobody/shop", "accept");
        Assert.Equal((404, "application/problem+json"), (answer.Status, answer.MediaType));
        Assert.Null(_inlet.Body);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16 * 1024)]
    [InlineData(16 * 1024 + 1)]
    [InlineData(128 * 1024)]
    public async Task The_platform_gets_the_very_bytes_with_or_without_a_declared_length(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        await using var host = await LoopbackHost.StartAsync(_fixture);
        using var declared = new ByteArrayContent(bytes);
        await host.SendAsync(HttpMethod.Post, "api/webhooks/echo/shop", declared);
        Assert.Equal(bytes, _inlet.Body);
        using var chunked = new StreamContent(new UnseekableStream(bytes));
        await host.SendAsync(HttpMethod.Post, "api/webhooks/echo/shop", chunked);
        Assert.Equal(bytes, _inlet.Body);
    }

    [Fact]
    public async Task The_platform_can_look_up_headers_and_query_parameters()
    {
        await using var host = await LoopbackHost.StartAsync(_fixture);
        using var content = new StringContent("accept");
        content.Headers.Add("X-Signature", "abc");
        await host.SendAsync(HttpMethod.Post, "api/webhooks/echo/shop?token=t1", content);
        Assert.Equal(("abc", null), _inlet.Headers);
        Assert.Equal(("t1", null), _inlet.Query);
    }

    private static async Task<Answer> PostAsync(LoopbackHost host, string account, string body)
    {
        using var content = new StringContent(body);
        return await host.SendAsync(HttpMethod.Post, $"api/webhooks/{account}", content);
    }

    private sealed class EchoInlet : IPlatformInlet
    {
        public string Platform => "echo";

        public byte[]? Body { get; private set; }

        public (string? Signature, string? Other) Headers { get; private set; }

        public (string? Token, string? Other) Query { get; private set; }

        public WebhookReading Read(WebhookRequest request, PlatformAccount account, DateTimeOffset now)
        {
            Body = request.Body.ToArray();
            Headers = (request.Header("x-signature"), request.Header("x-other"));
            Query = (request.Query("token"), request.Query("other"));
            return Encoding.UTF8.GetString(Body) switch
            {
                "refuse" => new WebhookReading.Refused(
                    new WebhookProblem(401, "signature-invalid", "Not signed.", "webhook-signature does not match.", "webhook-signature")),
                "misshape" => new WebhookReading.Refused(
                    new WebhookProblem(400, "shape-invalid", "Not so.", "data.text must be a text, and is missing.", "data.text")),
                "ignore" => new WebhookReading.Ignored("UnknownEvent"),
                _ => new WebhookReading.Understood([Captured(now)]),
            };
        }

        private static MessageCaptured Captured(DateTimeOffset now) => new()
        {
            Conversation = new Conversation { Key = Samples.Key, Platform = "echo", Account = "shop", Id = "c-42" },
            MessageId = "m1",
            Kind = MessageKind.Message,
            Sender = new Sender(SenderRole.Customer),
            SentAt = now,
        };
    }

    private sealed class UnseekableStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    /// <summary>A bus whose disk is full.</summary>
    private sealed class FullBus : IBus
    {
        public Task SendAsync(string entity, IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken) =>
            throw new StorageUnavailableException("The disk of the data folder is full.");
    }
}
