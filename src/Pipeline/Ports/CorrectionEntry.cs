using Pipeline.Messages;

namespace Pipeline.Ports;

/// <summary>A person's correction of a message or of a conversation, as it is kept.</summary>
public sealed record CorrectionEntry
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The message that it is of; null when it is of the conversation.</summary>
    public string? MessageId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who says what, and why.</summary>
    public required Correction Says { get; init; }

    /// <summary>When it was taken back; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }
}
