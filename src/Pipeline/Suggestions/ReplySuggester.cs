using Pipeline.Messages;
using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Fitting;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Replies;
using Pipeline.Suggestions.Retrieval;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions;

/// <summary>
/// Suggests replies to a customer's message. A pure function of the message, the candidates and the settings: no clock,
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
    /// <param name="scored">The customer's message with the state of its conversation.</param>
    /// <param name="index">What may be suggested, in the language of <see cref="LanguageOf"/>.</param>
    /// <param name="options">The settings.</param>
    public static IReadOnlyList<Suggestion> Suggest(MessageScored scored, CandidateIndex index, SuggestionOptions options)
    {
        if (options.MaxSuggestions == 0 || (string.IsNullOrWhiteSpace(scored.Message.Text) && scored.Message.Attachments.Count == 0))
        {
            return [];
        }

        var situation = new Situation(scored, index.Language);
        var weights = FitWeights.Default.In(situation);
        var values = new SlotValues(scored, index.Language, options);
        var ranking = new CandidateRanking(
            index, situation, weights, options.MinimumScore,
            candidate => KindHandicap.Of(candidate.Kind) * BlankPenalty.Of(candidate.Text, values));
        var fitting = new ReplyFitting(scored, situation, values, options);
        return
        [
            .. ReplyChoice.Of(BestFirst, index, situation, fitting, options.MaxSuggestions)
                .Select(reply => Write(scored, reply, Reasons(reply, situation, weights))),
        ];

        IEnumerable<RankedCandidate> BestFirst(Func<PhraseCategory, bool> isOpen) =>
            PastReplyOrder.Of(ranking.BestFirst(isOpen), index, scored);
    }

    private static Suggestion Write(MessageScored scored, ChosenReply reply, IEnumerable<string> reasons)
    {
        var candidate = reply.Ranked.Candidate;
        var name = candidate.Kind == CandidateKind.Phrase ? candidate.Id : candidate.Source;
        return new Suggestion(
            ConversationKeys.BusId("suggestion", scored.Conversation.Key, scored.Message.MessageId, name),
            reply.Fitted.Text,
            PhraseWords.Name(candidate.Category),
            candidate.Source,
            Math.Round(reply.Ranked.Score, 4),
            [.. reply.Fitted.Reasons.Concat(reasons).Take(SuggestionReasons.Most)])
        {
            Blanks = reply.Fitted.Blanks,
        };
    }

    /// <summary>Of a past reply first of all that it is one: nobody has approved it.</summary>
    private static IEnumerable<string> Reasons(ChosenReply reply, Situation situation, SituationWeights weights)
    {
        var (candidate, told) = (reply.Ranked.Candidate, SuggestionReasons.Of(reply.Ranked, situation, weights));
        return candidate.Kind == CandidateKind.Reply
            ? told.Prepend(PastReply.Reason(candidate, candidate.Intents.Any(situation.Intents.ContainsKey), situation.Language == "fr"))
            : told;
    }

    private static string? Known(string? language) =>
        PhraseWords.Languages.FirstOrDefault(known => language is { Length: >= 2 }
            && language.StartsWith(known, StringComparison.OrdinalIgnoreCase)
            && (language.Length == 2 || language[2] is '-' or '_'));
}
