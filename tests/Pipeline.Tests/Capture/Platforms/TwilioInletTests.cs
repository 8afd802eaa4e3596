using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Capture;
using Pipeline.Capture.Platforms.Twilio;
using Pipeline.Messages;
using Pipeline.Tests.Flow;

namespace Pipeline.Tests.Capture.Platforms;

public sealed class TwilioInletTests
{
    private const string Secret = "an-auth-token-of-the-twilio-tests";
    private const string Address = "https://pipeline.example.org/api/webhooks/twilio/shop";
    private static readonly TwilioInlet Inlet = new();

    [Theory]
    [InlineData("https://mycompany.com/myapp.php", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://mycompany.com/myapp.php", "kvajT1Ptam85bY51eRf/AJRuM3w=")]
    [InlineData("http://mycompany.com/myapp.php", "0ZXoZLH/DfblKGATFgpif+LLRf4=")]
    [InlineData("https://mycompany.com:1234/myapp.php", "CYn1h0gLBdNxDGkKJg6hYohgeD8=")]
    public void A_published_signature_verifies(string address, string signature)
    {
        var account = new PlatformAccount { Platform = "twilio", Account = "shop", PublicAddress = new Uri(address), Secrets = { "12345" } };
        var body = "CallSid=CA1234567890ABCDE&From=%2B14158675309&Digits=1234&To=%2B18005551212&Caller=%2B14158675309";

        // It verifies, and is no event of a conversation.
        Assert.Equal("EventType", Refused(Inlet.Read(Request(body, signature, "?foo=1&bar=2"), account, WebhookSamples.Now)).Field);
        Assert.Equal("signature-invalid", Refused(Inlet.Read(Request(body, signature, "?foo=1&bar=3"), account, WebhookSamples.Now)).Code);
        Assert.Equal("signature-invalid", Refused(Inlet.Read(Request(body + "&x=1", signature, "?foo=1&bar=2"), account, WebhookSamples.Now)).Code);
    }

    [Fact]
    public void A_message_is_read_with_all_its_fields()
    {
        var message = Only(Read(Form(Added())));
        Assert.Equal((MessageKind.Message, "IM01", "Bonjour, ma facture de mars a doublé, pourquoi ?"), (message.Kind, message.MessageId, message.Text));
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 8, 14, 2, 271, TimeSpan.Zero), message.SentAt);
        Assert.Equal(new Sender(SenderRole.Customer, "whatsapp:+15550195012"), message.Sender);
        Assert.Equal([new Attachment("facture.pdf", "application/pdf", 51200), new Attachment("file-ME02", null, null)], message.Attachments);
        Assert.Equal("twilio~shop~CH01", message.Conversation.Key);
        Assert.Equal("whatsapp:+15550195012", message.Conversation.CustomerId);
    }

    [Fact]
    public void A_repetition_has_the_same_id() => Assert.Equal(
        Only(Read(Form(Added()))).BusId, Only(Read(Form(With(Added(), "RetryCount", "2")))).BusId);

    [Theory]
    [InlineData("SDK", "nadia", SenderRole.Advisor)]
    [InlineData("SDK", "yanis", SenderRole.Customer)]
    [InlineData("API", "system", SenderRole.Bot)]
    [InlineData("API", "nadia", SenderRole.Advisor)]
    [InlineData("SMS", "+15550195012", SenderRole.Customer)]
    public void Who_wrote_comes_from_the_source_and_the_settings(string source, string author, SenderRole role) =>
        Assert.Equal(role, Only(Read(Form(With(With(Added(), "Source", source), "Author", author)))).Sender.Role);

    [Fact]
    public void Edits_and_removals_name_their_target()
    {
        var edit = Only(Read(Form(With(With(Added(), "EventType", "onMessageUpdated"), "DateUpdated", "2026-03-04T08:15:00.000Z"))));
        Assert.Equal((MessageKind.Edit, "IM01"), (edit.Kind, edit.TargetMessageId));
        var removal = Only(Read(Form(With(With(Added(), "EventType", "onMessageRemoved"), "DateRemoved", "2026-03-04T08:16:00.000Z"))));
        Assert.Equal((MessageKind.Deletion, "IM01", ""), (removal.Kind, removal.TargetMessageId, removal.Text));
    }

    [Theory]
    [InlineData("onConversationStateUpdated", "inactive", "StatusChanged")]
    [InlineData("onParticipantAdded", "", "UnknownEvent")]
    public void What_is_no_talk_is_accepted_and_dropped(string type, string state, string reason) =>
        Assert.Equal(new WebhookReading.Ignored(reason), Read(Form(With(With(Added(), "EventType", type), "StateTo", state))));

    [Fact]
    public void A_closed_conversation_is_a_close()
    {
        var close = Only(Read(Form(new()
        {
            ["EventType"] = "onConversationStateUpdated",
            ["ConversationSid"] = "CH01",
            ["StateFrom"] = "active",
            ["StateTo"] = "closed",
            ["StateUpdated"] = "2026-03-04T08:40:00.000Z",
        })));
        Assert.Equal((MessageKind.Close, "twilio~shop~CH01"), (close.Kind, close.Conversation.Key));
    }

