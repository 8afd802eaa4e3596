using System.Text;
using Pipeline.Capture;
using Pipeline.Capture.Platforms.Intercom;
using Pipeline.Capture.Signatures;
using Pipeline.Messages;

namespace Pipeline.Tests.Capture.Platforms;

public sealed class IntercomInletTests
{
    internal const string Secret = "a-client-secret-of-the-intercom-tests";
    internal const string ConversationId = "301590000000042";
    private const string Customer = "66aa01f2c3d4e5f600000042";

    private static readonly DateTimeOffset Begun = new(2026, 3, 4, 8, 58, 0, TimeSpan.Zero);

    internal static PlatformAccount Account => new()
    {
        Platform = "intercom",
        Account = "shop",
        Brand = "boreal",
        Channel = "web",
        LanguageHint = "fr",
        Secrets = { "a-secret-before", Secret },
    };

    [Fact]
    public void A_conversation_that_begins_brings_its_first_message_as_text()
    {
        var message = Assert.Single(Understood("intercom_user_created.json"));
        Assert.Equal(
            ("520077001", MessageKind.Message, new Sender(SenderRole.Customer, Customer, "Yanis"), Begun, "Bonjour,\nma box clignote en rouge & rien ne marche."),
            (message.MessageId, message.Kind, message.Sender, message.SentAt, message.Text));
        Assert.Equal(
            ($"intercom~shop~{ConversationId}", "boreal", "web", "fr", Customer, "/aide"),
            (message.Conversation.Key, message.Conversation.Brand, message.Conversation.Channel, message.Conversation.LanguageHint,
                message.Conversation.CustomerId, message.Conversation.EntryPage));
    }

    [Fact]
    public void Replies_come_with_who_wrote_them_and_what_came_with_them()
    {
        var said = Assert.Single(Understood("intercom_user_replied.json"));
        Assert.Equal(
            ("30159000042", SenderRole.Customer, Begun.AddSeconds(20), "Elle clignote depuis ce matin\nvoyant rouge\nplus d'internet"),
            (said.MessageId, said.Sender.Role, said.SentAt, said.Text));
        Assert.Equal(new Attachment("voyant.jpg", "image/jpeg", 51200), Assert.Single(said.Attachments));

        var answer = Assert.Single(Understood("intercom_admin_replied.json"));
        Assert.Equal((new Sender(SenderRole.Advisor, "814860", "Inès"), Customer), (answer.Sender, answer.Conversation.CustomerId));
        Assert.Equal(
            SenderRole.Bot,
            Assert.Single(Understood(Text("intercom_admin_replied.json").Replace("\"is_ai_answer\": false", "\"is_ai_answer\": true", StringComparison.Ordinal), true)).Sender.Role);
    }

    [Fact]
    public void The_end_and_the_rating_are_named_by_when_they_were()
    {
        var close = Assert.Single(Understood("intercom_admin_closed.json"));
        Assert.Equal(
            (MessageKind.Close, Begun.AddSeconds(60), "conversation:closed:20260304T0859000000000"), (close.Kind, close.SentAt, close.MessageId));
        var rating = Assert.Single(Understood("intercom_rating_added.json"));
        Assert.Equal((MessageKind.Rating, 4, Begun.AddSeconds(90)), (rating.Kind, rating.Rating, rating.SentAt));
    }

    [Theory]
    [InlineData("intercom_ping.json", "Ping")]
    [InlineData("intercom_admin_noted.json", "PrivateNote")]
    public void What_is_no_talk_is_dropped(string file, string reason) =>
        Assert.Equal(new WebhookReading.Ignored(reason), Read(Text(file)));

    [Fact]
    public void Each_byte_of_the_body_counts()
    {
        var body = WebhookSamples.Body("intercom_user_replied.json");
        var signed = WebhookSigner.Sign(IntercomPlatform.Scheme, Secret, null, null, body);
        for (var place = 0; place < body.Length; place += 97)
        {
            var other = body.ToArray();
            other[place] ^= 1;
            Assert.Equal("signature-invalid", Assert.IsType<WebhookReading.Refused>(Inlet.Read(Request(other, signed), Account, WebhookSamples.Now)).Problem.Code);
        }

        Assert.IsType<WebhookReading.Understood>(Inlet.Read(Request(body, signed), Account, WebhookSamples.Now));
    }

    [Fact]
    public void Settings_that_cannot_work_are_named()
    {
        var account = new PlatformAccount { Platform = "intercom", Account = "shop", OutletAddress = new Uri("https://api.intercom.io"), OutletSecret = "t" };
        account.Teams["billing"] = "../admins";
        account.Agents["a-nadia"] = "nadia";
        Assert.Equal(["Secrets", "OutletUser", "Teams:billing", "Agents:a-nadia"], new IntercomPlatform().Check(account).Select(error => error.Setting));
        Assert.Empty(new IntercomPlatform().Check(Account));
    }

    internal static WebhookRequest Signed(byte[] body) => Request(body, WebhookSigner.Sign(IntercomPlatform.Scheme, Secret, null, null, body));

    private static IntercomInlet Inlet { get; } = new(WebhookSamples.Verifier);

    private static string Text(string file) => Encoding.UTF8.GetString(WebhookSamples.Body(file));

    private static IReadOnlyList<MessageCaptured> Understood(string what, bool isBody = false) =>
        Assert.IsType<WebhookReading.Understood>(Read(isBody ? what : Text(what))).Messages;

    private static WebhookReading Read(string body) => Inlet.Read(Signed(Encoding.UTF8.GetBytes(body)), Account, WebhookSamples.Now);

    private static WebhookRequest Request(byte[] body, string signature) => WebhookSamples.Request(
        body, new() { ["Content-Type"] = "application/json", ["X-Hub-Signature"] = signature });
}
