using Pipeline.Capture;
using Pipeline.Capture.Platforms.Zendesk;
using Pipeline.Messages;

namespace Pipeline.Tests.Capture.Platforms;

public sealed class ZendeskInletTests
{
    private static readonly Conversation Ticket = new()
    {
        Key = ConversationKeys.Conversation("zendesk", "tickets", "7342"),
        Platform = "zendesk",
        Account = "tickets",
        Id = "7342",
        Brand = "boreal",
        Channel = "web",
        LanguageHint = "fr",
        CustomerId = "8300000000117",
    };

    [Fact]
    public void A_requesters_comment_is_a_customers_message() => AssertMessage(
        "zendesk_comment_customer.json",
        new()
        {
            Conversation = Ticket,
            MessageId = "8300000005501",
            Kind = MessageKind.Message,
            Sender = new(SenderRole.Customer, "8300000000117", "Yanis"),
            SentAt = new(2026, 3, 4, 8, 14, 2, 271, TimeSpan.Zero),
            Text = "Bonjour, ma facture de mars a doublé, pourquoi ?",
        });

    [Fact]
    public void A_public_comment_of_staff_is_an_advisors_message() => AssertMessage(
        "zendesk_comment_agent.json",
        new()
        {
            Conversation = Ticket,
            MessageId = "8300000005502",
            Kind = MessageKind.Message,
            Sender = new(SenderRole.Advisor, "8300000000088", "Nadia"),
            SentAt = new(2026, 3, 4, 8, 15, 10, TimeSpan.Zero),
            Text = "Bonjour Yanis, je regarde.",
        });

    [Fact]
    public void A_solved_ticket_is_a_close() => AssertMessage(
        "zendesk_status_solved.json",
        new()
        {
            Conversation = Ticket,
            MessageId = "ticket:solved:20260304T0840000000000",
            Kind = MessageKind.Close,
            Sender = new(SenderRole.Unknown),
            SentAt = new(2026, 3, 4, 8, 40, 0, TimeSpan.Zero),
        });

    [Fact]
    public void A_solved_ticket_that_is_closed_for_good_tells_nothing_new() =>
        Assert.Equal(new WebhookReading.Ignored("StatusChanged"), ZendeskSamples.Read("zendesk_status_closed.json"));

    [Fact]
    public void A_ticket_closed_without_being_solved_is_a_close() => Assert.Equal(
        MessageKind.Close, Message(ZendeskSamples.Read("zendesk_status_closed.json", "\"previous\": \"SOLVED\"", "\"previous\": \"OPEN\"")).Kind);

    [Fact]
    public void A_ticket_that_is_pending_is_not_closed() => Assert.Equal(
        new WebhookReading.Ignored("StatusChanged"),
        ZendeskSamples.Read("zendesk_status_solved.json", "\"current\": \"SOLVED\"", "\"current\": \"PENDING\""));

    [Theory]
    [InlineData("\"is_public\": false", "\"is_public\": false")]
    [InlineData("\"is_public\": false", "\"is_public\": null")]
    [InlineData("\"is_public\": false", "\"is_open\": true")]
    public void A_comment_that_does_not_say_it_is_public_is_dropped(string from, string to) =>
        Assert.Equal(new WebhookReading.Ignored("PrivateNote"), ZendeskSamples.Read("zendesk_comment_internal.json", from, to));

    [Fact]
    public void A_comment_without_text_and_an_unknown_event_are_dropped()
    {
        Assert.Equal(
            new WebhookReading.Ignored("NoContent"),
            ZendeskSamples.Read("zendesk_comment_customer.json", "Bonjour, ma facture de mars a doublé, pourquoi ?", " "));
        Assert.Equal(
            new WebhookReading.Ignored("UnknownEvent"), ZendeskSamples.Read("zendesk_comment_customer.json", "comment_added", "tags_changed"));
    }

    [Fact]
    public void A_redelivery_has_the_same_ids()
    {
        foreach (var file in new[] { "zendesk_comment_customer.json", "zendesk_status_solved.json" })
        {
            Assert.Equal(Message(ZendeskSamples.Read(file)).BusId, Message(ZendeskSamples.Read(file)).BusId);
        }
    }

