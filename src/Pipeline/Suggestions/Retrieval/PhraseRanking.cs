using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>A phrase that fits.</summary>
/// <param name="Place">Its place in the index.</param>
/// <param name="Phrase">The phrase.</param>
/// <param name="Fit">How it fits.</param>
/// <param name="Score">How well, 0 to 1.</param>
internal sealed record RankedPhrase(int Place, Phrase Phrase, PhraseFit Fit, double Score);

/// <summary>Compares a situation with the phrases of a library.</summary>
internal static class PhraseRanking
{
    /// <summary>A phrase for any situation fits a known one less than a phrase made for it.</summary>
    private const double AnySituation = 0.45;

    /// <summary>Where nothing tells what it is about, a phrase made for a situation needs the customer's words to speak for it.</summary>
    private const double UnknownSituation = 0.3;

    /// <summary>At this share of the weight of a unique word, the words count half.</summary>
    private const double HalfWords = 1.2;

    /// <summary>The phrases that reach the score, best first; equals by id.</summary>
    public static IReadOnlyList<RankedPhrase> Of(PhraseIndex index, Situation situation, SituationWeights weights, double minimumScore)
    {
        var said = new SaidWords(index, situation);
        if (situation is { Moment: Moment.Working, Intents.Count: 0 } && said.Places.Count == 0)
        {
            // Nothing tells what it is about: whatever fits the moment would be a guess.
            return [];
        }

        var ranked = new List<RankedPhrase>();
        foreach (var place in Gather(index, situation, said))
        {
            var phrase = index.Phrases[place];
            if (phrase.Allows(situation.Brand, situation.Channel)
                && FitOf(index, place, situation, said) is { Tone: > 0, Moment: > 0 } fit
                && weights.Score(fit) >= minimumScore)
            {
                // Compared last, and only for the few that would do otherwise: it takes every word of the turns.
                fit = fit with { Told = index.Fingerprints[place].ShareIn(situation.Told) };
                ranked.Add(new(place, phrase, fit, weights.Score(fit)));
            }
        }

        ranked.RemoveAll(candidate => candidate.Score < minimumScore);
        ranked.Sort(static (left, right) =>
            right.Score.CompareTo(left.Score) is var order and not 0 ? order : left.Place.CompareTo(right.Place));
        return ranked;
    }

    /// <summary>The phrases for the situation, those for any, and those that hold a word of the customer.</summary>
    private static List<int> Gather(PhraseIndex index, Situation situation, SaidWords said)
    {
        var seen = new bool[index.Phrases.Count];
        var candidates = new List<int>();
        foreach (var place in said.Places.Concat(situation.Intents.Keys.Concat(situation.Related).SelectMany(index.For)).Concat(index.Generic))
        {
            if (!seen[place])
            {
                seen[place] = true;
                candidates.Add(place);
            }
        }

        return candidates;
    }

    private static PhraseFit FitOf(PhraseIndex index, int place, Situation situation, SaidWords said)
    {
        var phrase = index.Phrases[place];
        return new(phrase.Category, phrase.Tone)
        {
            Intent = IntentOf(phrase, situation),
            NewestIntent = situation.NewestIntent is { } newest && phrase.Intents.Contains(newest) ? situation.NewestIntentConfidence : 0,
            Topic = situation.Topic is { } topic && phrase.Intents.Contains(topic) ? 1 : 0,
            Related = phrase.Intents.Any(situation.Related.Contains) ? 1 : 0,
            TopicShare = MostOf(phrase, situation.TopicShares),
            SubjectWords = Share(MostOf(phrase, said.Subjects)),
            SubjectAnswers = Share(MostOf(phrase, said.AnsweredSubjects)),
            Narrow = phrase.Intents.Count == 0 ? 0 : 1.0 / phrase.Intents.Count,
            Words = Share(said.All[place]),
            NewestWords = Share(said.Newest[place]),
            AnswerWords = Share(said.Answer[place]),
            Tone = Fit.Of(phrase.Tone, situation.Mood),
            Moment = IsCalledFor(index, place, situation) ? Fit.Of(phrase.Category, situation) : 0,
            Lead = Fit.Lead(situation) == phrase.Category ? 1 : 0,
            Mandatory = phrase.Mandatory ? 1 : 0,
            Brand = phrase.Brands.Count > 0 ? 1 : 0,
        };

        double Share(double words) => words / index.UniqueWord is var share ? share / (share + HalfWords) : 0;
    }

    private static double MostOf(Phrase phrase, IReadOnlyDictionary<string, double> amounts)
    {
        var most = 0.0;
        foreach (var intent in phrase.Intents)
        {
            most = Math.Max(most, amounts.GetValueOrDefault(intent));
        }

        return most;
    }

    private static double IntentOf(Phrase phrase, Situation situation)
    {
        if (phrase.Intents.Count == 0)
        {
            return AnySituation;
        }

        if (situation.Intents.Count == 0)
        {
            return UnknownSituation;
        }

        var most = 0.0;
        foreach (var intent in phrase.Intents)
        {
            most = Math.Max(most, situation.Intents.GetValueOrDefault(intent));
        }

        return most;
    }

    /// <summary>A phrase for any situation that has keywords states something the customer must have brought up ("sorry for the wait").</summary>
    private static bool IsCalledFor(PhraseIndex index, int place, Situation situation) =>
        index.Phrases[place].Intents.Count > 0
        || !index.HasKeywords(place)
        || situation.Words.Any(said => index.IsKeyword(place, said.Token.Stem));
}
