using System.Globalization;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Quality.Review.Corrections;

/// <summary>Why a correction was not taken.</summary>
public enum CorrectionRefusal
{
    /// <summary>The conversation is not known.</summary>
    ConversationUnknown,

    /// <summary>The conversation has no such message.</summary>
    MessageUnknown,

    /// <summary>The message was never scored: it is not a customer's, has no text, or was deleted.</summary>
    NotScored,

    /// <summary>The conversation has no such correction.</summary>
    CorrectionUnknown,
}

/// <summary>
/// Takes corrections in. A correction is a message of the conversation, on the same path as the platforms' own: so it is placed, stored, repeated and
/// folded like any other, and the state stays a function of the set of messages.
/// </summary>
public sealed class CorrectionDesk(IConversationRecords records, IBus bus, TimeProvider clock)
{
    /// <summary>Corrects a message or a conversation.</summary>
    /// <param name="conversationKey">The conversation.</param>
    /// <param name="messageId">The message; null for the conversation.</param>
    /// <param name="says">What is so.</param>
    /// <param name="id">Names the correction: told again under the same name, it is told once. Null to have one made.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(CorrectionEntry? Entry, CorrectionRefusal? Refusal)> CorrectAsync(
        string conversationKey, string? messageId, Correction says, string? id, CancellationToken cancellationToken)
    {
        if (await records.ReadRecordAsync(conversationKey, cancellationToken) is not { } record)
        {
            return (null, CorrectionRefusal.ConversationUnknown);
        }

        var transcript = record.Transcript;
        if (messageId is not null)
        {
            if (transcript.Messages.FirstOrDefault(message => message.Id == messageId && message.Kind == MessageKind.Message) is not { } message)
            {
                return (null, CorrectionRefusal.MessageUnknown);
            }

            if (message.Analysis is null)
            {
                return (null, CorrectionRefusal.NotScored);
            }
        }

        var at = Now(transcript);
        var name = id ?? StableHash.Of($"{says}\0{messageId}\0{at.UtcTicks}").ToString("x16", CultureInfo.InvariantCulture);
        var entry = new CorrectionEntry { Id = $"correction-{name}", MessageId = messageId, At = at, Says = says };
        if (transcript.Corrections?.FirstOrDefault(known => known.Id == entry.Id) is { } known)
        {
            return (known, null);
        }

        await SendAsync(transcript, entry.Id, messageId, says, at, cancellationToken);
        return (entry, null);
    }

    /// <summary>Takes a correction back: what the program said, or an earlier correction, stands again.</summary>
    public async Task<(CorrectionEntry? Entry, CorrectionRefusal? Refusal)> WithdrawAsync(
        string conversationKey, string id, string by, CancellationToken cancellationToken)
    {
        if (await records.ReadRecordAsync(conversationKey, cancellationToken) is not { } record)
        {
            return (null, CorrectionRefusal.ConversationUnknown);
        }

        if (record.Transcript.Corrections?.FirstOrDefault(known => known.Id == id) is not { } entry)
        {
            return (null, CorrectionRefusal.CorrectionUnknown);
        }

        if (entry.WithdrawnAt is null)
        {
            var at = Now(record.Transcript);
            await SendAsync(record.Transcript, $"withdrawal-{id}", id, new() { By = by, Withdraws = true }, at, cancellationToken);
            entry = entry with { WithdrawnAt = at };
        }

        return (entry, null);
    }

    // After all that is known, whatever the clocks of the platform and of this machine say.
    private DateTimeOffset Now(ConversationTranscript transcript)
    {
        var now = clock.GetUtcNow();
        return now > transcript.State.LastAt ? now : transcript.State.LastAt.AddTicks(1);
    }

    private Task SendAsync(
        ConversationTranscript transcript, string id, string? target, Correction says, DateTimeOffset at, CancellationToken cancellationToken) =>
        bus.SendAsync(
            Entities.Captured,
            [
                Envelope.Wrap(new MessageCaptured
                {
                    Conversation = transcript.Conversation,
                    MessageId = id,
                    Kind = MessageKind.Correction,
                    Sender = new Sender(SenderRole.System),
                    SentAt = at,
                    TargetMessageId = target,
                    Correction = says,
                }),
            ],
            cancellationToken);
}
