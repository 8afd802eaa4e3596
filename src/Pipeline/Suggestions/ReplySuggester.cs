using Pipeline.Messages;
using Pipeline.Suggestions.Fitting;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Retrieval;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions;

/// <summary>
/// Drafts replies from the phrase library for a customer's message. A pure function of the message, the phrases and the settings: no clock,
/// no chance.
/// </summary>
public static class ReplySuggester
{
    /// <summary>
    /// The language to answer in: the conversation's, else what the platform or the account suggests; null when neither is one of ours.
    /// </summary>
    public static string? LanguageOf(MessageScored scored) =>
        Known(scored.State.Language) ?? Known(scored.Conversation.LanguageHint);

    /// <summary>The suggestions, best first; none when nothing fits well enough or the message has nothing to answer.</summary>
    public static IReadOnlyList<Suggestion> Suggest(MessageScored scored, PhraseIndex index, SuggestionOptions options)
    {
        if (options.MaxSuggestions == 0 || (string.IsNullOrWhiteSpace(scored.Message.Text) && scored.Message.Attachments.Count == 0))
        {
            return [];
        }

        var situation = new Situation(scored, index);
        var weights = FitWeights.Default.In(situation);
        var values = new SlotValues(scored, index.Language, options);
        var ranked = BlankPenalty.Lower(
            PhraseRanking.Of(index, situation, weights, options.MinimumScore), values, options.MinimumScore);
        var fitting = new ReplyFitting(scored, situation, index, values, options);
        return
        [
            .. ReplyChoice.Of(ranked, index, situation, fitting, options.MaxSuggestions).Select(reply => new Suggestion(
                ConversationKeys.BusId("suggestion", scored.Conversation.Key, scored.Message.MessageId, reply.Ranked.Phrase.Id),
                reply.Fitted.Text,
                PhraseWords.Name(reply.Ranked.Phrase.Category),
                reply.Ranked.Phrase.Source,
                Math.Round(reply.Ranked.Score, 4),
                [.. reply.Fitted.Reasons.Concat(SuggestionReasons.Of(reply.Ranked, index, situation, weights)).Take(SuggestionReasons.Most)])
            {
                Blanks = reply.Fitted.Blanks,
            }),
        ];
    }

    private static string? Known(string? language) =>
        PhraseWords.Languages.FirstOrDefault(known => language is { Length: >= 2 }
            && language.StartsWith(known, StringComparison.OrdinalIgnoreCase)
            && (language.Length == 2 || language[2] is '-' or '_'));
}
