using System.Text;
using Pipeline.Capture;
using Pipeline.Capture.Platforms.Chatwoot;
using Pipeline.Messages;

namespace Pipeline.Tests.Capture.Platforms;

public sealed class ChatwootInletTests
{
    private static readonly ChatwootInlet Inlet = new(WebhookSamples.Verifier);

    [Fact]
    public void A_customers_message_is_read_with_all_its_fields()
    {
        var message = Understood("chatwoot_message_incoming.json");
        Assert.Equal((MessageKind.Message, "41207"), (message.Kind, message.MessageId));
        Assert.Equal("Bonjour, ma facture de mars a doublé, pourquoi ?", message.Text);
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 8, 14, 2, TimeSpan.Zero), message.SentAt);
        Assert.Equal(new Sender(SenderRole.Customer, "6203", "Yanis"), message.Sender);
        Assert.Equal(
            new Conversation
            {
                Key = "chatwoot~desk~512",
                Platform = "chatwoot",
                Account = "desk",
                Id = "512",
                Brand = "boreal",
                Channel = "web",
                LanguageHint = "fr",
                EntryPage = "/facture/mars",
                CustomerId = "6203",
            },
            message.Conversation);
    }

    [Fact]
    public void The_older_form_of_dates_and_another_channel_are_read()
    {
        var message = Understood("chatwoot_message_incoming_old_date.json");
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 8, 14, 40, TimeSpan.Zero), message.SentAt);
        Assert.Equal("whatsapp", message.Conversation.Channel);
    }

    [Fact]
    public void Files_are_named_and_never_fetched()
    {
        var message = Understood("chatwoot_message_attachment.json");
        Assert.Equal("", message.Text);
        Assert.Equal(
            [new Attachment("ma facture.png", "image/*", 51200), new Attachment("location-978", null, null)], message.Attachments);
    }

    [Theory]
    [InlineData("chatwoot_message_advisor.json", SenderRole.Advisor, "Nadia")]
    [InlineData("chatwoot_message_bot.json", SenderRole.Bot, null)]
    [InlineData("chatwoot_message_template.json", SenderRole.System, null)]
    public void Who_wrote_comes_from_the_direction_and_the_sender(string file, SenderRole role, string? firstName)
    {
        var sender = Understood(file).Sender;
        Assert.Equal((role, firstName), (sender.Role, sender.FirstName));
    }

    [Theory]
    [InlineData("chatwoot_private_note.json", "PrivateNote")]
    [InlineData("chatwoot_activity.json", "Activity")]
    [InlineData("chatwoot_message_read.json", "MessageUpdated")]
    [InlineData("chatwoot_status_open.json", "StatusChanged")]
    [InlineData("chatwoot_typing_on.json", "UnknownEvent")]
    public void What_is_no_talk_is_accepted_and_dropped(string file, string reason) =>
        Assert.Equal(new WebhookReading.Ignored(reason), Read(Signed(file)));

    [Fact]
    public void A_deleted_message_is_a_deletion_at_the_time_of_the_change()
    {
        var deletion = Understood("chatwoot_message_deleted.json");
        Assert.Equal((MessageKind.Deletion, "41207", ""), (deletion.Kind, deletion.TargetMessageId, deletion.Text));
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 8, 20, 0, 500, TimeSpan.Zero), deletion.SentAt);
        Assert.NotEqual("41207", deletion.MessageId);
    }

    [Fact]
    public void An_answered_survey_is_a_rating()
    {
        var rating = Understood("chatwoot_survey_answered.json");
        Assert.Equal((MessageKind.Rating, 5, SenderRole.Customer, ""), (rating.Kind, rating.Rating, rating.Sender.Role, rating.Text));
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 8, 41, 0, 125, TimeSpan.Zero), rating.SentAt);
    }

    [Fact]
    public void A_resolved_conversation_is_a_close_that_a_repetition_makes_again()
    {
        var close = Understood("chatwoot_status_resolved.json");
        Assert.Equal(MessageKind.Close, close.Kind);
        Assert.Equal("chatwoot~desk~512", close.Conversation.Key);
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 8, 40, 0, 500, TimeSpan.Zero), close.SentAt);
        Assert.Equal(close.BusId, Understood("chatwoot_status_resolved.json").BusId);

        var ofBot = WebhookSamples.Chatwoot(Changed("chatwoot_status_resolved.json", "conversation_status_changed", "conversation_resolved"));
        Assert.Equal(close.BusId, Only(Read(ofBot)).BusId);

        var nextClose = WebhookSamples.Chatwoot(Changed("chatwoot_status_resolved.json", "1772613600.5", "1772613601.5"));
        Assert.NotEqual(close.BusId, Only(Read(nextClose)).BusId);
    }

    [Theory]
    [InlineData("\"id\": 512", "\"id\": \"512\"", "conversation.id")]
    [InlineData("\"id\": 512", "\"id\": -1", "conversation.id")]
    [InlineData("\"message_type\": \"incoming\"", "\"message_type\": \"other\"", "message_type")]
    [InlineData("\"message_type\": \"incoming\"", "\"message_type\": 0", "message_type")]
    [InlineData("\"created_at\": \"2026-03-04T08:14:02.271Z\"", "\"created_at\": \"soon\"", "created_at")]
    [InlineData("\"created_at\": \"2026-03-04T08:14:02.271Z\"", "\"created_at\": 1e40", "created_at")]
    [InlineData("\"content\": \"Bonjour, ma facture de mars a doublé, pourquoi ?\"", "\"content\": {}", "content")]
    [InlineData("\"private\": false", "\"private\": \"no\"", "private")]
    [InlineData("\"event\"", "\"evnt\"", "event")]
    public void A_wrong_shape_names_the_field(string from, string to, string field)
    {
        var problem = Refused(Read(WebhookSamples.Chatwoot(Changed("chatwoot_message_incoming.json", from, to))));
        Assert.Equal((400, "shape-invalid", field), (problem.Status, problem.Code, problem.Field));
    }

    [Fact]
    public void A_webhook_of_another_account_is_not_taken_for_ours()
    {
        var account = WebhookSamples.ChatwootAccount();
        account.AccountId = "4";
        Assert.Equal("account.id", Refused(Read(Signed("chatwoot_message_incoming.json"), account)).Field);
        account.AccountId = "3";
        Assert.IsType<WebhookReading.Understood>(Read(Signed("chatwoot_message_incoming.json"), account));
    }

    [Fact]
    public void A_wrong_signature_is_refused()
    {
        var request = WebhookSamples.Chatwoot(WebhookSamples.Body("chatwoot_message_incoming.json"), "another-secret");
        Assert.Equal("signature-invalid", Refused(Read(request)).Code);
        Assert.Equal("X-Chatwoot-Signature", Refused(Read(Unsigned(null))).Field);
    }

    [Fact]
    public void An_unsigned_webhook_needs_a_token_of_the_account()
    {
        var account = WebhookSamples.ChatwootAccount();
        account.Secrets.Clear();
        account.Tokens.Add("old-token");
        account.Tokens.Add("new-token");
        Assert.IsType<WebhookReading.Understood>(Read(Unsigned("old-token"), account));
        Assert.IsType<WebhookReading.Understood>(Read(Unsigned("new-token"), account));
        Assert.Equal((401, "token-missing", "token"), Told(Read(Unsigned(null), account)));
        Assert.Equal((401, "token-missing", "token"), Told(Read(Unsigned(""), account)));
        Assert.Equal((401, "token-invalid", "token"), Told(Read(Unsigned("new-toke"), account)));
        Assert.Equal((401, "token-invalid", "token"), Told(Read(Unsigned("new-token "), account)));
    }

    [Fact]
    public void With_a_secret_and_a_token_both_are_demanded()
    {
        var account = WebhookSamples.ChatwootAccount();
        account.Tokens.Add("token");
        var signed = Signed("chatwoot_message_incoming.json");
        Assert.Equal("signature-missing", Refused(Read(Unsigned("token"), account)).Code);
        Assert.Equal("token-missing", Refused(Read(signed, account)).Code);
        Assert.IsType<WebhookReading.Understood>(Read(signed with { Query = _ => "token" }, account));
    }

    [Fact]
    public void With_neither_a_secret_nor_a_token_nothing_passes()
    {
        var account = WebhookSamples.ChatwootAccount();
        account.Secrets.Clear();
        Assert.Equal("signature-missing", Refused(Read(Unsigned("token"), account)).Code);
        Assert.Equal("signature-invalid", Refused(Read(Signed("chatwoot_message_incoming.json"), account)).Code);
    }

    private static (int Status, string Code, string? Field) Told(WebhookReading reading) =>
        (Refused(reading).Status, Refused(reading).Code, Refused(reading).Field);

    private static byte[] Changed(string file, string from, string to)
    {
        var text = Encoding.UTF8.GetString(WebhookSamples.Body(file));
        Assert.Contains(from, text, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
    }

    private static WebhookRequest Signed(string file) => WebhookSamples.Chatwoot(WebhookSamples.Body(file));

    private static WebhookRequest Unsigned(string? token) =>
        WebhookSamples.Request(WebhookSamples.Body("chatwoot_message_incoming.json"), [], token);

    private static WebhookReading Read(WebhookRequest request, PlatformAccount? account = null) =>
        Inlet.Read(request, account ?? WebhookSamples.ChatwootAccount(), WebhookSamples.Now);

    private static MessageCaptured Understood(string file) => Only(Read(Signed(file)));

    private static MessageCaptured Only(WebhookReading reading) => Assert.Single(Assert.IsType<WebhookReading.Understood>(reading).Messages);

    private static WebhookProblem Refused(WebhookReading reading) => Assert.IsType<WebhookReading.Refused>(reading).Problem;
}
