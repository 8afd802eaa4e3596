using Pipeline.Capture.Reading;
using Pipeline.Messages;

namespace Pipeline.Capture.Platforms.Zendesk;

/// <summary>Reads an event of a ticket. The ticket is the conversation, and stands in every event under <c>detail</c>.</summary>
/// <param name="body">The webhook's root.</param>
/// <param name="account">The account.</param>
/// <param name="now">The present time.</param>
internal sealed class ZendeskTicket(BodyObject body, PlatformAccount account, DateTimeOffset now)
{
    private const string Closed = "CLOSED";
    private const string Solved = "SOLVED";

    /// <summary>A comment was added. Internal ones are dropped, our own notes among them.</summary>
    public WebhookReading ReadComment()
    {
        var comment = body.Object("event").Object("comment");

        // What does not say that customers see it is taken for internal: a note must never come back as talk.
        if (!comment.Flag("is_public"))
        {
            return new WebhookReading.Ignored("PrivateNote");
        }

        var text = comment.MessageTextOrNone("body") ?? "";
        return string.IsNullOrWhiteSpace(text)
            ? new WebhookReading.Ignored("NoContent")
            : new WebhookReading.Understood(
            [
                new MessageCaptured
                {
                    Conversation = ReadConversation(),
                    MessageId = comment.Id("id"),
                    Kind = MessageKind.Message,
                    Sender = ReadSender(comment.Object("author")),
                    SentAt = ReadTime(),
                    Text = text,
                },
            ]);
    }

    /// <summary>
    /// The status changed. A solved ticket is closed for us: a customer who writes again opens it. Some days later Zendesk closes it for
    /// good, which tells nothing new.
    /// </summary>
    public WebhookReading ReadStatus()
    {
        var change = body.Object("event");
        var (current, previous) = (
            change.Text("current", CaptureLimits.Label).ToUpperInvariant(),
            change.TextOrNone("previous", CaptureLimits.Label)?.ToUpperInvariant());
        if (current is not (Solved or Closed) || (current == Closed && previous == Solved))
        {
            return new WebhookReading.Ignored("StatusChanged");
        }

        var at = ReadTime();
        return new WebhookReading.Understood(
        [
            new MessageCaptured
            {
                Conversation = ReadConversation(),
                MessageId = HappeningId.Of("ticket", "solved", at),
                Kind = MessageKind.Close,
                Sender = new Sender(SenderRole.Unknown),
                SentAt = at,
            },
        ]);
    }

    private Conversation ReadConversation()
    {
        // Numbers of tickets count within an account: those of another one would be taken for ours.
        if (account.AccountId is { } expected && body.IdOrNone("account_id") is { } found && found != expected)
        {
            throw body.Wrong("account_id", "the configured account's number");
        }

        var ticket = body.Object("detail");
        var id = ticket.Id("id");
        return AccountConversation.Of(
            account,
            ZendeskPlatform.IsNumber(id) ? id : throw ticket.Wrong("id", "the number of a ticket"),
            ticket.IdOrNone("requester_id"),
            Channel(ticket.ObjectOrNone("via")?.TextOrNone("channel", CaptureLimits.Label)));
    }

    private Sender ReadSender(BodyObject author)
    {
        var id = author.IdOrNone("id");

        // A program that writes with an agent's access is told apart by the settings alone.
        var role = id is not null && account.Participants.ContainsKey(id) ? Participants.RoleOf(account, id)
            : author.Flag("is_staff") ? SenderRole.Advisor
            : SenderRole.Customer;
        var name = role is SenderRole.Customer or SenderRole.Advisor ? author.TextOrNone("name", CaptureLimits.PersonName) : null;
        return new Sender(role, id, PersonName.First(name));
    }

    private DateTimeOffset ReadTime() => body.IsoTimeOrNone("time", now) ?? throw body.Wrong("time", "the time of the event");

    private static string? Channel(string? channel) => channel switch
    {
        "email" => "email",
        "sms" => "sms",
        "whatsapp" => "whatsapp",
        "native_messaging" => "web",
        _ => null,
    };
}
