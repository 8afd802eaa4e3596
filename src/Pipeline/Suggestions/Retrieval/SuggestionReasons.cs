using Pipeline.Suggestions.Candidates;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>Says why a candidate is offered, in the conversation's language: the article that it comes from, then what weighed most, at most three.</summary>
internal static class SuggestionReasons
{
    /// <summary>The most reasons of a suggestion.</summary>
    public const int Most = 3;

    /// <summary>An aspect that fits less than this is no reason.</summary>
    private const double Telling = 0.6;

    public static IReadOnlyList<string> Of(RankedCandidate ranked, Situation situation, SituationWeights weights)
    {
        var fit = ranked.Fit;
        var french = situation.Language == "fr";
        var reasons = new List<(double Weight, string? Text)>
        {
            (weights.Subject(fit), fit.Intent >= Telling ? Subject(ranked.Candidate, situation, french) : null),
            (weights.Words(fit), Words(ranked, situation, french)),
            (weights.Tone(fit), fit.Tone >= Telling ? ReasonTexts.Tone(situation.Mood, ranked.Candidate.Tone, french) : null),
            (weights.Moment(fit), fit.Moment >= Telling ? ReasonTexts.Moment(situation.Moment, french) : null),
            (weights.Mandatory(fit), fit.Mandatory > 0 ? ReasonTexts.Mandatory(french) : null),
        };
        var told = reasons.Where(reason => reason.Text is not null).OrderByDescending(reason => reason.Weight).Select(reason => reason.Text!);
        string[] most = [.. (ReasonTexts.Article(ranked.Candidate, french) is { } article ? told.Prepend(article) : told).Take(Most)];
        return most.Length > 0 ? most : [ReasonTexts.General(french)];
    }

    private static string? Subject(ReplyCandidate candidate, Situation situation, bool french)
    {
        var intent = candidate.Intents.MaxBy(intent => situation.Intents.GetValueOrDefault(intent));
        return intent is null ? null : (french ? "Même situation : " : "Same situation: ") + IntentNames.Of(intent, french);
    }

    /// <summary>Only words that the author of the phrase chose as keywords are repeated, so that nothing personal can be.</summary>
    private static string? Words(RankedCandidate ranked, Situation situation, bool french)
    {
        string[] words =
        [
            .. situation.Words
                .Where(said => said.Token.Surface.Length > 0 && ranked.Segment.IsKeyword(ranked.Place, said.Hash))
                .OrderByDescending(said => said.Weight)
                .Take(3)
                .Select(said => said.Token.Surface),
        ];
        return words.Length == 0 ? null : (french ? "Mots du client : " : "The customer's words: ") + string.Join(", ", words);
    }
}
