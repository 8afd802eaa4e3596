using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Retrieval;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Speaking;

/// <summary>Chooses the phrase that asks a waiting customer for patience. A pure function: no clock, no chance.</summary>
internal static class HoldingPhrase
{
    /// <summary>
    /// One made for what the conversation is about, else one for any situation; never one whose words the customer has read. Which of several is
    /// decided by a hash, so that silences differ and a repeated run says the same. Null when the library has none that fits.
    /// </summary>
    public static Suggestion? Choose(PhraseIndex index, ConversationStanding standing, Turn waiting, SuggestionOptions options)
    {
        var (conversation, state, _) = standing;
        var values = new SlotValues(state, conversation.Brand, options);
        Fingerprint[] told = [.. state.Window.Where(turn => turn.Role != SenderRole.Customer).Select(turn => index.Read(turn.Text).Fingerprint)];
        var chosen = index.Phrases
            .Select((phrase, place) => (Phrase: phrase, Place: place))
            .Where(candidate => candidate.Phrase.Category == PhraseCategory.Holding
                && candidate.Phrase.Allows(conversation.Brand, conversation.Channel)
                && (candidate.Phrase.Intents.Count == 0 || (state.Intent is { } intent && candidate.Phrase.Intents.Contains(intent)))
                && !told.Any(index.Fingerprints[candidate.Place].WasSaidIn))
            .Select(candidate => (candidate.Phrase, Text: SlotFiller.Fill(candidate.Phrase, values)))
            .Where(candidate => candidate.Text is not null)
            .OrderByDescending(candidate => candidate.Phrase.Intents.Count > 0)
            .ThenBy(candidate => StableHash.Of($"{conversation.Key}|{waiting.MessageId}|{candidate.Phrase.Id}"))
            .FirstOrDefault();
        return chosen.Phrase is null
            ? null
            : new Suggestion(
                ConversationKeys.BusId("holding", conversation.Key, waiting.MessageId, chosen.Phrase.Id),
                chosen.Text!,
                PhraseWords.Name(PhraseCategory.Holding),
                $"phrase:{chosen.Phrase.Id}",
                1,
                [index.Language == "fr" ? "le client attend" : "the customer is waiting"]);
    }
}
