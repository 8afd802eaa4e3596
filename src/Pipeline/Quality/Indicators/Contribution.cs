using System.Globalization;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Quality.Indicators;

/// <summary>What one closed conversation brings to the figures of its day: numbers and groups, no text and no name.</summary>
public sealed record Contribution
{
    /// <summary>The conversation's key; of a forgotten one the key of its row, which leads nowhere.</summary>
    public required string Key { get; init; }

    /// <summary>Whether the conversation was erased, and this is what is left for the figures of its groups.</summary>
    public bool IsForgotten { get; init; }

    /// <summary>Of a forgotten one, whether its customer came back; null when that could not be told.</summary>
    public bool? FollowedWhenForgotten { get; init; }

    /// <summary>When it started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was closed.</summary>
    public required DateTimeOffset ClosedAt { get; init; }

    /// <summary>The brand.</summary>
    public required string Brand { get; init; }

    /// <summary>The channel.</summary>
    public required string Channel { get; init; }

    /// <summary>The language.</summary>
    public required string Language { get; init; }

    /// <summary>The skill that it needed; null when it was never routed.</summary>
    public string? Skill { get; init; }

    /// <summary>What it was about; null when nothing told.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it was hard.</summary>
    public bool Hard { get; init; }

    /// <summary>The rating, 1 to 5; null when there was none.</summary>
    public int? Rating { get; init; }

    /// <summary>Whether the customer ended with meant thanks.</summary>
    public bool Thanked { get; init; }

    /// <summary>The keyed hash of the customer; null when not known.</summary>
    public string? Customer { get; init; }

    /// <summary>What was measured.</summary>
    public required ConversationMeasures Measures { get; init; }

    /// <summary>The day that it counts for (UTC).</summary>
    public DateOnly Day => DateOnly.FromDateTime(StartedAt.UtcDateTime);

    /// <summary>The contribution of a record.</summary>
    public static Contribution Of(ConversationRecord record, ConversationMeasures measures, string? customer)
    {
        var (conversation, state) = (record.Transcript.Conversation, record.Transcript.State);
        return new()
        {
            Key = conversation.Key,
            StartedAt = state.StartedAt,
            ClosedAt = state.ClosedAt ?? state.LastAt,
            Brand = conversation.Brand,
            Channel = conversation.Channel,
            Language = state.Language,
            Skill = record.Transcript.Assignment?.Decision.Skill,
            Reason = state.Intent,
            Hard = record.Transcript.Assignment?.Decision.Hard ?? false,
            Rating = state.Rating,
            Thanked = state.Journey.Thanked,
            Customer = customer,
            Measures = measures,
        };
    }

    /// <summary>How spans are written in one text: advisor, beginning and length in milliseconds since the start, a span a line.</summary>
    internal string SpansText() => string.Join('\n', Measures.EngagedSpans.Select(span => string.Create(
        CultureInfo.InvariantCulture, $"{Milliseconds(span.From - StartedAt)} {Milliseconds(span.To - span.From)} {span.AdvisorId}")));

    /// <summary>Reads what <see cref="SpansText"/> wrote.</summary>
    internal static IReadOnlyList<EngagedSpan> ReadSpans(string text, DateTimeOffset startedAt) => text.Length == 0
        ? []
        : [.. text.Split('\n').Select(line => line.Split(' ', 3)).Select(parts =>
        {
            var from = startedAt.AddMilliseconds(long.Parse(parts[0], CultureInfo.InvariantCulture));
            return new EngagedSpan(
                parts[2].Length == 0 ? null : parts[2], from, from.AddMilliseconds(long.Parse(parts[1], CultureInfo.InvariantCulture)));
        })];

    private static long Milliseconds(TimeSpan span) => (long)Math.Round(span.TotalMilliseconds);
}
