using System.Globalization;
using Pipeline.Capture.Reading;
using Pipeline.Messages;

namespace Pipeline.Capture.Platforms.LiveChat;

/// <summary>Reads what one webhook tells. What became of a message comes without a time: it is taken to have happened when it is told.</summary>
internal sealed class LiveChatEvents(BodyObject body, PlatformAccount account, DateTimeOffset now)
{
    private const int MostUsers = 100;
    private const int MostEvents = 100;

    private readonly BodyObject _payload = body.Object("payload");

    /// <summary>A chat began, or began again: what was said in it so far.</summary>
    public WebhookReading ReadBegun()
    {
        var chat = _payload.Object("chat");
        var users = new Dictionary<string, Sender>(StringComparer.Ordinal);
        foreach (var user in chat.Objects("users", MostUsers))
        {
            users[user.Id("id")] = UserOf(user);
        }

        var customer = users.Values.FirstOrDefault(user => user.Role == SenderRole.Customer)?.Id;
        MessageCaptured[] said =
        [
            .. (chat.ObjectOrNone("thread")?.Objects("events", MostEvents) ?? [])
                .Where(IsSaid)
                .Select(one => Message(chat.Id("id"), customer, one, users.GetValueOrDefault(one.IdOrNone("author_id") ?? "") ?? SenderOf(one))),
        ];
        return said.Length > 0 ? new WebhookReading.Understood(said) : new WebhookReading.Ignored("NoContent");
    }

    /// <summary>Something was said, or a file sent. What only agents see, our own notes among it, is no talk.</summary>
    public WebhookReading ReadEvent()
    {
        var one = _payload.Object("event");
        if (IsForAgents(one))
        {
            return new WebhookReading.Ignored("PrivateNote");
        }

        return IsSaid(one)
            ? new WebhookReading.Understood([Message(one)])
            : new WebhookReading.Ignored("NoContent");
    }

    /// <summary>A message was given another text: named by the text, so that the same told again is the same.</summary>
    public WebhookReading ReadUpdated()
    {
        var one = _payload.Object("event");
        if (IsForAgents(one) || one.TextOrNone("type", CaptureLimits.Label) != "message")
        {
            return new WebhookReading.Ignored("MessageUpdated");
        }

        var (target, text) = (one.Id("id"), one.MessageTextOrNone("text") ?? "");
        var edit = Message(one) with
        {
            MessageId = string.Create(CultureInfo.InvariantCulture, $"{target}:edited:{StableHash.Of(text):x16}"),
            Kind = MessageKind.Edit,
            SentAt = now,
            TargetMessageId = target,
            Attachments = [],
        };
        return new WebhookReading.Understood([edit]);
    }

    /// <summary>A message was removed. Whose it was is not told.</summary>
    public WebhookReading ReadDeleted()
    {
        var target = _payload.Id("event_id");
        return Happened($"{target}:deleted", MessageKind.Deletion, target);
    }

    /// <summary>The chat ended: its thread is over, and a later message begins another one.</summary>
    public WebhookReading ReadEnded() => Happened($"{_payload.Id("thread_id")}:closed", MessageKind.Close, null);

    private WebhookReading.Understood Happened(string id, MessageKind kind, string? target) => new(
    [
        new MessageCaptured
        {
            Conversation = ConversationOf(_payload.Id("chat_id"), null),
            MessageId = id,
            Kind = kind,
            Sender = new Sender(SenderRole.Unknown),
            SentAt = now,
            TargetMessageId = target,
        },
    ]);

    private MessageCaptured Message(BodyObject one) => Message(_payload.Id("chat_id"), null, one, SenderOf(one));

    private MessageCaptured Message(string chat, string? customer, BodyObject one, Sender sender) => new()
    {
        Conversation = ConversationOf(chat, customer ?? (sender.Role == SenderRole.Customer ? sender.Id : null)),
        MessageId = one.Id("id"),
        Kind = MessageKind.Message,
        Sender = sender,
        SentAt = one.IsoTimeOrNone("created_at", now) ?? throw one.Wrong("created_at", "the time of sending"),
        Text = one.MessageTextOrNone("text") ?? "",
        Attachments = one.TextOrNone("type", CaptureLimits.Label) == "file" ? [FileOf(one)] : [],
    };

    private Conversation ConversationOf(string chat, string? customer) => AccountConversation.Of(account, chat, customer);

    private static Attachment FileOf(BodyObject one) => new(
        one.TextOrNone("name", CaptureLimits.FileName) is { Length: > 0 } name ? name : "file",
        one.TextOrNone("content_type", CaptureLimits.MediaType),
        one.NumberOrNone("size", 0, long.MaxValue));

    private static bool IsForAgents(BodyObject one) => one.TextOrNone("visibility", CaptureLimits.Label) == "agents";

    // A system message says that somebody came or went; what a form or a card holds is no text of anybody.
    private static bool IsSaid(BodyObject one) => !IsForAgents(one) && one.TextOrNone("type", CaptureLimits.Label) switch
    {
        "message" => !string.IsNullOrWhiteSpace(one.MessageTextOrNone("text")),
        "file" => true,
        _ => false,
    };

    private static Sender UserOf(BodyObject user)
    {
        var role = user.TextOrNone("type", CaptureLimits.Label) switch
        {
            "customer" => SenderRole.Customer,
            "agent" => SenderRole.Advisor,
            _ => SenderRole.Unknown,
        };
        return new Sender(role, user.Id("id"), PersonName.First(user.TextOrNone("name", CaptureLimits.PersonName)));
    }

    // An event names its author and not what they are. Agents go by their e-mail address, customers by a made-up id; bots must be named.
    private Sender SenderOf(BodyObject one)
    {
        var id = one.IdOrNone("author_id");
        var role = id is not null && !account.Participants.ContainsKey(id) && id.Contains('@', StringComparison.Ordinal)
            ? SenderRole.Advisor
            : Participants.RoleOf(account, id);
        return new Sender(role, id);
    }
}
