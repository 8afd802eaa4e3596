using System.Diagnostics.Metrics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Capture;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Capture;

public sealed class WebhookCaptureTests : IDisposable
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly RecordingBus _bus = new();
    private readonly RecordingLog _log = new();

    [Fact]
    public async Task A_webhook_is_on_the_bus_when_it_is_answered()
    {
        var reading = await ReceiveAsync("generic", "shop", WebhookSamples.Generic(WebhookSamples.Body("generic_message_created.json")));

        var message = Assert.Single(Assert.IsType<WebhookReading.Understood>(reading).Messages);
        var (entity, sent) = Assert.Single(_bus.Sent);
        Assert.Equal((Entities.Captured, message.BusId, "generic~shop~c-1"), (entity, sent.Id, sent.PartitionKey));
        var read = Assert.IsType<MessageCaptured>(JsonSerializer.Deserialize(sent.Body.Span, PipelineJson.Default.ConversationEvent));
        Assert.Equal((message.MessageId, message.Text, message.SentAt), (read.MessageId, read.Text, read.SentAt));
    }

    [Fact]
    public async Task A_bus_that_is_down_is_not_answered_as_if_all_were_well()
    {
        var capture = Build(new FailingBus());
        await Assert.ThrowsAsync<TimeoutException>(() => capture.ReceiveAsync(
            "generic", "shop", WebhookSamples.Generic(WebhookSamples.Body("generic_message_created.json")), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_refused_or_dropped_leaves_nothing_on_the_bus()
    {
        await ReceiveAsync("generic", "shop", WebhookSamples.Generic("{}"));
        await ReceiveAsync("generic", "shop", WebhookSamples.Generic(WebhookSamples.Body("generic_unknown_event.json")));
        Assert.Empty(_bus.Sent);
    }

    [Fact]
    public async Task An_unknown_platform_and_an_unknown_account_are_told_in_the_same_words()
    {
        var request = WebhookSamples.Generic(WebhookSamples.Body("generic_message_created.json"));
        var platform = Refused(await ReceiveAsync("telepathy", "shop", request));
        var account = Refused(await ReceiveAsync("generic", "other", request));
        var ofAnother = Refused(await ReceiveAsync("chatwoot", "shop", request));
        Assert.Equal((404, "platform-unknown"), (platform.Status, platform.Code));
        Assert.Equal((404, "account-unknown"), (account.Status, account.Code));
        Assert.Equal((platform.Title, platform.Detail), (account.Title, account.Detail));
        Assert.Equal(account, ofAnother);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_before_it_is_read()
    {
        var problem = Refused(await ReceiveAsync("generic", "shop", WebhookSamples.Generic(new byte[(128 * 1024) + 1])));
        Assert.Equal((413, "body-too-large"), (problem.Status, problem.Code));
        Assert.Contains("131072", problem.Detail, StringComparison.Ordinal);

        // One byte less is read, and found not to be JSON.
        Assert.Equal("json-invalid", Refused(await ReceiveAsync("generic", "shop", WebhookSamples.Generic(new byte[128 * 1024]))).Code);
    }

    [Fact]
    public async Task Metrics_count_by_platform_and_reason_and_take_no_name_from_a_stranger()
    {
        var counted = new List<string>();
        using var listener = new MeterListener();
        var test = Environment.CurrentManagedThreadId;
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == PipelineTelemetry.Name && instrument.Name.StartsWith("pipeline.webhook", StringComparison.Ordinal))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) =>
        {
            if (Environment.CurrentManagedThreadId == test)
            {
                counted.Add(instrument.Name + " " + string.Join(' ', tags.ToArray().Select(tag => tag.Value)));
            }
        });
        listener.Start();

        await ReceiveAsync("generic", "shop", WebhookSamples.Generic(WebhookSamples.Body("generic_message_created.json")));
        await ReceiveAsync("generic", "shop", WebhookSamples.Generic(WebhookSamples.Body("generic_unknown_event.json")));
        await ReceiveAsync("generic", "shop", WebhookSamples.Generic("{}"));
        await ReceiveAsync("../../etc/passwd", "shop", WebhookSamples.Generic("{}"));

        Assert.Equal(
            [
                "pipeline.webhook.accepted generic",
                "pipeline.webhook.accepted generic",
                "pipeline.webhook.refused generic shape-invalid",
                "pipeline.webhook.refused unknown platform-unknown",
            ],
            counted);
    }

    [Fact]
    public async Task The_log_names_the_reason_and_never_the_content()
    {
        var body = """{"type":"message.created","timestamp":"2026-03-04T08:14:02Z","data":{"conversation_id":"c-1","text":"my card is 4111","sender":{"role":"Camille"}}}""";
        await ReceiveAsync("generic", "shop", WebhookSamples.Generic(body));
        await ReceiveAsync("telepathy", "stranger", WebhookSamples.Generic(body));
        Assert.Equal(2, _log.Lines.Count);
        Assert.Contains("shape-invalid, at data.sender.role", _log.Lines[0], StringComparison.Ordinal);
        foreach (var word in new[] { "4111", "Camille", "c-1", "telepathy", "stranger", "whsec" })
        {
            Assert.DoesNotContain(_log.Lines, line => line.Contains(word, StringComparison.Ordinal));
        }
    }

    /// <summary>Every field at its limit, and every character one that JSON writes in six bytes.</summary>
    [Theory]
    [InlineData('<')]
    [InlineData('"')]
    [InlineData('\u0001')]
    [InlineData('é')]
    [InlineData('中')]
    public async Task The_largest_message_that_is_taken_fits_the_bus(char character)
    {
        string Full(int length) => JsonSerializer.Serialize(new string(character, length), Relaxed);
        var file = $$"""{"name":{{Full(255)}},"media_type":{{Full(255)}},"bytes":9223372036854775807}""";
        var body = $$$"""
            {"type":"message.updated","timestamp":"2026-03-04T08:14:02Z","data":{"id":{{{Full(256)}}},"target_id":{{{Full(255)}}},
            "conversation_id":{{{Full(256)}}},"sender":{"id":{{{Full(256)}}},"role":"customer","name":{{{Full(40)}}}},"text":{{{Full(20_000)}}},
            "channel":{{{Full(64)}}},"brand":{{{Full(64)}}},"language":"fr","page":{{{Full(2048)}}},"customer_id":{{{Full(256)}}},
            "attachments":[{{{string.Join(',', Enumerable.Repeat(file, 20))}}}]}}
            """;
        foreach (var type in new[] { "message.created", "message.updated" })
        {
            var bytes = Encoding.UTF8.GetBytes(body.Replace("message.updated", type, StringComparison.Ordinal));
            var reading = await ReceiveAsync("generic", "large", WebhookSamples.Generic(bytes));
            Assert.IsType<WebhookReading.Understood>(reading);
        }

        Assert.All(_bus.Sent, sent => Assert.InRange(Size(sent.Message), 100_000, 224 * 1024));
    }

    public void Dispose() => _log.Dispose();

    private static int Size(BusMessage message) => message.Body.Length + message.Id.Length + message.PartitionKey.Length
        + message.Properties.Sum(property => Encoding.UTF8.GetByteCount(property.Key + property.Value));

    private static WebhookProblem Refused(WebhookReading reading) => Assert.IsType<WebhookReading.Refused>(reading).Problem;

    private Task<WebhookReading> ReceiveAsync(string platform, string account, WebhookRequest request) =>
        Build(_bus, account == "large" ? 1024 * 1024 : 128 * 1024)
            .ReceiveAsync(platform, account, request, TestContext.Current.CancellationToken);

    private WebhookCapture Build(IBus bus, int maxBodyBytes = 128 * 1024)
    {
        var services = new ServiceCollection()
            .AddSingleton(bus)
            .AddSingleton<TimeProvider>(new FakeClock(WebhookSamples.Now))
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(_log))
            .AddCapture()
            .Configure<PlatformOptions>(options =>
            {
                options.MaxBodyBytes = maxBodyBytes;
                options.Accounts.Add(WebhookSamples.GenericAccount());
                options.Accounts.Add(new PlatformAccount
                {
                    Platform = "generic",
                    Account = "large",
                    Secrets = { WebhookSamples.GenericSecret },
                });
            });
        return services.BuildServiceProvider().GetRequiredService<WebhookCapture>();
    }

    private sealed class FailingBus : IBus
    {
        public Task SendAsync(string entity, IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken) =>
            throw new TimeoutException();
    }

    private sealed class RecordingLog : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