    [Fact]
    public void A_program_with_an_agents_access_is_a_bot_where_the_settings_say_so()
    {
        var account = ZendeskSamples.Account();
        account.Participants["8300000000088"] = "bot";
        var reading = new ZendeskInlet(WebhookSamples.Verifier).Read(
            ZendeskSamples.Sign(WebhookSamples.Body("zendesk_comment_agent.json")), account, WebhookSamples.Now);
        Assert.Equal(new Sender(SenderRole.Bot, "8300000000088"), Message(reading).Sender);
    }

    [Theory]
    [InlineData("email", "email")]
    [InlineData("whatsapp", "whatsapp")]
    [InlineData("api", "house")]
    public void The_channel_is_the_tickets_or_the_accounts(string via, string expected) => Assert.Equal(
        expected, Message(ZendeskSamples.Read("zendesk_comment_customer.json", "native_messaging", via)).Conversation.Channel);

    [Theory]
    [InlineData("\"id\": \"7342\"", "\"id\": \"7342/../1\"", "detail.id")]
    [InlineData("\"id\": \"8300000005501\"", "\"id\": null", "event.comment.id")]
    [InlineData("\"time\": \"2026-03-04T08:14:02.271000000Z\"", "\"time\": \"yesterday\"", "time")]
    [InlineData("\"comment\": {", "\"remark\": {", "event.comment")]
    [InlineData("\"detail\": {", "\"details\": {", "detail")]
    public void What_cannot_be_read_is_refused_with_its_path(string from, string to, string field)
    {
        var refused = Assert.IsType<WebhookReading.Refused>(ZendeskSamples.Read("zendesk_comment_customer.json", from, to));
        Assert.Equal((400, field), (refused.Problem.Status, refused.Problem.Field));
    }

    [Fact]
    public void Another_accounts_webhook_is_refused()
    {
        var account = ZendeskSamples.Account();
        account.AccountId = "1";
        var reading = new ZendeskInlet(WebhookSamples.Verifier).Read(
            ZendeskSamples.Sign(WebhookSamples.Body("zendesk_comment_customer.json")), account, WebhookSamples.Now);
        Assert.Equal("account_id", Assert.IsType<WebhookReading.Refused>(reading).Problem.Field);
    }

    [Fact]
    public void An_unsigned_webhook_and_one_signed_otherwise_are_refused()
    {
        var inlet = new ZendeskInlet(WebhookSamples.Verifier);
        var body = WebhookSamples.Body("zendesk_comment_customer.json");
        Assert.Equal("signature-missing", Code(inlet.Read(WebhookSamples.Request(body, []), ZendeskSamples.Account(), WebhookSamples.Now)));

        var account = ZendeskSamples.Account();
        account.Secrets[0] = "another-secret";
        Assert.Equal("signature-invalid", Code(inlet.Read(ZendeskSamples.Sign(body), account, WebhookSamples.Now)));
        account.Secrets.Add(ZendeskSamples.Secret);
        Assert.IsType<WebhookReading.Understood>(inlet.Read(ZendeskSamples.Sign(body), account, WebhookSamples.Now));
    }

    [Fact]
    public void Settings_that_cannot_work_are_named()
    {
        var account = ZendeskSamples.Account();
        Assert.Empty(new ZendeskPlatform().Check(account));
        account.OutletAddress = new Uri("https://boreal.example.org/");
        Assert.Empty(new ZendeskPlatform().Check(account));

        account.Secrets.Clear();
        account.Tokens.Add("token");
        account.OutletUser = "desk@example.org:x";
        account.HistoryAddress = account.OutletAddress;
        account.Teams["billing"] = "9/../1";
        account.Agents["a-nadia"] = "";
        Assert.Equal(
            ["Secrets", "Tokens", "OutletUser", "HistoryAddress", "Teams:billing", "Agents:a-nadia"],
            new ZendeskPlatform().Check(account).Select(error => error.Setting));
    }

    private static string Code(WebhookReading reading) => Assert.IsType<WebhookReading.Refused>(reading).Problem.Code;

    private static MessageCaptured Message(WebhookReading reading) =>
        Assert.Single(Assert.IsType<WebhookReading.Understood>(reading).Messages);

    private static void AssertMessage(string file, MessageCaptured expected) => Assert.Equivalent(expected, Message(ZendeskSamples.Read(file)), strict: true);
}
