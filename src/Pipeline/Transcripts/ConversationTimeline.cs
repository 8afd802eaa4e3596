using Pipeline.Messages;

namespace Pipeline.Transcripts;

/// <summary>All that is known to have happened in a conversation, put in order: a function of the set of its messages.</summary>
public sealed class ConversationTimeline
{
    private readonly Dictionary<string, string> _anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MessageAnalyzed> _corrections = new(StringComparer.Ordinal);

    /// <summary>Puts stored messages in order and applies edits, deletions and corrections to their targets.</summary>
    /// <param name="stored">Every stored message of the conversation, in any order, each once.</param>
    public ConversationTimeline(IEnumerable<MessageAnalyzed> stored)
    {
        var all = stored.OrderBy(message => message.OrderKey, StringComparer.Ordinal).ToList();
        var spoken = all.Where(message => !IsChange(message)).ToList();
        foreach (var message in spoken.Where(message => message.Kind == MessageKind.Message))
        {
            _anchors.TryAdd(message.MessageId, message.OrderKey);
        }

        foreach (var correction in all.Where(message => message.Correction is { Withdraws: false }))
        {
            _corrections.TryAdd(correction.MessageId, correction);
        }

        var changes = all.Where(IsChange).ToLookup(SubjectOf);
        Entries = [.. spoken.Select(message => AsItStands(message, changes))];
        Orphans = all.Count(message => IsChange(message) && AnchorOf(message) is null);
        Corrections = [.. _corrections.Values
            .OrderBy(correction => correction.OrderKey, StringComparer.Ordinal)
            .Select(correction => new PlacedCorrection(correction, WithdrawalOf(correction, changes)))];
    }

    /// <summary>The messages, closes, ratings and corrections of the conversation, in order.</summary>
    public IReadOnlyList<TimelineEntry> Entries { get; }

    /// <summary>Every correction with what took it back, in order.</summary>
    public IReadOnlyList<PlacedCorrection> Corrections { get; }

    /// <summary>How many changes wait for a message or a correction that is not known yet.</summary>
    public int Orphans { get; }

    /// <summary>Whether it changes another message instead of being one.</summary>
    public static bool IsChange(MessageAnalyzed message) =>
        message.Kind is MessageKind.Edit or MessageKind.Deletion
        || message is { Kind: MessageKind.Correction, TargetMessageId: not null };

    /// <summary>The first place that a message has an effect on: its own, or its target's; null when its target is not known.</summary>
    public string? AnchorOf(MessageAnalyzed message) => IsChange(message)
        ? SubjectOf(message) switch
        {
            { IsCorrection: true } subject => _corrections.GetValueOrDefault(subject.Id)?.OrderKey,
            var subject => _anchors.GetValueOrDefault(subject.Id),
        }
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

    private static TimelineEntry AsItStands(MessageAnalyzed message, ILookup<ChangeSubject, MessageAnalyzed> changes)
    {
        if (message.Kind is not (MessageKind.Message or MessageKind.Correction))
        {
            return new(message);
        }

        var own = changes[new(message.MessageId, message.Kind == MessageKind.Correction)].ToList();
        if (own.Count == 0)
        {
            return new(message);
        }

        var weight = 1 + own.Count;
        if (message.Kind == MessageKind.Correction)
        {
            return new(message, weight) { Withdrawn = true };
        }

        if (own.Find(change => change.Kind == MessageKind.Deletion) is { } deletion)
        {
            return new(Emptied(message), weight, null, deletion.SentAt);
        }

        return own.FindLast(change => change.Kind == MessageKind.Edit) is { } edit
            ? Corrected(
                message with { Text = edit.Text, Masked = edit.Masked, Analysis = edit.Analysis }, own, new(message, weight, edit.SentAt, EditHint: edit.Conversation.LanguageHint), edit.OrderKey)
            : Corrected(message, own, new(message, weight), "");
    }

    // A correction is of the text that a person read: an edit after it makes another one.
    private static TimelineEntry Corrected(MessageAnalyzed message, List<MessageAnalyzed> own, TimelineEntry entry, string since)
    {
        var withdrawn = own.Where(change => change.Correction is { Withdraws: true })
            .Select(change => change.TargetMessageId!)
            .ToHashSet(StringComparer.Ordinal);
        MessageAnalyzed[] standing =
        [
            .. own.Where(change => change.Correction is { Withdraws: false } && !withdrawn.Contains(change.MessageId)
                && string.CompareOrdinal(change.OrderKey, since) > 0),
        ];
        if (standing.Length == 0 || message.Analysis is not { } machine)
        {
            return entry with { Message = message };
        }

        var merged = standing.Select(change => change.Correction!).Aggregate((before, after) => after with
        {
            Sentiment = after.Sentiment ?? (after.Emotion is null ? before.Sentiment : null),
            Emotion = after.Emotion ?? (after.Sentiment is null ? before.Emotion : null),
            Intent = after.Intent ?? before.Intent,
        });
        return entry with { Message = message with { Analysis = merged.Apply(machine) }, MachineAnalysis = machine };
    }

    private DateTimeOffset? WithdrawalOf(MessageAnalyzed correction, ILookup<ChangeSubject, MessageAnalyzed> changes) =>
        changes[SubjectOf(correction)]
            .Where(change => change.Correction is { Withdraws: true } && change.TargetMessageId == correction.MessageId)
            .Select(change => (DateTimeOffset?)change.SentAt)
            .FirstOrDefault();

    // What takes back the correction of a message changes that message.
    private ChangeSubject SubjectOf(MessageAnalyzed change) => change switch
    {
        { Correction: { Withdraws: true } } when _corrections.GetValueOrDefault(change.TargetMessageId!) is { } target => SubjectOf(target),
        { Correction: { Withdraws: true } } => new(change.TargetMessageId!, true),
        { Kind: MessageKind.Correction, TargetMessageId: null } => new(change.MessageId, true),
        _ => new(change.TargetMessageId!, false),
    };

    // A platform can give a message any id, also that of a correction.
    private readonly record struct ChangeSubject(string Id, bool IsCorrection);
}
