using Pipeline.Capture;
using Pipeline.Capture.Platforms.Sunshine;
using Pipeline.Messages;

namespace Pipeline.Tests.Capture.Platforms;

public sealed class SunshineInletTests
{
    private const string Secret = "a-secret-of-the-sunshine-tests";
    private const string First = "6a00000000000000000000d1";

    private static readonly Conversation Talk = new()
    {
        Key = ConversationKeys.Conversation("sunshine", "app", "6a00000000000000000000c1"),
        Platform = "sunshine",
        Account = "app",
        Id = "6a00000000000000000000c1",
        Brand = "boreal",
        Channel = "web",
        LanguageHint = "fr",
        CustomerId = "6a00000000000000000000b1",
    };

    private static readonly Sender Customer = new(SenderRole.Customer, "6a00000000000000000000b1", "Yanis");

    [Fact]
    public void Every_message_of_a_webhook_is_read_and_what_else_it_tells_is_passed_over() => AssertMessages(
        Read("sunshine_messages.json"),
        new()
        {
            Conversation = Talk,
            MessageId = First,
            Kind = MessageKind.Message,
            Sender = Customer,
            SentAt = new(2026, 3, 4, 8, 14, 2, 271, TimeSpan.Zero),
            Text = "Bonjour, ma facture de mars a doublé, pourquoi ?",
        },
        new()
        {
            Conversation = Talk with { CustomerId = null },
            MessageId = "6a00000000000000000000d2",
            Kind = MessageKind.Message,
            Sender = new(SenderRole.Advisor, "6a00000000000000000000b2", "Nadia"),
            SentAt = new(2026, 3, 4, 8, 15, 10, TimeSpan.Zero),
            Text = "Bonjour Yanis, je regarde.",
        });

    [Fact]
    public void An_image_is_its_kind_and_size() => AssertMessages(
        Read("sunshine_image.json"),
        new MessageCaptured
        {
            Conversation = Talk,
            MessageId = "6a00000000000000000000d3",
            Kind = MessageKind.Message,
            Sender = Customer,
            SentAt = new(2026, 3, 4, 8, 16, 0, TimeSpan.Zero),
            Attachments = [new("file-6a00000000000000000000d3", "image/png", 20480)],
        });

    [Fact]
    public void The_place_of_a_deleted_message_is_its_deletion() => AssertMessages(
        Read("sunshine_deleted.json"),
        new MessageCaptured
        {
            Conversation = Talk,
            MessageId = $"{First}:deleted:20260304T0817000000000",
            Kind = MessageKind.Deletion,
            Sender = Customer,
            SentAt = new(2026, 3, 4, 8, 17, 0, TimeSpan.Zero),
            TargetMessageId = First,
        });

    [Fact]
    public void Typing_is_dropped() => Assert.Equal(new WebhookReading.Ignored("UnknownEvent"), Read("sunshine_typing.json"));

    [Fact]
    public void A_bot_of_the_business_is_one_where_the_settings_say_so()
    {
        var account = Account();
        account.Participants["6a00000000000000000000b2"] = "bot";
        var reading = Assert.IsType<WebhookReading.Understood>(Read("sunshine_messages.json", account));
        Assert.Equal(new Sender(SenderRole.Bot, "6a00000000000000000000b2"), reading.Messages[1].Sender);
    }

    [Theory]
    [InlineData(null, "secret-missing")]
    [InlineData("", "secret-missing")]
    [InlineData("another", "secret-invalid")]
    [InlineData("a-secret-of-the-sunshine-test", "secret-invalid")]
    public void A_webhook_without_the_secret_is_refused(string? secret, string code)
    {
        var refused = Assert.IsType<WebhookReading.Refused>(Read("sunshine_messages.json", secret: secret));
        Assert.Equal((401, code, "X-API-Key"), (refused.Problem.Status, refused.Problem.Code, refused.Problem.Field));
    }

    [Fact]
    public void Either_of_two_secrets_passes()
    {
        var account = Account();
        account.Secrets.Insert(0, "the-next-secret");
        Assert.IsType<WebhookReading.Understood>(Read("sunshine_messages.json", account));
        Assert.IsType<WebhookReading.Understood>(Read("sunshine_messages.json", account, "the-next-secret"));
    }

    [Fact]
    public void Another_apps_webhook_is_refused()
    {
        var account = Account();
        account.AccountId = "6a00000000000000000000ff";
        Assert.Equal("app.id", Assert.IsType<WebhookReading.Refused>(Read("sunshine_messages.json", account)).Problem.Field);
    }

    [Fact]
    public void Settings_that_cannot_work_are_named()
    {
        Assert.Empty(new SunshinePlatform().Check(Account()));
        var account = new PlatformAccount { Tokens = { "token" }, OutletAddress = new Uri("https://boreal.example.org/") };
        Assert.Equal(["Secrets", "Tokens", "OutletAddress"], new SunshinePlatform().Check(account).Select(error => error.Setting));
    }

    private static PlatformAccount Account() => new()
    {
        Platform = "sunshine",
        Account = "app",
        Brand = "boreal",
        Channel = "house",
        LanguageHint = "fr",
        Secrets = { Secret },
    };

    private static WebhookReading Read(string file, PlatformAccount? account = null, string? secret = Secret)
    {
        var headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" };
        if (secret is not null)
        {
            headers["X-API-Key"] = secret;
        }

        return new SunshineInlet().Read(WebhookSamples.Request(WebhookSamples.Body(file), headers), account ?? Account(), WebhookSamples.Now);
    }

    private static void AssertMessages(WebhookReading reading, params MessageCaptured[] expected) =>
        Assert.Equivalent(expected, Assert.IsType<WebhookReading.Understood>(reading).Messages, strict: true);
}
