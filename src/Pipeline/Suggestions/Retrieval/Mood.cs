using Pipeline.Messages;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>How the customer feels, as far as it changes how to answer.</summary>
public enum Mood
{
    /// <summary>No feeling to answer to.</summary>
    Calm,

    /// <summary>Angry, annoyed or let down: acknowledge first, never celebrate.</summary>
    Upset,

    /// <summary>Afraid or worried: reassure.</summary>
    Worried,

    /// <summary>Sad: be gentle.</summary>
    Sad,

    /// <summary>Not understanding: be plain.</summary>
    Confused,

    /// <summary>Glad or thankful: share it.</summary>
    Pleased,
}

/// <summary>Reads the mood.</summary>
internal static class Moods
{
    /// <summary>A valence beyond this, either way, is a feeling even when no emotion was named.</summary>
    private const double Felt = 0.3;

    public static Mood Of(TextAnalysis? analysis, EmotionalJourney journey)
    {
        if (analysis is null)
        {
            return OfValence(journey.Smoothed);
        }

        if (analysis.Aggression >= 0.5)
        {
            return Mood.Upset;
        }

        var mood = Of(analysis.DominantEmotion);
        return mood switch
        {
            // "Merci, mais ça coupe toujours": where displeasure is part of it, displeasure is what to answer.
            Mood.Pleased or Mood.Calm when analysis.Sentiment is Sentiment.Negative or Sentiment.Mixed =>
                analysis.Emotions.Select(score => Of(score.Emotion))
                    .FirstOrDefault(other => other is Mood.Upset or Mood.Worried or Mood.Sad, Mood.Upset),
            Mood.Calm when analysis.Valence is > Felt or < -Felt => OfValence(analysis.Valence),

            // A flat answer in the middle of a quarrel does not end the quarrel.
            Mood.Calm when journey.Smoothed < -Felt => Mood.Upset,
            _ => mood,
        };
    }

    private static Mood Of(Emotion emotion) => emotion switch
    {
        Emotion.Anger or Emotion.Annoyance or Emotion.Disappointment => Mood.Upset,
        Emotion.Fear => Mood.Worried,
        Emotion.Sadness => Mood.Sad,
        Emotion.Confusion => Mood.Confused,
        Emotion.Joy or Emotion.Gratitude => Mood.Pleased,
        _ => Mood.Calm,
    };

    private static Mood OfValence(double valence) => valence switch
    {
        > Felt => Mood.Pleased,
        < -Felt => Mood.Upset,
        _ => Mood.Calm,
    };
}
