using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Protection.Retention;

/// <summary>A conversation as retention sees it: whose, when it last moved, and which rows of each kind it has.</summary>
internal sealed class KeptConversation(string key)
{
    public string Key => key;

    public string Brand { get; private set; } = "";

    public string? Platform { get; private set; }

    public string? CustomerId { get; private set; }

    /// <summary>When its last message was sent; null where it has none.</summary>
    public DateTimeOffset? LastAt { get; private set; }

    /// <summary>The rows of messages that were analysed.</summary>
    public List<TableRow> Scored { get; } = [];

    /// <summary>The keys of rows of suggestions.</summary>
    public List<string> Suggestions { get; } = [];

    /// <summary>The keys of rows of decisions and hand-overs.</summary>
    public List<string> Decisions { get; } = [];

    public void Add(TableRow row)
    {
        if (Is(row, ConversationRowKeys.MessagePrefix))
        {
            var sentAt = (DateTimeOffset)row.Properties["SentAt"];
            LastAt = LastAt > sentAt ? LastAt : sentAt;
            if (row.Text("Kind") == nameof(MessageKind.Message))
            {
                // Of a close or a rating, platforms need not tell the brand.
                Brand = row.Text("Brand")!;
            }

            Platform = row.Text("Platform");
            CustomerId = row.Text("CustomerId") ?? CustomerId;
            if (row.Properties.ContainsKey("Analysis"))
            {
                Scored.Add(row);
            }
        }
        else if (Is(row, ConversationRowKeys.SuggestionsPrefix) || Is(row, ConversationRowKeys.FeedbackPrefix) || Is(row, ConversationRowKeys.HoldingPrefix))
        {
            Suggestions.Add(row.RowKey);
        }
        else if (Is(row, ConversationRowKeys.DecisionPrefix) || Is(row, ConversationRowKeys.HandoverPrefix))
        {
            Decisions.Add(row.RowKey);
        }
    }

    private static bool Is(TableRow row, string prefix) => row.RowKey.StartsWith(prefix, StringComparison.Ordinal);
}
