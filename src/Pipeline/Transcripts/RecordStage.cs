using Microsoft.Extensions.Logging;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Transcripts.Index;

namespace Pipeline.Transcripts;

/// <summary>
/// Records a message and advances its conversation, in one batch under the head's ETag: the message's row and the state can never
/// disagree. A message that comes after all that is known costs one write, and one read where this process has not just written the head
/// itself; one that comes late, or changes an earlier one, has the state made again from the stored messages, and what follows it is
/// scored again with what is known now.
/// </summary>
public sealed partial class RecordStage(ITables tables, ILogger<RecordStage> logger) : IStage<MessageAnalyzed, MessageScored>
{
    // Writers of one conversation are few: so many conflicts in a row mean that something else is wrong.
    private const int MaxTries = 10;

    // Some hundred desks' open conversations, at a few KiB each.
    private readonly RecentlyUsed<HeadRow> _heads = new(4096);

    /// <inheritdoc/>
    public async Task<StageResult<MessageScored>> RunAsync(MessageAnalyzed message, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var head = _heads.Find(message.Conversation.Key) ?? await ReadHeadAsync(message.Conversation.Key, cancellationToken);
            var written = IsNext(head, message)
                ? await AppendAsync(head, message, cancellationToken)
                : await InsertLateAsync(head, message, cancellationToken);
            if (written is not null)
            {
                return new StageResult<MessageScored>.GoOn(written);
            }

            _heads.Forget(message.Conversation.Key);
            Log.Conflict(logger, message.Conversation.Key, attempt + 1);
        }

