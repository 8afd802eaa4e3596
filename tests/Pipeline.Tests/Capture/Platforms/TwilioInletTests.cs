using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Capture;
using Pipeline.Capture.Platforms.Twilio;
using Pipeline.Messages;

namespace Pipeline.Tests.Capture.Platforms;

public sealed class TwilioInletTests
{
    internal const string Token = "an-auth-token-of-the-twilio-tests";
    internal const string Public = "https://chat.example.org/api/webhooks/twilio/shop";
    private const string Customer = "whatsapp:+33600000042";

    private static readonly DateTimeOffset Sent = new(2026, 3, 4, 8, 58, 2, 271, TimeSpan.Zero);

    private static PlatformAccount Account => new()
    {
        Platform = "twilio", Account = "shop", Brand = "lumo", Channel = "app", LanguageHint = "fr",
        Secrets = { "a-token-before", Token }, PublicAddress = new Uri(Public),
    };

    // Published by Twilio (twilio/twilio-csharp, test/Twilio.Test/Security/RequestValidatorTest.cs).
    [Theory]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://mycompany.com:443/myapp.php?foo=1&bar=2", "kvajT1Ptam85bY51eRf/AJRuM3w=")]
    [InlineData("http://mycompany.com:80/myapp.php?foo=1&bar=2", "0ZXoZLH/DfblKGATFgpif+LLRf4=")]
    [InlineData("https://mycompany.com:1234/myapp.php?foo=1&bar=2", "CYn1h0gLBdNxDGkKJg6hYohgeD8=")]
    public void A_published_signature_verifies(string address, string signature)
    {
        var fields = new Dictionary<string, string>
        {
            ["CallSid"] = "CA1234567890ABCDE", ["From"] = "+14158675309", ["Digits"] = "1234", ["To"] = "+18005551212", ["Caller"] = "+14158675309",
        };
        Assert.Null(TwilioSignature.Check(signature, new Uri(address), fields, ["12345"]));
        Assert.Equal("signature-invalid", TwilioSignature.Check(signature, new Uri(address), fields, ["12346"])!.Code);
        fields["Digits"] = "1235";
        Assert.Equal("signature-invalid", TwilioSignature.Check(signature, new Uri(address), fields, ["12345"])!.Code);
    }

    [Fact]
    public void A_message_is_understood()
    {
        var message = Assert.Single(Understood(Body));
        Assert.Equal(
            ("IM11111111111111111111111111111104", MessageKind.Message, new Sender(SenderRole.Customer, Customer), Sent),
            (message.MessageId, message.Kind, message.Sender, message.SentAt));
        Assert.Equal("Ma box clignote en rouge, c'est normal ?", message.Text);
        Assert.Equal(
            ("twilio~shop~CH11111111111111111111111111111102", "lumo", "whatsapp", Customer),
            (message.Conversation.Key, message.Conversation.Brand, message.Conversation.Channel, message.Conversation.CustomerId));
    }

    [Fact]
    public void A_repetition_is_the_same_message() => Assert.Equal(
        Assert.Single(Understood(Body)).MessageId, Assert.Single(Understood(Body.Replace("RetryCount=0", "RetryCount=2", StringComparison.Ordinal))).MessageId);

    [Fact]
    public void Advisors_of_the_app_are_known_by_their_identity()
    {
        var account = Account;
        account.Agents["a-nadia"] = "nadia";
        var body = Body.Replace("Source=WHATSAPP", "Source=SDK", StringComparison.Ordinal).Replace("Author=whatsapp%3A%2B33600000042", "Author=nadia", StringComparison.Ordinal);
        var message = Assert.Single(Understood(body, account));
        Assert.Equal((new Sender(SenderRole.Advisor, "nadia"), "app", (string?)null), (message.Sender, message.Conversation.Channel, message.Conversation.CustomerId));
    }

    [Fact]
    public void Of_media_name_kind_and_size_are_kept()
    {
        var media = WebUtility.UrlEncode("""[{"Sid":"ME1","Filename":"voyant.jpg","ContentType":"image/jpeg","Size":51200}]""");
        Assert.Equal(new Attachment("voyant.jpg", "image/jpeg", 51200), Assert.Single(Assert.Single(Understood($"{Body}&Media={media}")).Attachments));
        Assert.Equal("Media", Assert.IsType<WebhookReading.Refused>(Read($"{Body}&Media=photo")).Problem.Field);
    }

