using Pipeline.Messages;
using Pipeline.Scoring.Lexicons;
using Pipeline.Scoring.Words;

namespace Pipeline.Scoring.Feelings;

/// <summary>
/// Sums the feelings of a text. Weights of one side combine as independent evidence does, 1 - (1-a)(1-b)…, so that many weak words never
/// outweigh a strong one by number alone; the valence is the pleasure less the displeasure.
/// </summary>
internal static class FeelingScorer
{
    private const int MostEvidence = 5;
    private const double LeastValence = 0.15;
    private const double RealSide = 0.35;
    private const double Balance = 0.45;
    private const double Clear = 0.45;
    private const double Strong = 0.8;
    private const double ShoutedForNothing = 0.35;

    /// <summary>Scores a text.</summary>
    public static FeelingResult Score(
        Reading reading, List<Word> words, List<PhraseMatch> matches, Vocabulary vocabulary, LanguageLexicon lexicon)
    {
        var feelings = FeelingReader.Read(reading, words, matches, vocabulary, lexicon);
        Irony.SeeThrough(feelings, reading, words, vocabulary, lexicon);
        Span<double> emotions = stackalloc double[(int)Emotion.Disappointment + 1];
        var (pleasure, displeasure, aggression, strongest) = (0d, 0d, 0d, 0d);
        foreach (var feeling in feelings)
        {
            if (feeling.Emotion is { } emotion)
            {
                emotions[(int)emotion] = Join(emotions[(int)emotion], feeling.Strength);
                pleasure = Join(pleasure, Math.Max(0, feeling.Valence));
                displeasure = Join(displeasure, Math.Max(0, -feeling.Valence));
                aggression = Join(aggression, feeling.Group.Aggression);
                strongest = Math.Max(strongest, feeling.Strength);
            }
        }

        if (strongest == 0 && IsImpatient(reading, feelings))
        {
            emotions[(int)Emotion.Annoyance] = displeasure = strongest = ShoutedForNothing;
        }

        Enrage(emotions, reading);
        var valence = Math.Round(pleasure - displeasure, 3);
        return new(
            Label(pleasure, displeasure, valence),
            valence,
            EmotionShares.Of(emotions),
            Intensity(strongest),
            Math.Round(aggression, 3),
            Evidence(feelings, reading, words),
            feelings);
    }

    private static double Join(double left, double right) => 1 - ((1 - left) * (1 - right));

    /// <summary>Capitals all through, or a row of marks, without a word of feeling: somebody is losing patience.</summary>
    private static bool IsImpatient(Reading reading, List<Feeling> feelings) =>
        (reading.IsShouted && reading.Letters >= 8) || (reading.Asks && reading.LongestRun >= 3)
        || (reading.Exclamations >= 2 && feelings.Exists(feeling => feeling.Has(FeelingMarks.Trouble)));

    /// <summary>Irritation that is shouted is anger.</summary>
    private static void Enrage(Span<double> emotions, Reading reading)
    {
        ref var annoyance = ref emotions[(int)Emotion.Annoyance];
        if (annoyance >= 0.5 && (reading.IsShouted || reading.Exclamations >= 3))
        {
            emotions[(int)Emotion.Anger] = Join(emotions[(int)Emotion.Anger], annoyance);
            annoyance /= 2;
        }
    }

    private static Sentiment Label(double pleasure, double displeasure, double valence) =>
        pleasure >= RealSide && displeasure >= RealSide && Math.Min(pleasure, displeasure) >= Balance * Math.Max(pleasure, displeasure)
            ? Sentiment.Mixed
        : valence >= LeastValence ? Sentiment.Positive
        : valence <= -LeastValence ? Sentiment.Negative
        : Sentiment.Neutral;

    private static int Intensity(double strongest) => strongest switch { 0 => 0, < Clear => 1, < Strong => 2, _ => 3 };

    private static TextEvidence[] Evidence(List<Feeling> feelings, Reading reading, List<Word> words) =>
    [
        .. feelings.Where(feeling => feeling.Strength > 0 && feeling.Emotion is not null)
            .OrderByDescending(feeling => feeling.Strength).ThenBy(feeling => feeling.FirstWord).Take(MostEvidence)
            .Select(feeling => new TextEvidence(
                reading.Text[words[feeling.FirstWord].Start..words[feeling.LastWord].End], Math.Round(feeling.Valence, 3))),
    ];
}
