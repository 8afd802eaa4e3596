using System.Globalization;
using System.Text;
using Pipeline.Capture;
using Pipeline.Capture.Platforms.Slack;
using Pipeline.Capture.Signatures;
using Pipeline.Messages;

namespace Pipeline.Tests.Capture.Platforms;

public sealed class SlackInletTests
{
    private const string Secret = "a-signing-secret-of-the-slack-tests";
    private static readonly SlackInlet Inlet = new(WebhookSamples.Verifier);

    [Fact]
    public void A_message_that_begins_a_thread_is_read_with_all_its_fields()
    {
        var message = Understood("slack_message.json");
        Assert.Equal((MessageKind.Message, "1772612042.271009"), (message.Kind, message.MessageId));
        Assert.Equal("Bonjour @U0NADIA, ma facture a doublé & je veux comprendre : la facture", message.Text);
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 8, 14, 2, TimeSpan.Zero).AddTicks(2_710_090), message.SentAt);
        Assert.Equal(new Sender(SenderRole.Customer, "U0YANIS"), message.Sender);
        Assert.Equal([new Attachment("facture.pdf", "application/pdf", 51200), new Attachment("file-F0CD", null, null)], message.Attachments);
        Assert.Equal(
            new Conversation
            {
                Key = "slack~team~C0CLIENTS:1772612042.271009",
                Platform = "slack",
                Account = "team",
                Id = "C0CLIENTS:1772612042.271009",
                Brand = "lumo",
                Channel = "slack",
                LanguageHint = "fr",
                CustomerId = "U0YANIS",
            },
            message.Conversation);
    }

    [Fact]
    public void An_answer_in_the_thread_is_of_the_same_conversation_and_its_role_comes_from_the_settings()
    {
        var answer = Understood("slack_thread_reply.json");
        Assert.Equal("slack~team~C0CLIENTS:1772612042.271009", answer.Conversation.Key);
        Assert.Equal(SenderRole.Advisor, answer.Sender.Role);
        Assert.Null(answer.Conversation.CustomerId);
    }

    [Fact]
    public void A_direct_conversation_is_one_conversation() => Assert.Equal(
        "slack~team~D0DIRECT", Only(Read(Changed("slack_thread_reply.json", "C0CLIENTS", "D0DIRECT"))).Conversation.Key);

    [Fact]
    public void An_edit_names_its_target_and_is_the_same_when_it_comes_again()
    {
        var edit = Understood("slack_message_changed.json");
        Assert.Equal((MessageKind.Edit, "1772612042.271009", "Ma facture de mars a doublé."), (edit.Kind, edit.TargetMessageId, edit.Text));
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 8, 15, 0, TimeSpan.Zero), edit.SentAt);
        Assert.Equal("slack~team~C0CLIENTS:1772612042.271009", edit.Conversation.Key);
        Assert.Equal(edit.BusId, Understood("slack_message_changed.json").BusId);
        Assert.NotEqual(edit.MessageId, edit.TargetMessageId);
    }

    [Fact]
    public void A_link_that_unfolds_is_no_edit() => Assert.Equal(
        new WebhookReading.Ignored("MessageUpdated"),
        Read(Changed("slack_message_changed.json", "Ma facture a doublé.", "Ma facture de mars a doublé.")));

    [Fact]
    public void A_deletion_names_its_target_in_its_thread()
    {
        var deletion = Understood("slack_message_deleted.json");
        Assert.Equal((MessageKind.Deletion, "1772612080.000200", ""), (deletion.Kind, deletion.TargetMessageId, deletion.Text));
        Assert.Equal("slack~team~C0CLIENTS:1772612042.271009", deletion.Conversation.Key);
    }

    [Fact]
    public void The_tombstone_of_a_message_with_answers_is_a_deletion()
    {
        var deletion = Only(Read(Changed("slack_message_changed.json", "\"edited\"", "\"subtype\": \"tombstone\", \"edited\"")));
        Assert.Equal((MessageKind.Deletion, "1772612042.271009"), (deletion.Kind, deletion.TargetMessageId));
    }

    [Theory]
    [InlineData("A0OURS\",\n    \"text\"", "A0OURS\",\n    \"text\"", "OwnMessage")]
    [InlineData("A0OURS\",\n    \"text\"", "A0OTHER\",\n    \"text\"", "BotMessage")]
    [InlineData("\"bot_id\": \"B0OURS\",", "\"subtype\": \"bot_message\",", "BotMessage")]
    public void What_bots_say_is_dropped_our_own_among_it(string from, string to, string reason) =>
        Assert.Equal(new WebhookReading.Ignored(reason), Read(Changed("slack_bot_message.json", from, to)));

    [Fact]
    public void What_is_said_in_the_advisors_channel_is_dropped()
    {
        var account = Account();
        account.AccountId = "C0CLIENTS";
        account.OutletAddress = new Uri("https://slack.example/api/");
        Assert.Equal(new WebhookReading.Ignored("AdvisorsChannel"), Inlet.Read(Signed(WebhookSamples.Body("slack_message.json")), account, WebhookSamples.Now));
    }

    [Theory]
    [InlineData("""{"type":"app_rate_limited","team_id":"T0","minute_rate_limited":1772612040,"api_app_id":"A0"}""", "AppRateLimited")]
    [InlineData("""{"type":"event_callback","event":{"type":"reaction_added"}}""", "UnknownEvent")]
    [InlineData("""{"type":"event_callback","event":{"type":"message","subtype":"channel_join","channel":"C0","ts":"1772612040.000000"}}""", "Activity")]
    [InlineData("""{"type":"event_callback","event":{"type":"message","user":"U0","text":" ","channel":"C0","ts":"1772612040.000000"}}""", "NoContent")]
    [InlineData("""{"type":"something"}""", "UnknownEvent")]
    public void What_is_no_talk_is_accepted_and_dropped(string body, string reason) =>
        Assert.Equal(new WebhookReading.Ignored(reason), Read(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void The_handshake_is_answered_when_it_is_signed()
    {
        var body = """{"token":"not-used","challenge":"c-4711","type":"url_verification"}"""u8.ToArray();
        Assert.Equal(new WebhookReading.Answered(new("c-4711", "text/plain")), Read(body));
        Assert.Equal("signature-invalid", Refused(Inlet.Read(Signed(body, "another"), Account(), WebhookSamples.Now)).Code);
    }

    [Theory]
    [InlineData("\"ts\": \"1772612042.271009\"", "\"ts\": \"1772612042\"", "event.ts")]
    [InlineData("\"ts\": \"1772612042.271009\"", "\"ts\": \"-772612042.271009\"", "event.ts")]
    [InlineData("\"channel\": \"C0CLIENTS\"", "\"channel\": {}", "event.channel")]
    [InlineData("\"type\": \"event_callback\"", "\"type\": 4", "type")]
    public void A_wrong_shape_names_the_field(string from, string to, string field)
    {
        var problem = Refused(Read(Changed("slack_message.json", from, to)));
        Assert.Equal((400, "shape-invalid", field), (problem.Status, problem.Code, problem.Field));
    }

    [Fact]
    public void A_webhook_older_than_five_minutes_is_refused() => Assert.Equal(
        "timestamp-stale",
        Refused(Inlet.Read(Signed(WebhookSamples.Body("slack_message.json")), Account(), WebhookSamples.Now.AddSeconds(301))).Code);

    private static PlatformAccount Account() => new()
    {
        Platform = "slack",
        Account = "team",
        Brand = "lumo",
        Channel = "slack",
        LanguageHint = "fr",
        Secrets = { Secret },
        Agents = { ["a-nadia"] = "U0NADIA" },
    };

    private static byte[] Changed(string file, string from, string to)
    {
        var text = Encoding.UTF8.GetString(WebhookSamples.Body(file));
        Assert.Contains(from, text, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
    }

    private static WebhookRequest Signed(byte[] body, string secret = Secret)
    {
        var timestamp = WebhookSamples.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return WebhookSamples.Request(body, new()
        {
            ["Content-Type"] = "application/json",
            ["X-Slack-Request-Timestamp"] = timestamp,
            ["X-Slack-Signature"] = WebhookSigner.Sign(SlackPlatform.Scheme, secret, null, timestamp, body),
        });
    }

    private static WebhookReading Read(byte[] body) => Inlet.Read(Signed(body), Account(), WebhookSamples.Now);

    private static MessageCaptured Understood(string file) => Only(Read(WebhookSamples.Body(file)));

    private static MessageCaptured Only(WebhookReading reading) => Assert.Single(Assert.IsType<WebhookReading.Understood>(reading).Messages);

    private static WebhookProblem Refused(WebhookReading reading) => Assert.IsType<WebhookReading.Refused>(reading).Problem;
}
