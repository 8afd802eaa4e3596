using Pipeline.Contracts;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Tests.Support;
using Pipeline.Transcripts;

namespace Pipeline.Tests.Suggestions.Speaking;

/// <summary>
/// What is true of a conversation, told from the stored messages alone and as plainly as it can be: it knows neither the state that is folded
/// nor the rule that the product decides by.
/// </summary>
internal sealed class Facts(InMemoryTables tables)
{
    /// <summary>From where another advisor holds it; null while none does.</summary>
    public string? TransferredAt { get; set; }

    /// <summary>What makes a set for a message that was made from so many happenings stale; null when nothing does.</summary>
    public string? WhyStale(string orderKey, int position)
    {
        var all = Messages();
        var said = all.Where(message => message.Kind == MessageKind.Message).ToList();
        if (said.Find(message => message.OrderKey == orderKey) is not { } answered)
        {
            return "its message is not known";
        }

        return IsDeleted(all, answered) ? "its message was deleted"
            : IsClosed(all) ? "the conversation is closed"
            : said.Exists(message => After(message.OrderKey, orderKey)
                && message.Sender.Role is SenderRole.Customer or SenderRole.Advisor && !IsDeleted(all, message)) ? "somebody wrote after it"
            : KnownUpTo(all, orderKey) > position ? "more is known up to its message"
            : TransferredAt is { } at && After(at, orderKey) ? "another advisor has it"
            : null;
    }

    /// <summary>The customer's message that an answer is owed to, and how much is known up to it; null when none is.</summary>
    public (string OrderKey, int Position)? Owed()
    {
        var all = Messages();
        var last = all.Where(message => message is { Kind: MessageKind.Message, Sender.Role: SenderRole.Customer or SenderRole.Advisor }
                && !IsDeleted(all, message))
            .MaxBy(message => message.OrderKey, StringComparer.Ordinal);
        return last is { Sender.Role: SenderRole.Customer } && !IsClosed(all) && !(TransferredAt is { } at && After(at, last.OrderKey))
            ? (last.OrderKey, KnownUpTo(all, last.OrderKey))
            : null;
    }

    public bool IsInLibrary(string source) => tables.Dump().Any(entry =>
        entry.Table == TableNames.Phrases && entry.Row.RowKey == source["phrase:".Length..]);

    private List<MessageAnalyzed> Messages() =>
    [
        .. tables.Dump()
            .Where(entry => entry.Table == TableNames.Conversations && entry.Row.PartitionKey == Said.Conversation.Key
                && entry.Row.RowKey.StartsWith(ConversationRowKeys.MessagePrefix, StringComparison.Ordinal))
            .Select(entry => MessageRow.Read(entry.Row)),
    ];

    private static bool After(string left, string right) => string.CompareOrdinal(left, right) > 0;

    private static bool IsDeleted(List<MessageAnalyzed> all, MessageAnalyzed message) =>
        all.Exists(other => other.Kind == MessageKind.Deletion && other.TargetMessageId == message.MessageId);

    private static bool IsClosed(List<MessageAnalyzed> all) => all.Exists(close => close.Kind == MessageKind.Close
        && !all.Exists(message => message is { Kind: MessageKind.Message, Sender.Role: SenderRole.Customer } && After(message.OrderKey, close.OrderKey)));

    private static int KnownUpTo(List<MessageAnalyzed> all, string orderKey)
    {
        var upTo = all.Where(message => message.TargetMessageId is null && !After(message.OrderKey, orderKey)).ToList();
        return upTo.Count + all.Count(message => message.TargetMessageId is { } target && upTo.Exists(other => other.MessageId == target));
    }
}
