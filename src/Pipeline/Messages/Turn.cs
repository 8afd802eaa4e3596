namespace Pipeline.Messages;

/// <summary>A recent message of a conversation, as the stages see it: short, masked.</summary>
public sealed record Turn
{
    /// <summary>The most characters of text a turn keeps.</summary>
    public const int MaxText = 300;

    /// <summary>The platform's id of the message.</summary>
    public required string MessageId { get; init; }

    /// <summary>Who wrote.</summary>
    public required SenderRole Role { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The masked text, cut to <see cref="MaxText"/>.</summary>
    public required string Text { get; init; }

    /// <summary>What the turn is about; null when it does not tell.</summary>
    public string? Intent { get; init; }

    /// <summary>The position of the conversation just after it: what was made for it from less is stale. 0 in a head of an older version.</summary>
    public int Position { get; init; }

    /// <summary>Whether it was deleted since: it keeps its place, without its text.</summary>
    public bool Deleted { get; init; }
}
