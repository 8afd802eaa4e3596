using Pipeline.Messages;

namespace Pipeline.Transcripts;

/// <summary>Follows the customer's feeling from message to message.</summary>
internal static class JourneyFold
{
    private const double NewestWeight = 0.5;

    public static EmotionalJourney After(EmotionalJourney before, TextAnalysis analysis)
    {
        var first = before.Scored == 0;
        var worst = first || analysis.Valence < before.WorstValence;
        var expressed = analysis.DominantEmotion != Emotion.Neutral;
        return before with
        {
            Start = before.Start ?? (expressed ? analysis.DominantEmotion : null),
            StartValence = first ? analysis.Valence : before.StartValence,
            Worst = worst ? analysis.DominantEmotion : before.Worst,
            WorstValence = worst ? analysis.Valence : before.WorstValence,
            Last = analysis.DominantEmotion,
            LastValence = analysis.Valence,
            Smoothed = first
                ? analysis.Valence
                : Math.Round((before.Smoothed * (1 - NewestWeight)) + (analysis.Valence * NewestWeight), 4),
            NegativeStreak = analysis.Sentiment == Sentiment.Negative ? before.NegativeStreak + 1 : 0,
            Scored = before.Scored + 1,
        };
    }
}
