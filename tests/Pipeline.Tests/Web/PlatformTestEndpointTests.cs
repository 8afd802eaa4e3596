using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Capture;
using Pipeline.Capture.Platforms.Generic;
using Pipeline.Capture.Signatures;
using Pipeline.Ports;
using Pipeline.Tests.Capture;
using Pipeline.Tests.Support;
using Pipeline.Tests.Web.Support;
using Pipeline.Web.Endpoints;

namespace Pipeline.Tests.Web;

/// <summary>An administrator finds out whether a captured request verifies, and how it is understood.</summary>
public sealed class PlatformTestEndpointTests : IAsyncLifetime
{
    private const string Token = "a-token-of-the-old-chatwoot";
    private static readonly byte[] Body = WebhookSamples.Body("generic_message_created.json");
    private static readonly string[] Secrets = [WebhookSamples.GenericSecret, WebhookSamples.ChatwootSecret, Token];

    private readonly WebFixture _fixture = new();
    private readonly RecordingBus _bus = new();
    private LoopbackHost? _host;

    public async ValueTask InitializeAsync()
    {
        var options = new PlatformOptions { Accounts = { WebhookSamples.GenericAccount(), WebhookSamples.ChatwootAccount() } };
        options.Accounts.Add(new PlatformAccount { Platform = "chatwoot", Account = "old", Tokens = { Token } });
        _fixture.Services.AddSingleton(Options.Create(options)).AddSingleton<IBus>(_bus).AddCapture()
            .AddSingleton<IPlatformInlet, GreetedInlet>()
            .AddSingleton(new PlatformAccounts(Options.Create(new PlatformOptions
            {
                Accounts = { options.Accounts[0], options.Accounts[1], options.Accounts[2], new PlatformAccount { Platform = "greeted", Account = "shop" } },
            })));
        _host = await LoopbackHost.StartAsync(_fixture);
    }

    public async ValueTask DisposeAsync()
    {
        await _host!.DisposeAsync();
        Assert.Empty(_bus.Sent);
    }

    [Fact]
    public async Task What_verifies_is_told_as_the_event_that_would_go_on_the_bus()
    {
        var answer = await TestAsync("generic", Order());

        Assert.True(answer.GetProperty("verifies").GetBoolean());
        Assert.Equal("understood", answer.GetProperty("outcome").GetString());
        Assert.False(answer.TryGetProperty("problem", out _));
        var told = Assert.Single(answer.GetProperty("events").EnumerateArray());
        var sent = Assert.Single(Assert.IsType<WebhookReading.Understood>(new GenericInlet(WebhookSamples.Verifier).Read(
            WebhookSamples.Generic(Body), WebhookSamples.GenericAccount(), WebhookSamples.Now)).Messages);
        Assert.Equal(
            (sent.BusId, sent.MessageId, sent.Text, sent.Conversation.Key, sent.SentAt),
            (told.GetProperty("busId").GetString(), told.GetProperty("messageId").GetString(), told.GetProperty("text").GetString(),
                told.GetProperty("conversation").GetProperty("key").GetString(), told.GetProperty("sentAt").GetDateTimeOffset()));
    }

    [Fact]
    public async Task The_bytes_may_be_given_in_base64()
    {
        var order = Order();
        order.Remove("body");
        order["bodyBase64"] = Convert.ToBase64String(Body);
        Assert.True((await TestAsync("generic", order)).GetProperty("verifies").GetBoolean());
    }

    [Fact]
    public async Task A_right_signature_that_is_too_old_is_told_apart_from_a_wrong_one()
    {
        var order = Order();
        order.Remove("at");
        var old = await TestAsync("generic", order);
        Assert.Equal((false, true, "understood", "timestamp-stale"), Told(old));

        order["headers"]!["webhook-signature"] = WebhookSigner.Sign(
            GenericPlatform.Scheme, "whsec_" + Convert.ToBase64String(new byte[32]), "msg_1", Seconds, Body);
        var wrong = await TestAsync("generic", order);
        Assert.Equal((false, false, "refused", "timestamp-stale"), Told(wrong));
        order["at"] = WebhookSamples.Now.ToString("O");
        Assert.Equal((false, false, "refused", "signature-invalid"), Told(await TestAsync("generic", order)));
    }

