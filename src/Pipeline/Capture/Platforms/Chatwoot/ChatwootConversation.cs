using System.Globalization;
using Pipeline.Capture.Reading;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Capture.Platforms.Chatwoot;

/// <summary>Reads the conversation in a webhook: under <c>conversation</c> in a message's, at the root of a conversation's own.</summary>
internal static class ChatwootConversation
{
    /// <summary>The conversation. Its id is the number within the account (<c>display_id</c>), which the API wants.</summary>
    public static Conversation Read(BodyObject conversation, PlatformAccount account)
    {
        var number = conversation.NumberOrNone("id", 1, long.MaxValue) ?? throw conversation.Wrong("id", "a whole number");
        return AccountConversation.Of(
            account,
            number.ToString(CultureInfo.InvariantCulture),
            conversation.ObjectOrNone("meta")?.ObjectOrNone("sender")?.IdOrNone("id"),
            Channel(TextOf(conversation, "channel")),
            PagePath.From(conversation.ObjectOrNone("additional_attributes")?.TextOrNone("referer", CaptureLimits.Page)));
    }

    /// <summary>The close that a conversation's own webhook tells of. Its id is made of the time of the change, which is in the body.</summary>
    public static MessageCaptured ReadClose(BodyObject body, PlatformAccount account, DateTimeOffset now)
    {
        var at = ChatwootTime.TimeOrNone(body, "updated_at", now) ?? ChatwootTime.TimeOrNone(body, "timestamp", now)
            ?? throw body.Wrong("updated_at", "the time of the change");
        return new MessageCaptured
        {
            Conversation = Read(body, account),
            MessageId = HappeningId.Of("conversation", "resolved", at),
            Kind = MessageKind.Close,
            Sender = new Sender(SenderRole.Unknown),
            SentAt = at,
        };
    }

    /// <summary>
    /// The close of a conversation that the API lists as resolved; null of another. The API does not tell when: it was after the
    /// customer's last message, and about when something last happened there.
    /// </summary>
    /// <param name="listed">The conversation.</param>
    /// <param name="account">Its account.</param>
    /// <param name="lastWord">When the customer last wrote.</param>
    /// <param name="now">The present time.</param>
    public static HistoryItem? CloseOf(BodyObject listed, PlatformAccount account, DateTimeOffset lastWord, DateTimeOffset now)
    {
        if (listed.TextOrNone("status", CaptureLimits.Label) != "resolved")
        {
            return null;
        }

        var active = ChatwootTime.TimeOrNone(listed, "last_activity_at", now) ?? lastWord;
        var at = active > lastWord ? active : lastWord;
        var close = new MessageCaptured
        {
            Conversation = Read(listed, account),
            MessageId = HappeningId.Of("conversation", "resolved", at),
            Kind = MessageKind.Close,
            Sender = new Sender(SenderRole.Unknown),
            SentAt = at,
        };
        return new HistoryItem(close, new AlikeMessages(HappeningId.Start("conversation", "resolved"), lastWord));
    }

    // A webhook has it in the conversation, the API in what it says about it.
    private static string? TextOf(BodyObject conversation, string name) =>
        conversation.TextOrNone(name, CaptureLimits.Label) ?? conversation.ObjectOrNone("meta")?.TextOrNone(name, CaptureLimits.Label);

    private static string? Channel(string? channel) => channel switch
    {
        "Channel::WebWidget" => "web",
        "Channel::Whatsapp" => "whatsapp",
        "Channel::FacebookPage" => "messenger",
        "Channel::Instagram" => "instagram",
        "Channel::TwilioSms" or "Channel::Sms" => "sms",
        "Channel::Email" => "email",
        "Channel::Telegram" => "telegram",
        "Channel::Line" => "line",

        // Channel::Api is one's own chat behind Chatwoot: the account's setting says what it is. So does a channel that came later.
        _ => null,
    };
}
