namespace Pipeline.Suggestions.Replies;

/// <summary>A reply that advisors sent and customers accepted, as everybody may know it.</summary>
public sealed record AcceptedReply
{
    /// <summary>Names it within its brand and language: 16 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>The brand that it was sent for.</summary>
    public required string Brand { get; init; }

    /// <summary>The language: fr or en.</summary>
    public required string Language { get; init; }

    /// <summary>The text, with slots such as <c>{customer_first_name}</c>.</summary>
    public required string Text { get; init; }

    /// <summary>What it does: one of the categories of phrases.</summary>
    public required string Category { get; init; }

    /// <summary>How it sounds: one of the tones of phrases.</summary>
    public required string Tone { get; init; }

    /// <summary>What the answered messages were about, and how often.</summary>
    public required IReadOnlyDictionary<string, int> Intents { get; init; }

    /// <summary>How often it was sent; counted up to <see cref="ReplyThresholds.MostUses"/>.</summary>
    public required int Uses { get; init; }

    /// <summary>In how many of the counted uses' conversations.</summary>
    public required int Conversations { get; init; }

    /// <summary>The day it was last sent (UTC).</summary>
    public DateOnly? LastUsed { get; init; }

    /// <summary>When somebody took it back; null while nobody has.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>Who took it back.</summary>
    public string? RetiredBy { get; init; }
}