        throw new InvalidOperationException($"The head of '{message.Conversation.Key}' changed under each of {MaxTries} tries.");
    }

    private async Task<HeadRow?> ReadHeadAsync(string key, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Conversations, key, ConversationRowKeys.Head, cancellationToken) is { } row
            ? HeadRow.Read(row)
            : null;

    private static bool IsNext(HeadRow? head, MessageAnalyzed message) => head is null
        ? !ConversationTimeline.IsChange(message)
        : !ConversationTimeline.IsChange(message)
            && head is { Orphans: 0, CanAdvance: true }
            && string.CompareOrdinal(message.OrderKey, head.Folded?.State.LastKey) > 0;

    // Null when the head changed meanwhile, so that the work is tried again.
    private async Task<IReadOnlyList<MessageScored>?> AppendAsync(
        HeadRow? head, MessageAnalyzed message, CancellationToken cancellationToken)
    {
        var folded = ConversationFold.Advance(head?.Folded, new TimelineEntry(message));
        var next = new HeadRow(folded, 0) { Floor = head?.Floor };
        TableChange[] changes =
        [
            new TableChange.Insert(MessageRow.From(message)),
            next.Over(message.Conversation.Key, head),
        ];
        return await TryApplyAsync(message.Conversation.Key, changes, next, cancellationToken)
            ? [Scored(message, folded, message.Kind == MessageKind.Correction || SummaryChanged(head, folded))]
            : null;
    }

    private async Task<IReadOnlyList<MessageScored>?> InsertLateAsync(
        HeadRow? head, MessageAnalyzed message, CancellationToken cancellationToken)
    {
        var stored = await ReadMessagesAsync(message.Conversation.Key, cancellationToken);
        if (stored.Exists(other => other.OrderKey == message.OrderKey))
        {
            // A repetition. Whether what followed from the first one was ever sent cannot be known: it is sent again, with the same ids.
            return Effects(new ConversationTimeline(stored), message, summaryChanged: true);
        }

        var timeline = new ConversationTimeline([.. stored, message]);
        var folded = timeline.Fold();
        var last = folded.Count > 0 ? folded[^1] : null;
        var next = new HeadRow(last, timeline.Orphans) { Floor = head?.Floor };
        List<TableChange> changes =
        [
            new TableChange.Insert(MessageRow.From(WithoutDeleted(message, [.. stored, message]))),
            next.Over(message.Conversation.Key, head),
        ];
        foreach (var emptied in EmptiedBy(message, stored).Chunk(ITables.MaxBatch - changes.Count))
        {
            // What does not fit is emptied first: if the rest then fails, the deletion is delivered again and empties the same rows.
            if (emptied.Length == ITables.MaxBatch - changes.Count)
            {
                await tables.ApplyAsync(TableNames.Conversations, message.Conversation.Key, emptied, cancellationToken);
            }
            else
            {
                changes.AddRange(emptied);
            }
        }

        return await TryApplyAsync(message.Conversation.Key, changes, next, cancellationToken)
            ? Effects(timeline, message, last is not null && SummaryChanged(head, last))
            : null;
    }

    private async Task<List<MessageAnalyzed>> ReadMessagesAsync(string key, CancellationToken cancellationToken)
    {
        var messages = new List<MessageAnalyzed>();
        await foreach (var row in tables.ReadAllAsync(
            TableNames.Conversations, TableQuery.Prefix(key, ConversationRowKeys.MessagePrefix), cancellationToken))
        {
            messages.Add(MessageRow.Read(row));
        }

        return messages;
    }

    // The changes are the message's row, the head, and whatever else.
    private async Task<bool> TryApplyAsync(
        string key, IReadOnlyList<TableChange> changes, HeadRow head, CancellationToken cancellationToken)
    {
        try
        {
            var versions = await tables.ApplyAsync(TableNames.Conversations, key, changes, cancellationToken);
            _heads.Remember(key, head with { ETag = versions[1] });
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }

    // What a deletion asks for: its target and the target's edits keep their place and lose their content.
    private static IEnumerable<TableChange> EmptiedBy(MessageAnalyzed message, List<MessageAnalyzed> stored) =>
        message.Kind != MessageKind.Deletion
            ? []
            : stored.Where(other => other.MessageId == message.TargetMessageId || other.TargetMessageId == message.TargetMessageId)
                .Select(other => new TableChange.Upsert(MessageRow.From(ConversationTimeline.Emptied(other))));

    private static MessageAnalyzed WithoutDeleted(MessageAnalyzed message, IReadOnlyList<MessageAnalyzed> all)
    {
        var subject = message.TargetMessageId ?? message.MessageId;
        return all.Any(other => other.Kind == MessageKind.Deletion && other.TargetMessageId == subject)
            ? ConversationTimeline.Emptied(message)
            : message;
    }

    // Everything from the first place that the message has an effect on is scored again, with the state as it is known now.
    private static List<MessageScored> Effects(ConversationTimeline timeline, MessageAnalyzed message, bool summaryChanged)
    {
        if (timeline.AnchorOf(message) is not { } anchor)
        {
            return [];
        }

        var folded = timeline.Fold();
        if (message.Kind == MessageKind.Correction)
        {
            return CorrectionEffects(timeline, message, folded, anchor);
        }

        var effects = new List<MessageScored>();
        for (var index = 0; index < folded.Count; index++)
        {
            var entry = timeline.Entries[index];
            if (string.CompareOrdinal(entry.Message.OrderKey, anchor) >= 0)
            {
                effects.Add(Scored(entry.Message, folded[index], summaryChanged && index == folded.Count - 1));
            }
        }

        return effects;
    }

    // What a person corrects is never told the platform again message by message. The index is written; and while the conversation goes on, the
    // customer's last message is decided and answered again, with what is known now.
    private static List<MessageScored> CorrectionEffects(
        ConversationTimeline timeline, MessageAnalyzed message, IReadOnlyList<FoldedConversation> folded, string anchor)
    {
        if (folded.Count == 0)
        {
            return [];
        }

        var effects = new List<MessageScored> { Scored(message, folded[^1], summaryChanged: true) };
        for (var index = folded.Count - 1; index >= 0 && !folded[^1].State.Closed; index--)
        {
            var entry = timeline.Entries[index];
            if (entry.Message is { Kind: MessageKind.Message, Sender.Role: SenderRole.Customer })
            {
                if (string.CompareOrdinal(entry.Message.OrderKey, anchor) >= 0)
                {
                    effects.Insert(0, Scored(entry.Message, folded[index], summaryChanged: false));
                }

                break;
            }
        }

        return effects;
    }

    // A close goes to the routing first, which gives the place back and then tells that the summary changed: so a closed conversation is indexed
    // once, with its last decision. Where no customer ever wrote nothing is routed, and nobody would tell.
    private static MessageScored Scored(MessageAnalyzed message, FoldedConversation folded, bool summaryChanged) => new()
    {
        Conversation = folded.Conversation,
        Message = message,
        State = folded.State,
        SummaryChanged = summaryChanged && !(message.Kind == MessageKind.Close && folded.State.CustomerMessages > 0),
    };

    // Of a closed conversation more is made than its summary's columns: whatever happens in it has all of that written again.
    private static bool SummaryChanged(HeadRow? before, FoldedConversation after) =>
        before?.Folded is not { } folded
        || after.State.Closed
        || SummaryOf.Head(folded) != SummaryOf.Head(after)
        || folded.Conversation.CustomerId != after.Conversation.CustomerId;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "The head of {Conversation} changed under try {Attempt}; trying again.")]
        public static partial void Conflict(ILogger logger, string conversation, int attempt);
    }
}
