using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts;

/// <summary>A message at its place, as it stands: with its last text, or none when it was deleted.</summary>
/// <param name="Message">The message.</param>
/// <param name="Weight">How many happenings made it: itself, and each edit and deletion of it.</param>
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
    };
}

/// <summary>All that is known to have happened in a conversation, put in order: a function of the set of its messages.</summary>
public sealed class ConversationTimeline
{
    private readonly Dictionary<string, string> _anchors;

    /// <summary>Puts stored messages in order and applies edits and deletions to their targets.</summary>
    /// <param name="stored">Every stored message of the conversation, in any order, each once.</param>
    public ConversationTimeline(IEnumerable<MessageAnalyzed> stored)
    {
        var all = stored.OrderBy(message => message.OrderKey, StringComparer.Ordinal).ToList();
        var changes = all.Where(IsChange).ToLookup(message => message.TargetMessageId!, StringComparer.Ordinal);
        var spoken = all.Where(message => !IsChange(message)).ToList();
        _anchors = [];
        foreach (var message in spoken.Where(message => message.Kind == MessageKind.Message))
        {
            _anchors.TryAdd(message.MessageId, message.OrderKey);
        }

        Entries = [.. spoken.Select(message => AsItStands(message, changes))];
        Orphans = all.Count(message => IsChange(message) && !_anchors.ContainsKey(message.TargetMessageId!));
    }

    /// <summary>The messages, closes and ratings, in order.</summary>
    public IReadOnlyList<TimelineEntry> Entries { get; }

    /// <summary>How many edits and deletions wait for a message that is not known yet.</summary>
    public int Orphans { get; }

    /// <summary>Whether it changes another message instead of being one.</summary>
    public static bool IsChange(MessageAnalyzed message) => message.Kind is MessageKind.Edit or MessageKind.Deletion;

    /// <summary>The first place that a message has an effect on: its own, or its target's; null when its target is not known.</summary>
    public string? AnchorOf(MessageAnalyzed message) => IsChange(message)
        ? _anchors.GetValueOrDefault(message.TargetMessageId!)
        : message.OrderKey;

    /// <summary>The conversation after each entry.</summary>
    public IReadOnlyList<FoldedConversation> Fold()
    {
        var folded = new List<FoldedConversation>(Entries.Count);
        FoldedConversation? before = null;
        foreach (var entry in Entries)
        {
            before = ConversationFold.Advance(before, entry);
            folded.Add(before);
        }

        return folded;
    }

    /// <summary>A message without its content: what is left of a deleted one.</summary>
    public static MessageAnalyzed Emptied(MessageAnalyzed message) =>
        message with { Text = "", Masked = [], Attachments = [], Analysis = null };

    private static TimelineEntry AsItStands(MessageAnalyzed message, ILookup<string, MessageAnalyzed> changes)
    {
        if (message.Kind != MessageKind.Message || !changes.Contains(message.MessageId))
        {
            return new(message);
        }

        var own = changes[message.MessageId].ToList();
        var weight = 1 + own.Count;
        if (own.Find(change => change.Kind == MessageKind.Deletion) is { } deletion)
        {
            return new(Emptied(message), weight, null, deletion.SentAt);
        }

        var edit = own[^1];
        return new(
            message with { Text = edit.Text, Masked = edit.Masked, Analysis = edit.Analysis },
            weight,
            edit.SentAt,
            EditHint: edit.Conversation.LanguageHint);
    }
}
