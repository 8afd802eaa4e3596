using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Capture;
using Pipeline.Capture.Platforms.Acs;
using Pipeline.Messages;
using Pipeline.Tests.Flow;

namespace Pipeline.Tests.Capture.Platforms;

public sealed class AcsInletTests
{
    private const string Token = "a-token-of-the-acs-tests";
    private const string Thread = "19:5a1e00000000000000000000000000c7@thread.v2";
    private const string Customer = "8:acs:3f1d0000-1111-4222-8333-000000000001_00000000-0000-0000-0000-000000000042";

    private static readonly DateTimeOffset Sent = new(2026, 3, 4, 8, 58, 2, 271, TimeSpan.Zero);

    private static PlatformAccount Account => new()
    {
        Platform = "acs",
        Account = "app",
        Brand = "boreal",
        Channel = "app",
        LanguageHint = "fr",
        Tokens = { "a-token-before", Token },
    };

    [Fact]
    public void What_happens_in_a_thread_is_understood_and_what_users_are_told_of_it_is_not()
    {
        var messages = Understood("acs_messages.json");
        Assert.Equal(
            [
                ("1772614682271", MessageKind.Message, null, "Ma box clignote en rouge depuis ce matin", Sent),
                ("1772614682271:1772614700000:edited", MessageKind.Edit, "1772614682271", "Ma box clignote en rouge\ndepuis hier & ce matin",
                    new DateTimeOffset(2026, 3, 4, 8, 58, 20, TimeSpan.Zero).AddTicks(1_234_567)),
                ("1772614682271:1772614710000:deleted", MessageKind.Deletion, "1772614682271", "", new DateTimeOffset(2026, 3, 4, 8, 58, 30, TimeSpan.Zero)),
            ],
            messages.Select(message => (message.MessageId, message.Kind, message.TargetMessageId, message.Text, message.SentAt)));
        Assert.All(messages, message => Assert.Equal(
            (new Sender(SenderRole.Customer, Customer, "Yanis"), Thread, "app", Customer),
            (message.Sender, message.Conversation.Id, message.Conversation.Channel, message.Conversation.CustomerId)));
    }

    [Fact]
    public void Both_schemas_tell_the_same_message() => Assert.Equivalent(
        Understood("acs_messages.json")[0], Assert.Single(Understood("acs_cloudevent.json")), strict: true);

    [Fact]
    public void Advisors_are_who_the_settings_say()
    {
        var account = Account;
        account.Agents["a-nadia"] = Customer;
        Assert.Equal(SenderRole.Advisor, Assert.Single(Understood("acs_cloudevent.json", account)).Sender.Role);
    }

    [Fact]
    public void Both_handshakes_are_answered_to_whoever_knows_the_token()
    {
        var answer = Assert.IsType<WebhookReading.Answered>(Read(WebhookSamples.Body("acs_validation.json"))).Answer;
        Assert.Equal(
            ("""{"validationResponse":"0a1b2c3d-aaaa-4bbb-8ccc-0000000000cd"}""", "application/json"), (answer.Text, answer.ContentType));

        var headers = Assert.IsType<WebhookReading.Answered>(Greet("eventgrid.azure.net", Token)).Answer.Headers!;
        Assert.Equal(("eventgrid.azure.net", "*"), (headers["WebHook-Allowed-Origin"], headers["WebHook-Allowed-Rate"]));
        Assert.Equal("token-invalid", Assert.IsType<WebhookReading.Refused>(Greet("eventgrid.azure.net", "another")).Problem.Code);
        Assert.Equal("origin-invalid", Assert.IsType<WebhookReading.Refused>(Greet("x\r\nSet-Cookie: y", Token)).Problem.Code);
        Assert.Equal(405, Assert.IsType<WebhookReading.Refused>(Inlet.Greet(new(false, _ => null, _ => Token), Account)).Problem.Status);
    }

