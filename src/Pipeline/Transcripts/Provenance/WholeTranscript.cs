using System.Text.Json.Serialization;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Provenance;

/// <summary>A conversation with all that is known of it, for those who judge quality.</summary>
public sealed record WholeTranscript
{
    /// <summary>The messages as they stand, with scores and their evidence, suggestions, and routing decisions with reasons and rule versions.</summary>
    public required ConversationTranscript Transcript { get; init; }

    /// <summary>Every edit and deletion, in order.</summary>
    public required IReadOnlyList<MessageRevision> Revisions { get; init; }

    /// <summary>Where the sentences of advisors came from, and what became of each suggestion.</summary>
    public required ConversationProvenance Provenance { get; init; }

    /// <summary>How it went from hand to hand.</summary>
    public required IReadOnlyList<HandoverPassage> Handovers { get; init; }

    /// <summary>Who has the word, and why.</summary>
    public required ConversationFloor Floor { get; init; }

    /// <summary>What advisors told of suggestions, in order of time.</summary>
    public required IReadOnlyList<FeedbackEntry> Feedback { get; init; }

    /// <summary>The hash chain, and whether it holds.</summary>
    public required TranscriptChain Chain { get; init; }
}

/// <summary>An edit or a deletion.</summary>
/// <param name="Kind">Which.</param>
/// <param name="MessageId">The message that was changed.</param>
/// <param name="At">When.</param>
/// <param name="Text">The masked text after an edit; empty for a deletion, and where the message was deleted later.</param>
public sealed record MessageRevision(MessageKind Kind, string MessageId, DateTimeOffset At, string Text);

/// <summary>Reads conversations with all that is known of them. Two queries.</summary>
public sealed class WholeTranscripts(
    IConversationRecords records, IReplyProvenance provenance, IHandoverHistory handovers, TranscriptSeals seals)
{
    /// <summary>The conversation; null when it is not known.</summary>
    public async Task<WholeTranscript?> ReadAsync(string conversationKey, CancellationToken cancellationToken)
    {
        if (await records.ReadRecordAsync(conversationKey, cancellationToken) is not { } record)
        {
            return null;
        }

        var head = HeadRow.Read(record.Rows[ConversationRowKeys.Head]);
        return new WholeTranscript
        {
            Transcript = record.Transcript,
            Revisions =
            [
                .. record.Under(ConversationRowKeys.MessagePrefix)
                    .Select(MessageRow.Read)
                    .Where(message => message.Kind is MessageKind.Edit or MessageKind.Deletion)
                    .Select(change => new MessageRevision(change.Kind, change.TargetMessageId!, change.SentAt, change.Text)),
            ],
            Provenance = provenance.Trace(record),
            Handovers = handovers.Passages(record),
            Floor = ConversationFloor.Now(record.Transcript.State, head.Floor?.Given),
            Feedback = [.. record.Feedback.OrderBy(entry => entry.At).ThenBy(entry => entry.Id, StringComparer.Ordinal)],
            Chain = await seals.VerifyAsync(record.Key, record.Rows, cancellationToken),
        };
    }
}

/// <summary>How it is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WholeTranscript))]
public sealed partial class ProvenanceJson : JsonSerializerContext;