    [Fact]
    public void What_became_of_a_message_and_the_end_are_told_once()
    {
        var at = "DateUpdated=2026-03-04T08%3A59%3A00.000Z";
        var edit = Assert.Single(Understood($"{Event("onMessageUpdated")}&{at}"));
        Assert.Equal(
            (MessageKind.Edit, "IM11111111111111111111111111111104", new DateTimeOffset(2026, 3, 4, 8, 59, 0, TimeSpan.Zero)), (edit.Kind, edit.TargetMessageId, edit.SentAt));
        var deletion = Assert.Single(Understood(Event("onMessageRemoved")));
        Assert.Equal((MessageKind.Deletion, "IM11111111111111111111111111111104"), (deletion.Kind, deletion.TargetMessageId));
        var close = Assert.Single(Understood($"{Event("onConversationStateUpdated")}&StateTo=closed&{at}"));
        Assert.Equal((MessageKind.Close, "conversation:closed:20260304T0859000000000"), (close.Kind, close.MessageId));
        Assert.Equal(new WebhookReading.Ignored("StatusChanged"), Read($"{Event("onConversationStateUpdated")}&StateTo=inactive"));
        Assert.Equal(new WebhookReading.Ignored("UnknownEvent"), Read(Event("onMessageAdd")));
    }

    [Fact]
    public void The_query_of_the_address_is_signed_too()
    {
        Assert.IsType<WebhookReading.Understood>(Read(Body, query: "?tenant=1"));
        var request = Request(Body, Sign(Public + "?tenant=1", Body)) with { PathAndQuery = "/behind/a/proxy?tenant=2" };
        Assert.Equal("signature-invalid", Refused(request).Code);
    }

    [Theory]
    [InlineData(null, "signature-missing", 401)]
    [InlineData("not base64", "signature-malformed", 400)]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAA=", "signature-invalid", 401)]
    public void What_is_not_signed_by_the_account_is_refused(string? signature, string code, int status)
    {
        var problem = Refused(Request(Body, signature));
        Assert.Equal((code, status, "X-Twilio-Signature"), (problem.Code, problem.Status, problem.Field));
    }

    [Fact]
    public void Each_byte_counts()
    {
        var signature = Sign(Public, Body);
        for (var place = 0; place < Body.Length; place += 7)
        {
            var other = Body.ToCharArray();
            other[place] = other[place] == 'x' ? 'y' : 'x';
            var reading = new TwilioInlet().Read(Request(new string(other), signature), Account, WebhookSamples.Now);
            Assert.IsType<WebhookReading.Refused>(reading);
        }
    }

    [Fact]
    public void Settings_that_cannot_work_are_named()
    {
        var account = new PlatformAccount { Platform = "twilio", Account = "shop", OutletAddress = new Uri("https://api.example.org") };
        Assert.Equal(["Secrets", "PublicAddress", "OutletAddress"], new TwilioPlatform().Check(account).Select(error => error.Setting));
        Assert.Empty(new TwilioPlatform().Check(Account));
    }

    private static string Body { get; } = Encoding.UTF8.GetString(WebhookSamples.Body("twilio_message_added.form"));

    private static string Event(string type) => Body.Replace("onMessageAdded", type, StringComparison.Ordinal);

    private static IReadOnlyList<MessageCaptured> Understood(string body, PlatformAccount? account = null) =>
        Assert.IsType<WebhookReading.Understood>(Read(body, account)).Messages;

    private static WebhookReading Read(string body, PlatformAccount? account = null, string query = "") => new TwilioInlet().Read(
        Request(body, Sign(Public + query, body)) with { PathAndQuery = "/behind/a/proxy" + query }, account ?? Account, WebhookSamples.Now);

    private static WebhookProblem Refused(WebhookRequest request) =>
        Assert.IsType<WebhookReading.Refused>(new TwilioInlet().Read(request, Account, WebhookSamples.Now)).Problem;

    internal static WebhookRequest Request(string body, string? signature)
    {
        var headers = new Dictionary<string, string> { ["Content-Type"] = "application/x-www-form-urlencoded; charset=utf-8" };
        if (signature is not null)
        {
            headers["X-Twilio-Signature"] = signature;
        }

        return WebhookSamples.Request(Encoding.UTF8.GetBytes(body), headers);
    }

    internal static string Sign(string address, string body)
    {
        var fields = body.Split('&').Select(pair => pair.Split('=', 2)).Select(pair => (Name: WebUtility.UrlDecode(pair[0]), Value: WebUtility.UrlDecode(pair[1])));
        var signed = address + string.Concat(fields.OrderBy(field => field.Name, StringComparer.Ordinal).Select(field => field.Name + field.Value));
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(Token), Encoding.UTF8.GetBytes(signed)));
    }
}
