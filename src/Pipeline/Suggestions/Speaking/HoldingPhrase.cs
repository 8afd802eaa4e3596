using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Fitting;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Retrieval;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Speaking;

/// <summary>Chooses the phrase that asks a waiting customer for patience. A pure function: no clock, no chance.</summary>
internal static class HoldingPhrase
{
    /// <summary>
    /// One made for what the conversation is about, else one for any situation; never one whose words the customer has read, nor one with something
    /// left to fill in. Which of several is decided by a hash, so that silences differ and a repeated run says the same. Null when the library
    /// has none that fits.
    /// </summary>
    public static Suggestion? Choose(CandidateCollection phrases, ConversationStanding standing, Turn waiting, SuggestionOptions options)
    {
        var (conversation, state, _) = standing;
        var scored = Waiting(standing, waiting);
        var situation = new Situation(scored, phrases.Language);
        var fitting = new ReplyFitting(scored, situation, new SlotValues(scored, phrases.Language, options), options);
        var chosen = phrases.Segments
            .SelectMany(segment => segment.Places.Select(place => (Phrase: segment.Segment.Candidates[place], segment.Segment, Place: place)))
            .Where(candidate => candidate.Phrase.Category == PhraseCategory.Holding
                && candidate.Phrase.Allows(conversation.Brand, conversation.Channel)
                && (candidate.Phrase.Intents.Count == 0 || (state.Intent is { } intent && candidate.Phrase.Intents.Contains(intent)))
                && !situation.Told.Any(turn => candidate.Segment.WasSaidIn(candidate.Place, turn)))
            .OrderByDescending(candidate => candidate.Phrase.Intents.Count > 0)
            .ThenBy(candidate => StableHash.Of($"{conversation.Key}|{waiting.MessageId}|{candidate.Phrase.Id}"))
            .Select(candidate => (candidate.Phrase, Fitted: fitting.Fit(candidate.Phrase)))
            .FirstOrDefault(candidate => candidate.Fitted is { Blanks.Count: 0 });
        return chosen.Phrase is null
            ? null
            : new Suggestion(
                ConversationKeys.BusId("holding", conversation.Key, waiting.MessageId, chosen.Phrase.Id),
                chosen.Fitted!.Text,
                PhraseWords.Name(PhraseCategory.Holding),
                chosen.Phrase.Source,
                1,
                [phrases.Language == "fr" ? "le client attend" : "the customer is waiting"]);
    }

    private static MessageScored Waiting(ConversationStanding standing, Turn waiting) => new()
    {
        Conversation = standing.Conversation,
        State = standing.State,
        Message = new MessageAnalyzed
        {
            Conversation = standing.Conversation,
            MessageId = waiting.MessageId,
            Kind = MessageKind.Message,
            Sender = new Sender(waiting.Role),
            SentAt = waiting.SentAt,
            Text = waiting.Text,
        },
    };
}
