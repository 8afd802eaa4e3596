using System.Text;
using Pipeline.Capture;
using Pipeline.Capture.Platforms.Generic;
using Pipeline.Messages;

namespace Pipeline.Tests.Capture.Platforms;

/// <summary>CloudEvents at the generic platform.</summary>
public sealed class GenericCloudEventTests
{
    private const string Token = "a-token-of-the-event-tests";
    private const string Data = """{"id":"m-7","conversation_id":"c-7","sender":{"id":"v-7","role":"customer","name":"Yanis"},"text":"Ma box clignote"}""";

    private static readonly GenericInlet Inlet = new(WebhookSamples.Verifier);

    private static PlatformAccount Account => new() { Platform = "generic", Account = "shop", Brand = "lumo", Channel = "app", Tokens = { Token } };

    [Fact]
    public void Both_modes_say_what_the_platforms_own_envelope_says()
    {
        var plain = Understood(Read(
            Plain($$"""{"type":"message.created","timestamp":"2026-03-04T08:58:00Z","data":{{Data}}}"""), WebhookSamples.GenericAccount()));
        Assert.Equal(("m-7", "Ma box clignote"), (plain.MessageId, plain.Text));
        Assert.Equivalent(plain, Understood(Read(Structured(Event()))), strict: true);
        Assert.Equivalent(plain, Understood(Read(Binary())), strict: true);
    }

    [Fact]
    public void What_has_no_id_of_its_own_is_named_by_source_and_id()
    {
        var data = Data.Replace("\"id\":\"m-7\",", "", StringComparison.Ordinal);
        var once = Understood(Read(Structured(Event(data)))).MessageId;
        Assert.Equal(once, Understood(Read(Binary(data))).MessageId);
        Assert.NotEqual(once, Understood(Read(Structured(Event(data, id: "e-2")))).MessageId);
        Assert.NotEqual(once, Understood(Read(Structured(Event(data, source: "/other")))).MessageId);
    }

    [Theory]
    [InlineData("ce-id", "caf%C3%A9%20%25", true)]
    [InlineData("ce-id", "caf%C0%A0", false)]
    [InlineData("ce-id", "50%", false)]
    [InlineData("ce-id", null, false)]
    [InlineData("ce-source", null, false)]
    [InlineData("ce-specversion", "0.3", false)]
    [InlineData("ce-time", "yesterday", false)]
    [InlineData("ce-datacontenttype", "application/json", false)]
    public void Headers_are_decoded_once_and_refused_by_their_name(string header, string? value, bool isTaken)
    {
        var reading = Read(Binary(header: header, value: value));
        Assert.Equal(isTaken, reading is WebhookReading.Understood);
        Assert.Equal(isTaken ? null : header, (reading as WebhookReading.Refused)?.Problem.Field);
    }

    [Theory]
    [InlineData("\"specversion\":\"1.0\"", "\"specversion\":\"2.0\"", "specversion")]
    [InlineData("\"id\":\"e-1\",", "", "id")]
    [InlineData("\"source\":\"/chat\",", "", "source")]
    [InlineData("\"time\":\"2026-03-04T08:58:00Z\",", "", "time")]
    [InlineData("\"data\":", "\"date\":", "data")]
    public void What_is_missing_is_refused_by_its_name(string what, string with, string field) => Assert.Equal(
        field, Assert.IsType<WebhookReading.Refused>(Read(Structured(Event().Replace(what, with, StringComparison.Ordinal)))).Problem.Field);

    [Fact]
    public void What_is_configured_is_demanded()
    {
        Assert.Equal("token-missing", Refused(Read(Structured(Event(), token: null))));
        Assert.Equal("token-invalid", Refused(Read(Structured(Event(), token: "Bearer another"))));
        Assert.Equal("token-invalid", Refused(Read(Structured(Event(), token: Token))));
        Assert.IsType<WebhookReading.Understood>(Read(Structured(Event(), token: null, inAddress: Token)));

        var both = Account;
        both.Secrets.Add(WebhookSamples.GenericSecret);
        Assert.Equal("signature-missing", Refused(Read(Structured(Event()), both)));
        Assert.Equal("token-missing", Refused(Read(Plain("{}"), both)));

        Assert.Empty(new GenericPlatform().Check(both));
        Assert.Empty(new GenericPlatform().Check(Account));
        Assert.Equal("Secrets", Assert.Single(new GenericPlatform().Check(new PlatformAccount())).Setting);
    }

    [Fact]
    public void Whoever_knows_the_token_may_send()
    {
        WebhookReading Greet(string token) => Inlet.Greet(
            new(true, name => name == "WebHook-Request-Origin" ? "events.example.org" : name == "Authorization" ? $"Bearer {token}" : null, _ => null), Account);
        Assert.Equal("events.example.org", Assert.IsType<WebhookReading.Answered>(Greet(Token)).Answer.Headers!["WebHook-Allowed-Origin"]);
        Assert.Equal("token-invalid", Refused(Greet("another")));
    }

    private static string Event(string data = Data, string id = "e-1", string source = "/chat") =>
        $$"""{"specversion":"1.0","id":"{{id}}","source":"{{source}}","type":"org.example.message.created","time":"2026-03-04T08:58:00Z","data":{{data}}}""";

    private static WebhookRequest Plain(string body) => WebhookSamples.Generic(Encoding.UTF8.GetBytes(body));

    private static WebhookRequest Structured(string body, string? token = $"Bearer {Token}", string? inAddress = null) =>
        Request(body, new() { ["Content-Type"] = "application/cloudevents+json; charset=utf-8" }, token, inAddress);

    private static WebhookRequest Binary(string data = Data, string? header = null, string? value = null)
    {
        var headers = new Dictionary<string, string>
        {
            ["Content-Type"] = "application/json",
            ["ce-specversion"] = "1.0",
            ["ce-id"] = "e-1",
            ["ce-source"] = "/chat",
            ["ce-type"] = "message.created",
            ["ce-time"] = "2026-03-04T08:58:00Z",
        };
        if (header is not null)
        {
            headers.Remove(header);
            if (value is not null)
            {
                headers[header] = value;
            }
        }

        return Request(data, headers, $"Bearer {Token}", null);
    }

    private static WebhookRequest Request(string body, Dictionary<string, string> headers, string? token, string? inAddress)
    {
        if (token is not null)
        {
            headers["Authorization"] = token;
        }

        return WebhookSamples.Request(Encoding.UTF8.GetBytes(body), headers, inAddress);
    }

    private static MessageCaptured Understood(WebhookReading reading) => Assert.Single(Assert.IsType<WebhookReading.Understood>(reading).Messages);

    private static string Refused(WebhookReading reading) => Assert.IsType<WebhookReading.Refused>(reading).Problem.Code;

    private static WebhookReading Read(WebhookRequest request, PlatformAccount? account = null) => Inlet.Read(request, account ?? Account, WebhookSamples.Now);
}
