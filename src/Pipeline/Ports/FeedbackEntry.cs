using Pipeline.Messages;

namespace Pipeline.Ports;

/// <summary>Feedback as it is kept: what was done and how much was changed, and nothing about who did it but their level.</summary>
public sealed record FeedbackEntry
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What was done.</summary>
    public required FeedbackKind Kind { get; init; }

    /// <summary>When we were told.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The suggestion; null where it is about none.</summary>
    public string? SuggestionId { get; init; }

    /// <summary>What the suggestion was made of.</summary>
    public string? Source { get; init; }

    /// <summary>The category of the suggestion.</summary>
    public string? Category { get; init; }

    /// <summary>How much of the suggestion was changed, 0 to 1: the edit distance over the longer length; null where no text was given.</summary>
    public double? Distance { get; init; }

    /// <summary>Why.</summary>
    public FeedbackReason? Reason { get; init; }

    /// <summary>The level of the advisor then; null when not known.</summary>
    public AdvisorLevel? Level { get; init; }

    /// <summary>The key of its row.</summary>
    public static string RowKey(string id) => ConversationRowKeys.FeedbackPrefix + ConversationKeys.Safe(id);

    /// <summary>Reads a row.</summary>
    public static FeedbackEntry Read(TableRow row) => new()
    {
        Id = row.Text("Id")!,
        Kind = Enum.Parse<FeedbackKind>(row.Text("Kind")!),
        At = (DateTimeOffset)row.Properties["At"],
        SuggestionId = row.Text("SuggestionId"),
        Source = row.Text("Source"),
        Category = row.Text("Category"),
        Distance = row.Properties.TryGetValue("Distance", out var distance) ? (double)distance : null,
        Reason = row.Text("Reason") is { } reason ? Enum.Parse<FeedbackReason>(reason) : null,
        Level = row.Text("Level") is { } level ? Enum.Parse<AdvisorLevel>(level) : null,
    };

    /// <summary>The row to write.</summary>
    public TableRow ToRow(string conversationKey)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal) { ["Id"] = Id, ["Kind"] = Kind.ToString(), ["At"] = At };
        Add("SuggestionId", SuggestionId);
        Add("Source", Source);
        Add("Category", Category);
        Add("Distance", Distance);
        Add("Reason", Reason?.ToString());
        Add("Level", Level?.ToString());
        return new(conversationKey, RowKey(Id), properties);

        void Add(string name, object? value)
        {
            if (value is not null)
            {
                properties[name] = value;
            }
        }
    }
}
