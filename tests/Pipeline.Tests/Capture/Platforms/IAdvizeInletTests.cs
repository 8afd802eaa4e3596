using System.Text.Json;
using Pipeline.Capture;
using Pipeline.Capture.Platforms.IAdvize;
using Pipeline.Capture.Signatures;
using Pipeline.Messages;

namespace Pipeline.Tests.Capture.Platforms;

public sealed class IAdvizeInletTests
{
    internal const string Id = "9c0e7a52-aaaa-4bbb-8ccc-000000000042";
    private const string Secret = "an-app-secret-of-the-iadvize-tests";
    private const string Rule = "5b6c7d8e-0000-4000-8000-0000000000cc";
    private const string MessagesPath = $"/api/webhooks/iadvize/shop/conversations/{Id}/messages";

    internal static PlatformAccount Account => new()
    {
        Platform = "iadvize",
        Account = "shop",
        Brand = "boreal",
        Channel = "web",
        LanguageHint = "fr",
        AccountId = Rule,
        Secrets = { "a-secret-before", Secret },
    };

    [Fact]
    public void What_a_visitor_writes_is_taken_and_the_conversation_handed_over()
    {
        var reading = Understood("iadvize_message_visitor.json", MessagesPath);
        var message = Assert.Single(reading.Messages);
        Assert.Equal(
            ("5f0d2c1e-1111-4222-8333-0000000000a1", SenderRole.Customer, "Ma box clignote en rouge depuis ce matin", $"iadvize~shop~{Id}"),
            (message.MessageId, message.Sender.Role, message.Text, message.Conversation.Key));
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 8, 58, 2, 271, TimeSpan.Zero), message.SentAt);
        Assert.Equal(
            $$"""{"idConversation":"{{Id}}","idOperator":"ha-20417","replies":[{"type":"transfer","distributionRule":"{{Rule}}"}],"variables":[],"createdAt":"2026-03-04T09:00:00.000Z","updatedAt":"2026-03-04T09:00:00.000Z"}""",
            reading.Answer!.Text);
    }

    [Fact]
    public void Without_a_rule_the_bot_listens()
    {
        var account = Account;
        account.AccountId = null;
        Assert.Equal(0, Replies(Understood("iadvize_message_visitor.json", MessagesPath, account).Answer!));
    }

    [Theory]
    [InlineData("iadvize_message_operator.json", MessagesPath)]
    [InlineData("iadvize_conversation.json", "/api/webhooks/iadvize/shop/conversations?x=1")]
    public void What_the_bot_said_itself_and_an_empty_conversation_are_answered_with_nothing(string file, string path) =>
        Assert.Equal(0, Replies(Assert.IsType<WebhookReading.Answered>(Read(file, path)).Answer));

    [Fact]
    public void An_end_is_named_by_its_event()
    {
        var close = Assert.Single(Understood("iadvize_conversation_closed.json", "/api/webhooks/iadvize/shop").Messages);
        Assert.Equal(
            (MessageKind.Close, "7d1a90c4-aaaa-4bbb-8ccc-000000000003", $"iadvize~shop~{Id}"), (close.Kind, close.MessageId, close.Conversation.Key));
        Assert.Equal(new WebhookReading.Ignored("UnknownEvent"), Read("iadvize_conversation_pushed.json", "/api/webhooks/iadvize/shop"));
    }

    [Fact]
    public void Each_byte_of_the_body_counts()
    {
        var body = WebhookSamples.Body("iadvize_message_visitor.json");
        for (var place = 0; place < body.Length; place += 11)
        {
            var other = body.ToArray();
            other[place] ^= 1;
            var request = Signed(body, MessagesPath) with { Body = other };
            Assert.Equal(401, Assert.IsType<WebhookReading.Refused>(Inlet.Read(request, Account, WebhookSamples.Now)).Problem.Status);
        }
    }

    [Fact]
    public void Settings_that_cannot_work_are_named()
    {
        var account = new PlatformAccount { Platform = "iadvize", Account = "shop", AccountId = "rule", OutletAddress = new Uri("https://api.example.org") };
        Assert.Equal(["Secrets", "AccountId", "OutletAddress"], new IAdvizePlatform().Check(account).Select(error => error.Setting));
        Assert.Empty(new IAdvizePlatform().Check(Account));
    }

    internal static WebhookRequest Signed(byte[] body, string path) => WebhookSamples.Request(
        body,
        new()
        {
            ["Content-Type"] = "application/json",
            ["X-iAdvize-Signature"] = WebhookSigner.Sign(IAdvizePlatform.Scheme, Secret, null, null, body),
        }) with
    { PathAndQuery = path };

    private static IAdvizeInlet Inlet { get; } = new(WebhookSamples.Verifier);

    private static int Replies(GreetingAnswer answer) => JsonDocument.Parse(answer.Text).RootElement.GetProperty("replies").GetArrayLength();

    private static WebhookReading.Understood Understood(string file, string path, PlatformAccount? account = null) =>
        Assert.IsType<WebhookReading.Understood>(Read(file, path, account));

    private static WebhookReading Read(string file, string path, PlatformAccount? account = null) =>
        Inlet.Read(Signed(WebhookSamples.Body(file), path), account ?? Account, WebhookSamples.Now);
}
