using Pipeline.Capture.Reading;
using Pipeline.Messages;

namespace Pipeline.Capture.Platforms.Acs;

/// <summary>Reads the data of one event of a thread. Its names are the same in both schemas; versions are numbers or texts, and as good as texts.</summary>
internal sealed class AcsEvent(BodyObject data, PlatformAccount account, DateTimeOffset now)
{
    /// <summary>A message was sent.</summary>
    public WebhookReading ReadReceived()
    {
        var text = ReadText();
        return string.IsNullOrWhiteSpace(text)
            ? new WebhookReading.Ignored("NoContent")
            : Understood(Message(MessageKind.Message, Id, "composeTime") with { Text = text });
    }

    /// <summary>A message was given another text.</summary>
    public WebhookReading ReadEdited() => Understood(
        Message(MessageKind.Edit, Change("edited"), "editTime") with { Text = ReadText(), TargetMessageId = Id });

    /// <summary>A message was removed.</summary>
    public WebhookReading ReadDeleted() => Understood(
        Message(MessageKind.Deletion, Change("deleted"), "deleteTime") with { TargetMessageId = Id });

    private static WebhookReading.Understood Understood(MessageCaptured message) => new([message]);

    private string Id => data.Id("messageId");

    private string Change(string what) => $"{Id}:{data.Id("version")}:{what}";

    private MessageCaptured Message(MessageKind kind, string id, string time)
    {
        var sender = ReadSender();
        return new()
        {
            Conversation = ReadConversation(sender),
            MessageId = id,
            Kind = kind,
            Sender = sender,
            SentAt = data.IsoTimeOrNone(time, now) ?? throw data.Wrong(time, "the time of it"),
        };
    }

    private Conversation ReadConversation(Sender sender) =>
        AccountConversation.Of(account, data.Id("threadId"), sender.Role == SenderRole.Customer ? sender.Id : null);

    // Events name who wrote and not what they are.
    private Sender ReadSender()
    {
        var id = data.ObjectOrNone("senderCommunicationIdentifier")?.IdOrNone("rawId");
        var role = Participants.RoleOf(account, id);
        var name = role is SenderRole.Customer or SenderRole.Advisor ? data.TextOrNone("senderDisplayName", CaptureLimits.PersonName) : null;
        return new Sender(role, id, PersonName.First(name));
    }

    private string ReadText()
    {
        var text = data.MessageTextOrNone("messageBody") ?? "";
        return data.TextOrNone("type", CaptureLimits.Label) is { } type && type.EndsWith("Html", StringComparison.OrdinalIgnoreCase)
            ? HtmlText.Of(text)
            : text;
    }
}