    [Theory]
    [InlineData(null, "token-missing")]
    [InlineData("another", "token-invalid")]
    public void Who_does_not_know_the_token_is_refused(string? token, string code)
    {
        var refused = Assert.IsType<WebhookReading.Refused>(Read(WebhookSamples.Body("acs_cloudevent.json"), token: token));
        Assert.Equal((401, code), (refused.Problem.Status, refused.Problem.Code));
    }

    [Theory]
    [InlineData("[]", null)]
    [InlineData("[1]", "[0]")]
    [InlineData("3", "$")]
    [InlineData("""[{"eventType":"Microsoft.Communication.ChatMessageReceivedInThread"}]""", "[0].data")]
    [InlineData("""{"type":"Microsoft.Communication.ChatMessageEditedInThread","data":{"messageId":"1"}}""", "data.version")]
    public void What_is_no_event_is_refused_by_its_place(string body, string? field)
    {
        var reading = Read(Encoding.UTF8.GetBytes(body));
        Assert.Equal(field, (reading as WebhookReading.Refused)?.Problem.Field);
        Assert.True(field is not null || reading is WebhookReading.Ignored);
    }

    [Fact]
    public void An_event_that_cannot_be_read_does_not_cost_those_beside_it()
    {
        var body = Encoding.UTF8.GetString(WebhookSamples.Body("acs_messages.json")).Replace("\"editTime\"", "\"edited\"", StringComparison.Ordinal);
        var understood = Assert.IsType<WebhookReading.Understood>(Read(Encoding.UTF8.GetBytes(body)));
        Assert.Equal([MessageKind.Message, MessageKind.Deletion], understood.Messages.Select(message => message.Kind));
        Assert.Equal("[1].data.editTime", Assert.Single(understood.Unreadable).Field);
    }

    [Fact]
    public void Settings_that_cannot_work_are_named()
    {
        var account = new PlatformAccount { Platform = "acs", Account = "app", Secrets = { "s" }, OutletAddress = new Uri("https://acs.example.org") };
        Assert.Equal(["Tokens", "Secrets", "OutletAddress"], new AcsPlatform().Check(account).Select(error => error.Setting));
        Assert.Empty(new AcsPlatform().Check(Account));
    }

    [Fact]
    public async Task Over_the_whole_path_a_message_becomes_notes_in_the_advisors_channel_and_comes_again_for_nothing()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var path = await WholePath.StartAsync(
            clock: new(WebhookSamples.Now),
            more: services => services.Configure<PlatformOptions>(options =>
            {
                var account = Account;
                account.OutletThrough = "slack/desk";
                options.Accounts.Add(account);
                options.Accounts.Add(SlackPathTests.Desk(slack));
            }));
        for (var time = 0; time < 2; time++)
        {
            Assert.IsType<WebhookReading.Understood>(await path.Service<WebhookCapture>().ReceiveAsync(
                "acs", "app", Request(WebhookSamples.Body("acs_cloudevent.json"), Token), TestContext.Current.CancellationToken));
            await path.DrainAsync();
            path.ForgetIds();
        }

        Assert.Single(slack.Posted, post => post.Text.Contains("*Suggestions de réponse*", StringComparison.Ordinal));
        Assert.Single(slack.Posted, post => post.Text.Contains("*Orientation*", StringComparison.Ordinal));
        Assert.Empty(path.DeadLetters);
    }

    private static AcsInlet Inlet { get; } = new();

    private static WebhookReading Greet(string origin, string token) =>
        Inlet.Greet(new(true, name => name == "WebHook-Request-Origin" ? origin : null, name => name == "token" ? token : null), Account);

    private static IReadOnlyList<MessageCaptured> Understood(string file, PlatformAccount? account = null) =>
        Assert.IsType<WebhookReading.Understood>(Read(WebhookSamples.Body(file), account)).Messages;

    private static WebhookReading Read(byte[] body, PlatformAccount? account = null, string? token = Token) =>
        Inlet.Read(Request(body, token), account ?? Account, WebhookSamples.Now);

    private static WebhookRequest Request(byte[] body, string? token) =>
        WebhookSamples.Request(body, new() { ["Content-Type"] = "application/cloudevents+json; charset=utf-8" }, token);
}
