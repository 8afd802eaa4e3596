using Pipeline.Capture.Reading;
using Pipeline.Messages;

namespace Pipeline.Capture.Platforms.Generic;

/// <summary>Reads the fields of one event of the generic platform.</summary>
/// <param name="told">What its envelope says.</param>
/// <param name="data">Its data.</param>
/// <param name="account">The account.</param>
/// <param name="now">The present time.</param>
internal sealed class GenericEvent(GenericTold told, BodyObject data, PlatformAccount account, DateTimeOffset now)
{
    private const string Target = "target_id";

    private readonly BodyObject _data = data;

    /// <summary>The message that the event is.</summary>
    public MessageCaptured Read(MessageKind kind)
    {
        var sentAt = _data.IsoTimeOrNone("sent_at", now) ?? told.At ?? throw told.NoTime();
        var target = kind is MessageKind.Edit or MessageKind.Deletion ? _data.Id(Target) : null;
        var sender = ReadSender(kind);
        Attachment[] attachments = kind == MessageKind.Message ? [.. ReadAttachments()] : [];
        return new MessageCaptured
        {
            Conversation = ReadConversation(sender),
            MessageId = ReadId(kind, target, sentAt),
            Kind = kind,
            Sender = sender,
            SentAt = sentAt,
            Text = ReadText(kind, attachments.Length > 0),
            Attachments = attachments,
            TargetMessageId = target,
            Rating = kind == MessageKind.Rating
                ? (int)(_data.NumberOrNone("rating", 1, 5) ?? throw _data.Wrong("rating", "a whole number from 1 to 5"))
                : null,
        };
    }

    private string ReadId(MessageKind kind, string? target, DateTimeOffset sentAt)
    {
        // An edit with the id of its target would take the place of what it edits: such an id is as good as none.
        if (_data.IdOrNone("id") is { } id && id != target)
        {
            return id;
        }

        return kind switch
        {
            MessageKind.Edit => HappeningId.Of(target!, "edited", sentAt),
            MessageKind.Deletion => HappeningId.Of(target!, "deleted", sentAt),
            MessageKind.Close => HappeningId.Of("conversation", "closed", sentAt),
            MessageKind.Rating => HappeningId.Of("conversation", "rated", sentAt),
            _ => told.Id ?? throw _data.Wrong("id", "an id, for nothing else names the message"),
        };
    }

    private Conversation ReadConversation(Sender sender)
    {
        var id = _data.Id("conversation_id");
        return new Conversation
        {
            Key = ConversationKeys.Conversation(account.Platform, account.Account, id),
            Platform = account.Platform,
            Account = account.Account,
            Id = id,
            Brand = LabelOr("brand", account.Brand),
            Channel = LabelOr("channel", account.Channel),
            LanguageHint = LanguageTag.Known(_data.TextOrNone("language", CaptureLimits.Label)) ?? account.LanguageHint,
            EntryPage = PagePath.From(_data.TextOrNone("page", CaptureLimits.Page)),
            CustomerId = _data.IdOrNone("customer_id") ?? (sender.Role == SenderRole.Customer ? sender.Id : null),
            Attributes = GenericAttributes.Read(_data),
        };
    }

    private string LabelOr(string name, string otherwise) =>
        _data.TextOrNone(name, CaptureLimits.Label) is { Length: > 0 } label ? label : otherwise;

    private Sender ReadSender(MessageKind kind)
    {
        if (kind != MessageKind.Message && _data.Find("sender") is null)
        {
            return new Sender(kind == MessageKind.Rating ? SenderRole.Customer : SenderRole.Unknown);
        }

        var sender = _data.Object("sender");
        var role = sender.TextOrNone("role", CaptureLimits.Id) switch
        {
            "customer" => SenderRole.Customer,
            "advisor" => SenderRole.Advisor,
            "bot" => SenderRole.Bot,
            "system" => SenderRole.System,
            _ => throw sender.Wrong("role", "one of customer, advisor, bot, system"),
        };
        return new Sender(role, sender.IdOrNone("id"), PersonName.First(sender.TextOrNone("name", CaptureLimits.PersonName)));
    }

    private string ReadText(MessageKind kind, bool mayBeMissing) => kind switch
    {
        MessageKind.Message when mayBeMissing => _data.MessageTextOrNone("text") ?? "",
        MessageKind.Message => _data.MessageTextOrNone("text") ?? throw _data.Wrong("text", "a text where there are no attachments"),
        MessageKind.Edit => _data.MessageTextOrNone("text") ?? throw _data.Wrong("text", "the new text"),
        _ => "",
    };

    private IEnumerable<Attachment> ReadAttachments() =>
        from file in _data.Objects("attachments", CaptureLimits.Attachments)
        select new Attachment(
            file.Text("name", CaptureLimits.FileName),
            file.TextOrNone("media_type", CaptureLimits.MediaType),
            file.NumberOrNone("bytes", 0, long.MaxValue));
}