    [Fact]
    public void JSON_is_signed_by_the_digest_of_its_body()
    {
        var body = """{"EventType":"onMessageAdded","ConversationSid":"CH01","MessageSid":"IM02","Author":"yanis","Source":"SDK","Body":"Bonjour","DateCreated":"2026-03-04T08:14:02Z"}""";
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        var query = "?bodySHA256=" + digest;
        var signature = TwilioSignature.Sign(Secret, Address + query, []);
        Assert.Equal("IM02", Only(Read(Request(body, signature, query, "application/json", digest))).MessageId);
        Assert.Equal("body-digest-invalid", Refused(Read(Request(body + " ", signature, query, "application/json", digest))).Code);
        Assert.Equal("body-digest-invalid", Refused(Read(Request(body, signature, "", "application/json"))).Code);
    }

    [Theory]
    [InlineData("a=1&a=2")]
    [InlineData("a=%zz")]
    [InlineData("a=%4")]
    [InlineData("a=%ff")]
    [InlineData("=1")]
    public void What_is_no_form_is_refused(string body) => Assert.Equal("form-invalid", Refused(Read(Request(body, "x", ""))).Code);

    [Fact]
    public void Fields_without_end_are_no_form() => Assert.Equal(
        "form-invalid", Refused(Read(Request(string.Join('&', Enumerable.Range(0, 201).Select(number => $"f{number}=")), "x", ""))).Code);

    [Theory]
    [InlineData("Media", "[", "Media")]
    [InlineData("Media", "[1]", "Media[0]")]
    [InlineData("DateCreated", "soon", "DateCreated")]
    [InlineData("ConversationSid", "", "ConversationSid")]
    public void A_wrong_shape_names_the_field(string name, string value, string field) =>
        Assert.Equal(field, Refused(Read(Form(With(Added(), name, value)))).Field);

    [Fact]
    public async Task A_customers_message_becomes_notes_in_the_advisors_channel_of_Slack()
    {
        await using var slack = await FakeSlack.StartAsync();
        var account = Account();
        account.OutletThrough = "slack/desk";
        await using var path = await WholePath.StartAsync(more: services => services.Configure<PlatformOptions>(options =>
        {
            options.Accounts.Add(account);
            options.Accounts.Add(SlackPathTests.Desk(slack));
        }));
        path.Clock.Set(new DateTimeOffset(2026, 3, 4, 8, 14, 5, TimeSpan.Zero));
        await PostAsync();
        Assert.Contains(slack.Posted, post => post.Text.Contains("*Suggestions de réponse*", StringComparison.Ordinal));

        var before = slack.Posted.Count;
        path.ForgetIds();
        await PostAsync();
        Assert.Equal(before, slack.Posted.Count);
        Assert.Empty(path.DeadLetters);

        async Task PostAsync()
        {
            await path.Service<WebhookCapture>().ReceiveAsync("twilio", "shop", Form(Added()), TestContext.Current.CancellationToken);
            await path.DrainAsync();
        }
    }

    private static Dictionary<string, string> Added() => new()
    {
        ["EventType"] = "onMessageAdded",
        ["AccountSid"] = "AC01",
        ["ConversationSid"] = "CH01",
        ["MessageSid"] = "IM01",
        ["Author"] = "whatsapp:+15550195012",
        ["Source"] = "WHATSAPP",
        ["Body"] = "Bonjour, ma facture de mars a doublé, pourquoi ?",
        ["DateCreated"] = "2026-03-04T08:14:02.271Z",
        ["Media"] = """[{"Sid":"ME01","Filename":"facture.pdf","ContentType":"application/pdf","Size":51200},{"Sid":"ME02"}]""",
        ["RetryCount"] = "0",
    };

    private static Dictionary<string, string> With(Dictionary<string, string> fields, string name, string value) => new(fields) { [name] = value };

    private static PlatformAccount Account() => new()
    {
        Platform = "twilio",
        Account = "shop",
        Brand = "lumo",
        Channel = "whatsapp",
        LanguageHint = "fr",
        PublicAddress = new Uri(Address),
        Secrets = { "an-older-token", Secret },
        Agents = { ["a-nadia"] = "nadia" },
    };

    private static WebhookRequest Form(Dictionary<string, string> fields) => Request(
        string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value).Replace("%20", "+", StringComparison.Ordinal)}")),
        TwilioSignature.Sign(Secret, Address, fields),
        "");

    private static WebhookRequest Request(
        string body, string signature, string query, string type = "application/x-www-form-urlencoded; charset=utf-8", string? digest = null) =>
        WebhookSamples.Request(Encoding.UTF8.GetBytes(body), new() { ["Content-Type"] = type, ["X-Twilio-Signature"] = signature }) with
        {
            PathAndQuery = "/inside/another/path" + query,
            Query = name => name == "bodySHA256" ? digest : null,
        };

    private static WebhookReading Read(WebhookRequest request) => Inlet.Read(request, Account(), WebhookSamples.Now);

    private static MessageCaptured Only(WebhookReading reading) => Assert.Single(Assert.IsType<WebhookReading.Understood>(reading).Messages);

    private static WebhookProblem Refused(WebhookReading reading) => Assert.IsType<WebhookReading.Refused>(reading).Problem;
}