    [Theory]
    [InlineData("webhook-signature", null, "signature-missing")]
    [InlineData("webhook-signature", "sha256=abcd", "signature-malformed")]
    [InlineData("webhook-id", null, "id-missing")]
    [InlineData("webhook-timestamp", "yesterday", "timestamp-malformed")]
    public async Task The_header_that_is_wrong_is_named(string header, string? value, string code)
    {
        var order = Order();
        order["headers"]!.AsObject().Remove(header);
        if (value is not null)
        {
            order["headers"]![header] = value;
        }

        var answer = await TestAsync("generic", order);
        Assert.Equal((false, false, "refused", code), Told(answer));
        Assert.Equal(header, answer.GetProperty("problem").GetProperty("field").GetString());
        Assert.Contains(header, answer.GetProperty("problem").GetProperty("detail").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_verifies_and_cannot_be_read_is_told_apart_from_one_that_does_not_verify()
    {
        var answer = await TestAsync("generic", Order("""{"type":"message.created","timestamp":"2026-03-04T08:14:02Z","data":{}}"""u8.ToArray()));
        Assert.Equal((true, false, "refused", "shape-invalid"), Told(answer));
    }

    [Fact]
    public async Task What_is_nothing_for_us_is_told_with_the_reason()
    {
        var answer = await TestAsync("generic", Order(WebhookSamples.Body("generic_unknown_event.json")));
        Assert.Equal((true, false, "ignored", null), Told(answer));
        Assert.Equal("UnknownEvent", answer.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_token_stands_in_the_query()
    {
        var order = new JsonObject
        {
            ["account"] = "old",
            ["query"] = $"token={Token}",
            ["body"] = Encoding.UTF8.GetString(WebhookSamples.Body("chatwoot_message_incoming.json")),
            ["at"] = WebhookSamples.Now.ToString("O"),
        };
        Assert.Equal((true, false, "understood", null), Told(await TestAsync("chatwoot", order)));
        order["query"] = "?token=another";
        Assert.Equal((false, false, "refused", "token-invalid"), Told(await TestAsync("chatwoot", order)));
    }

    [Theory]
    [InlineData("POST", "body /api/webhooks/greeted/shop?a=b")]
    [InlineData("GET", "get")]
    [InlineData("OPTIONS", "options")]
    public async Task The_answer_of_a_handshake_is_told(string method, string text)
    {
        var answer = await TestAsync("greeted", new JsonObject { ["account"] = "shop", ["method"] = method, ["query"] = "a=b", ["body"] = "body" });
        Assert.Equal((true, false, "answered", null), Told(answer));
        Assert.Equal(text, answer.GetProperty("greeting").GetProperty("text").GetString());
        Assert.Equal("there", answer.GetProperty("greeting").GetProperty("headers").GetProperty("X-Is").GetString());
    }

    [Fact]
    public async Task A_handshake_that_the_platform_does_not_know_is_refused()
    {
        var answer = await TestAsync("generic", new JsonObject { ["account"] = "shop", ["method"] = "GET" });
        Assert.Equal((false, false, "refused", "method-not-allowed"), Told(answer));
    }

    [Theory]
    [InlineData("generic", """{"account":"nobody"}""", 404, "platform-account-unknown", null)]
    [InlineData("telepathy", """{"account":"shop"}""", 404, "platform-account-unknown", null)]
    [InlineData("generic", "{}", 400, "body-invalid", "account")]
    [InlineData("generic", "[]", 400, "body-invalid", null)]
    [InlineData("generic", "null", 400, "body-invalid", null)]
    [InlineData("generic", """{"account":"shop","method":"PUT"}""", 400, "body-invalid", "method")]
    [InlineData("generic", """{"account":"shop","body":"","bodyBase64":""}""", 400, "body-invalid", "bodyBase64")]
    [InlineData("generic", """{"account":"shop","bodyBase64":"?"}""", 400, "body-invalid", "bodyBase64")]
    [InlineData("generic", """{"account":"shop","secret":"x"}""", 400, "body-invalid", "secret")]
    public async Task An_order_that_is_none_is_refused(string platform, string json, int status, string code, string? field)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        (await _host!.SendAsync(HttpMethod.Post, $"api/platforms/{platform}/test", content)).IsProblem(status, code, field);
    }

    [Fact]
    public async Task A_body_over_the_limit_of_webhooks_is_refused()
    {
        using var content = new StringContent(
            new JsonObject { ["account"] = "shop", ["body"] = new string('x', (128 * 1024) + 1) }.ToJsonString(), Encoding.UTF8, "application/json");
        (await _host!.SendAsync(HttpMethod.Post, "api/platforms/generic/test", content)).IsProblem(413, "body-too-large");
    }

    [Fact]
    public async Task Nothing_of_it_is_logged_and_no_secret_is_told()
    {
        var text = (await TestAsync("generic", Order())).GetProperty("events")[0].GetProperty("text").GetString()!;
        var answer = (await TestAsync("generic", Order("{}"u8.ToArray()))).GetRawText();
        Assert.DoesNotContain(Secrets, secret => answer.Contains(secret, StringComparison.Ordinal));
        Assert.DoesNotContain(_fixture.Log.Lines, line => line.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_of_accounts_says_what_is_configured_and_no_secret()
    {
        var answer = await _host!.GetAsync("api/platforms");
        Assert.DoesNotContain(Secrets, secret => answer.Body.Contains(secret, StringComparison.Ordinal));
        var accounts = answer.Json.GetProperty("accounts").EnumerateArray().Select(account => (
            account.GetProperty("account").GetString(), account.GetProperty("brand").GetString(),
            account.GetProperty("checksSignatures").GetBoolean(), account.GetProperty("checksTokens").GetBoolean()));
        Assert.Equal([("shop", "lumo", true, false), ("desk", "boreal", true, false), ("old", "default", false, true), ("shop", "default", false, false)], accounts);
    }

    private static string Seconds => WebhookSamples.Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static JsonObject Order(byte[]? body = null)
    {
        body ??= Body;
        return new()
        {
            ["account"] = "shop",
            ["headers"] = new JsonObject
            {
                ["Content-Type"] = "application/json",
                ["webhook-id"] = "msg_1",
                ["webhook-timestamp"] = Seconds,
                ["webhook-signature"] = WebhookSigner.Sign(GenericPlatform.Scheme, WebhookSamples.GenericSecret, "msg_1", Seconds, body),
            },
            ["body"] = Encoding.UTF8.GetString(body),
            ["at"] = WebhookSamples.Now.ToString("O"),
        };
    }

    private static (bool Verifies, bool OnlyTooOld, string? Outcome, string? Problem) Told(JsonElement answer) => (
        answer.GetProperty("verifies").GetBoolean(),
        answer.GetProperty("onlyTooOld").GetBoolean(),
        answer.GetProperty("outcome").GetString(),
        answer.TryGetProperty("problem", out var problem) ? problem.GetProperty("code").GetString() : null);

    private async Task<JsonElement> TestAsync(string platform, JsonObject order)
    {
        using var content = new StringContent(order.ToJsonString(), Encoding.UTF8, "application/json");
        var answer = await _host!.SendAsync(HttpMethod.Post, $"api/platforms/{platform}/test", content);
        Assert.Equal(200, answer.Status);
        var document = (await _fixture.AskAsync(OpenApiEndpoint.GetAsync)).Json;
        SchemaCheck.Holds(
            document, document.GetProperty("components").GetProperty("schemas").GetProperty("PlatformTestAnswer"), answer.Json);
        return answer.Json;
    }

    private sealed class GreetedInlet : IPlatformInlet
    {
        private static readonly Dictionary<string, string> Headers = new() { ["X-Is"] = "there" };

        public string Platform => "greeted";

        public WebhookReading Read(WebhookRequest request, PlatformAccount account, DateTimeOffset now) => new WebhookReading.Answered(
            new($"{Encoding.UTF8.GetString(request.Body.Span)} {request.PathAndQuery}", "text/plain", Headers));

        public WebhookReading Greet(WebhookGreeting greeting, PlatformAccount account) =>
            new WebhookReading.Answered(new(greeting.IsOptions ? "options" : "get", "text/plain", Headers));
    }
}
