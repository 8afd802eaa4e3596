using System.Text;
using Pipeline.Capture;
using Pipeline.Capture.Platforms.LiveChat;
using Pipeline.Messages;

namespace Pipeline.Tests.Capture.Platforms;

public sealed class LiveChatInletTests
{
    private const string Secret = "a-secret-of-the-livechat-tests";
    private const string Customer = "9f6c2a10-aaaa-4bbb-8ccc-000000000042";
    private const string Agent = "ines@support.example";

    private static readonly DateTimeOffset Said = new(2026, 3, 4, 8, 58, 0, 250, TimeSpan.Zero);

    private static PlatformAccount Account => new()
    {
        Platform = "livechat",
        Account = "shop",
        Brand = "boreal",
        LanguageHint = "fr",
        Secrets = { "an-older-secret", Secret },
    };

    [Fact]
    public void A_chat_that_begins_brings_what_was_said_with_roles_and_first_names()
    {
        var messages = Understood("livechat_incoming_chat.json");
        Assert.Equal(["T7QK2_0", "T7QK2_1"], messages.Select(message => message.MessageId));
        Assert.Equal([new(SenderRole.Customer, Customer, "Yanis"), new Sender(SenderRole.Advisor, Agent, "Inès")], messages.Select(message => message.Sender));
        Assert.Equal(["Bonjour, ma box clignote en rouge", "Bonjour Yanis, je regarde cela."], messages.Select(message => message.Text));
        Assert.Equal([Said, Said.AddSeconds(1)], messages.Select(message => message.SentAt));
        Assert.All(messages, message => Assert.Equal(
            ("livechat~shop~RB4M9XKQ", "boreal", "fr", Customer),
            (message.Conversation.Key, message.Conversation.Brand, message.Conversation.LanguageHint, message.Conversation.CustomerId)));
    }

    [Fact]
    public void Somebody_who_is_listed_twice_is_one_person()
    {
        var body = System.Text.Json.Nodes.JsonNode.Parse(WebhookSamples.Body("livechat_incoming_chat.json"))!;
        var users = body["payload"]!["chat"]!["users"]!.AsArray();
        users.Add(users[0]!.DeepClone());
        var reading = Assert.IsType<WebhookReading.Understood>(Reading(body.ToJsonString()));
        Assert.Equal(new Sender(SenderRole.Customer, Customer, "Yanis"), reading.Messages[0].Sender);
    }

    [Theory]
    [InlineData("livechat_incoming_event.json", SenderRole.Customer, Customer, "Elle clignote depuis ce matin")]
    [InlineData("livechat_incoming_event_agent.json", SenderRole.Advisor, Agent, "Pouvez-vous la redémarrer ?")]
    public void An_event_is_by_whom_its_author_is(string file, SenderRole role, string id, string text)
    {
        var message = Assert.Single(Understood(file));
        Assert.Equal((MessageKind.Message, new Sender(role, id), text), (message.Kind, message.Sender, message.Text));
        Assert.Equal(role == SenderRole.Customer ? id : null, message.Conversation.CustomerId);
    }

    [Fact]
    public void A_bot_is_one_where_the_settings_say_so()
    {
        var account = Account;
        account.Participants[Agent] = "bot";
        Assert.Equal(SenderRole.Bot, Assert.Single(Understood("livechat_incoming_event_agent.json", account)).Sender.Role);
    }

    [Fact]
    public void Of_a_file_its_name_kind_and_size_are_kept()
    {
        var message = Assert.Single(Understood("livechat_incoming_event_file.json"));
        Assert.Equal(("", new Attachment("voyant.jpg", "image/jpeg", 51200)), (message.Text, Assert.Single(message.Attachments)));
    }

    [Fact]
    public void What_became_of_a_message_is_named_so_that_telling_it_again_changes_nothing()
    {
        var edit = Assert.Single(Understood("livechat_event_updated.json"));
        Assert.Equal((MessageKind.Edit, "T7QK2_4", "Elle clignote depuis hier matin"), (edit.Kind, edit.TargetMessageId, edit.Text));
        Assert.Equal(edit.MessageId, Assert.Single(Understood("livechat_event_updated.json")).MessageId);
        Assert.NotEqual(edit.MessageId, Assert.Single(Read("livechat_event_updated.json", "hier", "avant-hier")).MessageId);

        var deletion = Assert.Single(Understood("livechat_event_deleted.json"));
        Assert.Equal((MessageKind.Deletion, "T7QK2_4", "T7QK2_4:deleted"), (deletion.Kind, deletion.TargetMessageId, deletion.MessageId));

        var close = Assert.Single(Understood("livechat_chat_deactivated.json"));
        Assert.Equal((MessageKind.Close, "T7QK2:closed", WebhookSamples.Now), (close.Kind, close.MessageId, close.SentAt));
    }

    [Fact]
    public void What_only_agents_see_is_dropped() => Assert.Equal(
        new WebhookReading.Ignored("PrivateNote"),
        Reading(Text("livechat_incoming_event_agent.json").Replace("\"visibility\": \"all\"", "\"visibility\": \"agents\"", StringComparison.Ordinal)));

    [Theory]
    [InlineData(Secret, "another", "secret-invalid")]
    [InlineData("\"secret_key\"", "\"secret_kex\"", "secret-missing")]
    public void Who_does_not_know_the_secret_is_refused(string what, string with, string code)
    {
        var refused = Assert.IsType<WebhookReading.Refused>(Reading(Text("livechat_incoming_event.json").Replace(what, with, StringComparison.Ordinal)));
        Assert.Equal((401, code, "secret_key"), (refused.Problem.Status, refused.Problem.Code, refused.Problem.Field));
        Assert.DoesNotContain(Secret, refused.Problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_cannot_work_are_named()
    {
        var account = Account;
        account.Secrets.Clear();
        account.Teams["billing"] = "five";
        Assert.Equal(["Secrets", "Teams:billing"], new LiveChatPlatform().Check(account).Select(error => error.Setting));
        Assert.Empty(new LiveChatPlatform().Check(Account));
    }

    private static IReadOnlyList<MessageCaptured> Read(string file, string what, string with) =>
        Assert.IsType<WebhookReading.Understood>(Reading(Text(file).Replace(what, with, StringComparison.Ordinal))).Messages;

    private static IReadOnlyList<MessageCaptured> Understood(string file, PlatformAccount? account = null) =>
        Assert.IsType<WebhookReading.Understood>(Reading(Text(file), account)).Messages;

    private static string Text(string file) => Encoding.UTF8.GetString(WebhookSamples.Body(file));

    private static WebhookReading Reading(string body, PlatformAccount? account = null) => new LiveChatInlet().Read(
        WebhookSamples.Request(Encoding.UTF8.GetBytes(body), new() { ["Content-Type"] = "application/json" }), account ?? Account, WebhookSamples.Now);
}
