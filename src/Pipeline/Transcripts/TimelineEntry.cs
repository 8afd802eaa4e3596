using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts;

/// <summary>A message at its place, as it stands: with its last text, or none when it was deleted.</summary>
/// <param name="Message">The message; its analysis as persons corrected it.</param>
/// <param name="Weight">How many happenings made it: itself, and each edit, deletion and correction of it.</param>
/// <param name="EditedAt">When it was last edited; null when never.</param>
/// <param name="DeletedAt">When it was deleted; null when it was not.</param>
/// <param name="EditHint">The language that the platform suggested with its last edit; null when it suggested none, or there was no edit.</param>
public sealed record TimelineEntry(
    MessageAnalyzed Message,
    int Weight = 1,
    DateTimeOffset? EditedAt = null,
    DateTimeOffset? DeletedAt = null,
    string? EditHint = null)
{
    /// <summary>Whether it is a correction that was taken back.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>What the program found, where a person's word stands instead; else null.</summary>
    public TextAnalysis? MachineAnalysis { get; init; }

    /// <summary>The message as a transcript shows it, without what was made for it.</summary>
    public TranscriptMessage View() => new()
    {
        Id = Message.MessageId,
        Kind = Message.Kind,
        Sender = Message.Sender,
        SentAt = Message.SentAt,
        Text = Message.Text,
        LanguageHint = EditedAt is null ? Message.Conversation.LanguageHint : EditHint,
        Attachments = Message.Attachments,
        EditedAt = EditedAt,
        DeletedAt = DeletedAt,
        Rating = Message.Rating,
        Analysis = Message.Analysis,
        MachineAnalysis = MachineAnalysis,
    };
}

/// <summary>A correction, and when it was taken back; null while it stands.</summary>
/// <param name="Message">The correction as a message of the conversation.</param>
/// <param name="WithdrawnAt">When it was taken back.</param>
public sealed record PlacedCorrection(MessageAnalyzed Message, DateTimeOffset? WithdrawnAt)
{
    /// <summary>The correction as a transcript shows it.</summary>
    public CorrectionEntry View() => new()
    {
        Id = Message.MessageId,
        MessageId = Message.TargetMessageId,
        At = Message.SentAt,
        Says = Message.Correction!,
        WithdrawnAt = WithdrawnAt,
    };
}
