using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Capture;
using Pipeline.Capture.Platforms.Meta.Messenger;
using Pipeline.Capture.Platforms.Meta.WhatsApp;
using Pipeline.Capture.Signatures;
using Pipeline.Messages;
using Pipeline.Tests.Flow;

namespace Pipeline.Tests.Capture.Platforms;

public sealed class MetaInletTests
{
    private const string Secret = "a-secret-of-the-meta-tests";
    private static readonly WhatsAppInlet WhatsApp = new(WebhookSamples.Verifier);
    private static readonly MessengerInlet Messenger = new(WebhookSamples.Verifier);

    [Fact]
    public void Messages_of_WhatsApp_are_read_and_all_else_is_passed_over()
    {
        var messages = Understood(WhatsApp, Account("whatsapp"), "whatsapp_messages.json");
        Assert.Equal(["wamid.LUMO01", "wamid.LUMO02", "wamid.LUMO04", "wamid.LUMO05"], messages.Select(message => message.MessageId));
        Assert.Equal(
            ["Bonjour, ma facture de mars a doublé, pourquoi ?", "La voici", "Parler à un conseiller", "Je regarde."],
            messages.Select(message => message.Text));
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 8, 14, 2, TimeSpan.Zero), messages[0].SentAt);
        Assert.Equal(new Sender(SenderRole.Customer, "15550195012", "Yanis"), messages[0].Sender);
        Assert.Equal([new Attachment("image", "image/jpeg", null)], messages[1].Attachments);
        Assert.Equal(new Sender(SenderRole.Advisor), messages[3].Sender);
        Assert.All(messages, message => Assert.Equal("15550195012", message.Conversation.CustomerId));
        Assert.Single(messages.Select(message => message.Conversation.Key).Distinct());
    }

    [Fact]
    public void The_telephone_number_is_in_no_id_of_a_conversation()
    {
        var conversation = Understood(WhatsApp, Account("whatsapp"), "whatsapp_messages.json")[0].Conversation;
        Assert.StartsWith("777000000000001:", conversation.Id, StringComparison.Ordinal);
        Assert.DoesNotContain("15550195012", conversation.Key, StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_of_Messenger_are_read_with_the_pages_answers()
    {
        var messages = Understood(Messenger, Account("messenger"), "messenger_messages.json");
        Assert.Equal(["m_LUMO01", "m_LUMO02", "m_LUMO03"], messages.Select(message => message.MessageId));
        Assert.Equal([SenderRole.Customer, SenderRole.Advisor, SenderRole.Customer], messages.Select(message => message.Sender.Role));
        Assert.Equal("Parler à un conseiller", messages[2].Text);
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 8, 14, 2, 271, TimeSpan.Zero), messages[0].SentAt);
        Assert.Equal([new Attachment("image", "image/*", null)], messages[0].Attachments);
        Assert.All(messages, message => Assert.Equal("messenger~shop~400777:5012777", message.Conversation.Key));
    }

    [Fact]
    public void The_echo_of_our_own_app_is_dropped()
    {
        var account = Account("messenger");
        account.OutletUser = "9001";
        Assert.Equal(
            ["m_LUMO01", "m_LUMO03"], Understood(Messenger, account, "messenger_messages.json").Select(message => message.MessageId));
    }

    [Fact]
    public void Another_number_and_another_page_are_passed_over()
    {
        var account = Account("whatsapp");
        account.AccountId = "1";
        Assert.Equal(new WebhookReading.Ignored("NoMessages"), WhatsApp.Read(Signed(WebhookSamples.Body("whatsapp_messages.json")), account, WebhookSamples.Now));
        account = Account("messenger");
        account.AccountId = "1";
        Assert.Equal(new WebhookReading.Ignored("NoMessages"), Messenger.Read(Signed(WebhookSamples.Body("messenger_messages.json")), account, WebhookSamples.Now));
    }

    [Theory]
    [InlineData("\"timestamp\": \"1772612042\"", "\"timestamp\": \"soon\"", "entry[0].changes[0].value.messages[0].timestamp")]
    [InlineData("\"from\": \"15550195012\"", "\"from\": {}", "entry[0].changes[0].value.messages[0].from")]
    [InlineData("\"entry\": [", "\"entry\": 4, \"other\": [", "entry")]
    public void A_wrong_shape_names_the_field(string from, string to, string field)
    {
        var text = Encoding.UTF8.GetString(WebhookSamples.Body("whatsapp_messages.json"));
        Assert.Contains(from, text, StringComparison.Ordinal);
        var reading = WhatsApp.Read(
            Signed(Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal))), Account("whatsapp"), WebhookSamples.Now);
        Assert.Equal(field, Assert.IsType<WebhookReading.Refused>(reading).Problem.Field);
    }

    [Fact]
    public void A_wrong_signature_is_refused() => Assert.Equal(
        "signature-invalid",
        Assert.IsType<WebhookReading.Refused>(
            WhatsApp.Read(Signed(WebhookSamples.Body("whatsapp_messages.json"), "another"), Account("whatsapp"), WebhookSamples.Now)).Problem.Code);

    [Fact]
    public void The_handshake_is_answered_to_who_knows_a_token()
    {
        Assert.Equal(new WebhookReading.Answered(new("1000000001", "text/plain")), Greet("subscribe", "verify-me", "1000000001"));
        Assert.Equal(new WebhookReading.Answered(new("7", "text/plain")), Greet("subscribe", "verify-me-too", "7"));
    }

    [Theory]
    [InlineData("subscribe", "verify-m", "1", 401, "token-invalid")]
    [InlineData("subscribe", null, "1", 401, "token-missing")]
    [InlineData("unsubscribe", "verify-me", "1", 400, "mode-invalid")]
    [InlineData("subscribe", "verify-me", "<b>", 400, "challenge-invalid")]
    [InlineData("subscribe", "verify-me", null, 400, "challenge-invalid")]
    public void Another_handshake_is_refused(string mode, string? token, string? challenge, int status, string code)
    {
        var problem = Assert.IsType<WebhookReading.Refused>(Greet(mode, token, challenge)).Problem;
        Assert.Equal((status, code), (problem.Status, problem.Code));
    }

    [Fact]
    public void Settings_that_cannot_work_are_named() => Assert.Equal(
        ["Secrets", "Tokens", "OutletAddress"],
        new WhatsAppPlatform().Check(new PlatformAccount { OutletAddress = new Uri("https://example.org") }).Select(error => error.Setting));

    [Theory]
    [InlineData("whatsapp", "whatsapp_messages.json")]
    [InlineData("messenger", "messenger_messages.json")]
    public async Task A_customers_message_becomes_notes_in_the_advisors_channel_of_Slack(string platform, string file)
    {
        await using var slack = await FakeSlack.StartAsync();
        var account = Account(platform);
        account.OutletThrough = "slack/desk";
        await using var path = await WholePath.StartAsync(more: services => services.Configure<PlatformOptions>(options =>
        {
            options.Accounts.Add(account);
            options.Accounts.Add(SlackPathTests.Desk(slack));
        }));

        // The customer's first message alone: once an advisor has answered, suggestions for it come too late.
        var body = FirstAlone(WebhookSamples.Body(file));
        path.Clock.Set(new DateTimeOffset(2026, 3, 4, 8, 14, 5, TimeSpan.Zero));
        await PostAsync();
        Assert.Contains(slack.Posted, post => post.Text.Contains("*Suggestions de réponse*", StringComparison.Ordinal));
        Assert.All(slack.Posted, post => Assert.StartsWith($"{platform}/shop, lumo, ", post.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(slack.Posted, post => post.Text.Contains("15550195012", StringComparison.Ordinal));

        var before = slack.Posted.Count;
        path.ForgetIds();
        await PostAsync();
        Assert.Equal(before, slack.Posted.Count);
        Assert.Empty(path.DeadLetters);

        async Task PostAsync()
        {
            Assert.IsType<WebhookReading.Understood>(
                await path.Service<WebhookCapture>().ReceiveAsync(platform, "shop", Signed(body), TestContext.Current.CancellationToken));
            await path.DrainAsync();
        }
    }

    private static byte[] FirstAlone(byte[] body)
    {
        var root = System.Text.Json.Nodes.JsonNode.Parse(body)!;
        var entry = root["entry"]![0]!;
        var list = (entry["messaging"] ?? entry["changes"]![0]!["value"]!["messages"])!.AsArray();
        while (list.Count > 1)
        {
            list.RemoveAt(1);
        }

        entry["changes"]?.AsArray().RemoveAt(1);
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static WebhookReading Greet(string mode, string? token, string? challenge) => WhatsApp.Greet(
        new WebhookGreeting(false, _ => null, name => name switch
        {
            "hub.mode" => mode,
            "hub.verify_token" => token,
            "hub.challenge" => challenge,
            _ => null,
        }),
        Account("whatsapp"));

    private static PlatformAccount Account(string platform) => new()
    {
        Platform = platform,
        Account = "shop",
        Brand = "lumo",
        Channel = platform,
        LanguageHint = "fr",
        Secrets = { Secret },
        Tokens = { "verify-me", "verify-me-too" },
    };

    private static WebhookRequest Signed(byte[] body, string secret = Secret) => WebhookSamples.Request(body, new()
    {
        ["Content-Type"] = "application/json",
        ["X-Hub-Signature-256"] = WebhookSigner.Sign(WhatsAppPlatform.Scheme, secret, null, null, body),
    });

    private static IReadOnlyList<MessageCaptured> Understood(IPlatformInlet inlet, PlatformAccount account, string file) =>
        Assert.IsType<WebhookReading.Understood>(inlet.Read(Signed(WebhookSamples.Body(file)), account, WebhookSamples.Now)).Messages;
}
