using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Suggestions.Replies;

/// <summary>
/// Makes of a transcript what the slots of a reply were filled from when an advisor answered: the answered message and the window before it.
/// </summary>
internal static class AnsweredState
{
    /// <summary>The answered message, as it was when it was answered.</summary>
    public static MessageScored Of(ConversationTranscript transcript, string messageId, TranscriptMessage answer)
    {
        TranscriptMessage[] before =
        [
            .. transcript.Messages.TakeWhile(message => message.Id != answer.Id)
                .Where(message => message is { Kind: MessageKind.Message, DeletedAt: null }),
        ];
        var answered = before.Last(message => message.Id == messageId);
        return new()
        {
            Conversation = transcript.Conversation,
            Message = new()
            {
                Conversation = transcript.Conversation,
                MessageId = answered.Id,
                Kind = answered.Kind,
                Sender = answered.Sender,
                SentAt = answered.SentAt,
                Text = answered.Text,
                Analysis = answered.Analysis,
            },
            State = new()
            {
                Language = transcript.State.Language,
                CustomerFirstName = transcript.State.CustomerFirstName ?? answered.Sender.FirstName,
                AdvisorFirstName = answer.Sender.FirstName,
                Window =
                [
                    .. before.TakeLast(ConversationState.WindowSize).Select(message => new Turn
                    {
                        MessageId = message.Id,
                        Role = message.Sender.Role,
                        SentAt = message.SentAt,
                        Text = message.Text,
                    }),
                ],
            },
        };
    }
}
