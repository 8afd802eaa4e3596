using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Quality.Knowledge.Words;

namespace Pipeline.Quality.Knowledge.Register;

/// <summary>
/// Finds the customer's messages that the suggestions failed: nothing was suggested, or all that was suggested was dismissed as beside the matter or
/// not right, and nothing of it was used. A pure function of the record.
/// </summary>
public static class SuggestionMisses
{
    /// <summary>A text with fewer words that carry a matter asks nothing that could be answered ("ok", "and then?").</summary>
    public const int LeastTerms = 2;

    // What needs no answer from a library.
    private static readonly string[] NoQuestions = ["small_talk_other", "thanks_feedback"];

    /// <summary>The misses of a closed conversation, each once.</summary>
    public static IReadOnlyList<Sighting> In(ConversationRecord record)
    {
        var (transcript, conversation) = (record.Transcript, record.Transcript.Conversation);
        var closedAt = transcript.State.ClosedAt ?? transcript.State.LastAt;
        var feedback = record.Feedback.Where(entry => entry.SuggestionId is not null)
            .ToLookup(entry => entry.SuggestionId!, StringComparer.Ordinal);
        List<Sighting> misses = [];
        foreach (var message in transcript.Messages)
        {
            if (message is not { Kind: MessageKind.Message, Sender.Role: SenderRole.Customer, DeletedAt: null, Suggestions: { } suggestions }
                || NoQuestions.Contains(message.Analysis?.Intent) || IsHeldOut(record, message)
                || MissOf(suggestions, feedback) is not { } kind
                || QuestionTerms.Of(message.Text) is not { Count: >= LeastTerms } terms)
            {
                continue;
            }

            misses.Add(new Sighting
            {
                Id = Sighting.IdOf("miss", conversation.Key, message.Id),
                Scope = new(
                    transcript.State.Language, conversation.Brand, message.Analysis?.Intent ?? transcript.State.Intent ?? QuestionScope.AnyIntent),
                Kind = kind,
                At = message.SentAt,
                KnownAt = closedAt,
                Wording = Sighting.Cut(message.Text),
                Terms = terms,
                Conversation = conversation.Key,
                MessageId = message.Id,
                Skill = transcript.Assignment?.Decision.Skill,
                Advisors = transcript.Assignment?.AdvisorId is { } advisor ? [advisor] : [],
            });
        }

        return misses;
    }

    private static SightingKind? MissOf(IReadOnlyList<Suggestion> suggestions, ILookup<string, FeedbackEntry> feedback)
    {
        if (suggestions.Count == 0)
        {
            return SightingKind.NothingSuggested;
        }

        // What was used helped, whatever was said of it before or after.
        return suggestions.All(suggestion => feedback[suggestion.Id].ToList() is { Count: > 0 } told
            && told.Any(entry => entry is { Kind: FeedbackKind.Dismissed, Reason: FeedbackReason.NotRelevant or FeedbackReason.Incorrect })
            && !told.Any(entry => entry.Kind is FeedbackKind.Inserted or FeedbackKind.Edited or FeedbackKind.Sent))
            ? SightingKind.AllDismissed
            : null;
    }

    // Of one that is held out nothing was shown, so that nothing failed.
    private static bool IsHeldOut(ConversationRecord record, TranscriptMessage message) =>
        record.Rows.TryGetValue(ConversationRowKeys.Suggestions(ConversationKeys.Order(message.SentAt, message.Id)), out var row)
        && row.Properties.TryGetValue("HeldOut", out var heldOut) && heldOut is true;
}
