using System.Collections.Frozen;
using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Protection.Retention;

namespace Pipeline.Protection.Erasure;

/// <summary>
/// Remembers erased conversations by their keyed hashes, with the time: what was sent before it is refused wherever it comes from. What the same
/// person writes afterwards is new, and taken. Every instance looks the hashes up again after a few seconds; an erasure waits for that.
/// </summary>
public sealed class ErasedConversations(
    ITables tables, SubjectHashes hashes, RetentionRules rules, IOptions<ProtectionOptions> options, TimeProvider clock) : IErasedConversations
{
    private const string Partition = "erased";

    private volatile Known? _known;

    /// <inheritdoc/>
    public async ValueTask<bool> RefusesAsync(ConversationEvent message, DateTimeOffset? enqueuedAt, CancellationToken cancellationToken)
    {
        if (message is MessageCaptured captured && rules.IsTooOld(captured.Conversation.Brand, captured.SentAt)
            && await IsAloneAsync(captured, cancellationToken))
        {
            return true;
        }

        var known = await KnownAsync(cancellationToken);
        return known.Count > 0
            && known.TryGetValue(hashes.OfConversation(message.Conversation.Key), out var erasedAt)
            && await IsOfBeforeAsync(message, enqueuedAt, erasedAt, cancellationToken);
    }

    /// <summary>Refuses a conversation from now on. A second time moves the time on.</summary>
    public Task AddAsync(string conversationKey, CancellationToken cancellationToken)
    {
        var row = new TableRow(Partition, hashes.OfConversation(conversationKey), new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["At"] = clock.GetUtcNow(),
        });
        return tables.ApplyAsync(TableNames.Protection, Partition, [new TableChange.Upsert(row)], cancellationToken);
    }

    /// <summary>Forgets those that no platform tells again any more.</summary>
    public async Task ExpireAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().AddDays(-options.Value.RefuseDays);
        var old = (await ReadAsync(cancellationToken)).Where(erased => erased.Value < before).Select(erased => erased.Key).ToArray();
        await tables.DeleteAllAsync(TableNames.Protection, Partition, old, cancellationToken);
    }

    private async ValueTask<bool> IsOfBeforeAsync(
        ConversationEvent message, DateTimeOffset? enqueuedAt, DateTimeOffset erasedAt, CancellationToken cancellationToken)
    {
        switch (message)
        {
            case MessageCaptured { Kind: not MessageKind.Message } change:
                // The close or the edit of what is gone would begin the conversation anew, with nothing in it but whose it was.
                return change.SentAt <= erasedAt || await IsAloneAsync(change, cancellationToken);
            case MessageCaptured captured:
                return captured.SentAt <= erasedAt;
            case MessageScored scored:
                return scored.Message.SentAt <= erasedAt;
            default:
                // What was made before an instance knew of the erasure.
                return enqueuedAt <= erasedAt + options.Value.Settle;
        }
    }

    // Whether it would begin a conversation. Of a close or a rating, platforms need not tell the brand: where there is a conversation, they belong to it.
    private async ValueTask<bool> IsAloneAsync(MessageCaptured message, CancellationToken cancellationToken) =>
        message.Kind == MessageKind.Message
        || await tables.ReadAsync(TableNames.Conversations, message.Conversation.Key, ConversationRowKeys.Head, cancellationToken) is null;

    private async ValueTask<FrozenDictionary<string, DateTimeOffset>> KnownAsync(CancellationToken cancellationToken)
    {
        if (_known is { } known && clock.GetElapsedTime(known.ReadAt) < options.Value.RefreshAfter)
        {
            return known.Erased;
        }

        var readAt = clock.GetTimestamp();
        var erased = (await ReadAsync(cancellationToken)).ToFrozenDictionary(StringComparer.Ordinal);
        _known = new(erased, readAt);
        return erased;
    }

    private async Task<Dictionary<string, DateTimeOffset>> ReadAsync(CancellationToken cancellationToken)
    {
        var erased = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        await foreach (var row in tables.ReadAllAsync(TableNames.Protection, new TableQuery(Partition), cancellationToken))
        {
            erased[row.RowKey] = (DateTimeOffset)row.Properties["At"];
        }

        return erased;
    }

    private sealed record Known(FrozenDictionary<string, DateTimeOffset> Erased, long ReadAt);
}
