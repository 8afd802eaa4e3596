using Pipeline.Messages;
using Pipeline.Scoring.Intents;

namespace Pipeline.Scoring.Models;

/// <summary>
/// The outputs of the models side by side: 64 columns, so that the weights of a feature, a byte each, fill one cache line. The order is
/// part of the format of the model files.
/// </summary>
public static class Heads
{
    /// <summary>All columns, unused ones at the end included.</summary>
    public const int Columns = 64;

    /// <summary>Sentiment: one of <see cref="SentimentCount"/>, in the order of <see cref="Messages.Sentiment"/>.</summary>
    public const int Sentiment = 0;

    /// <summary>How many sentiments there are.</summary>
    public const int SentimentCount = (int)Messages.Sentiment.Mixed + 1;

    /// <summary>The dominant emotion: one of <see cref="EmotionCount"/>, in the order of <see cref="Emotion"/>.</summary>
    public const int Dominant = Sentiment + SentimentCount;

    /// <summary>How many emotions there are.</summary>
    public const int EmotionCount = (int)Emotion.Disappointment + 1;

    /// <summary>Whether each emotion is there at all.</summary>
    public const int Present = Dominant + EmotionCount;

    /// <summary>Whether the intensity is at least 1, 2, 3.</summary>
    public const int Intensity = Present + EmotionCount;

    /// <summary>How many steps of intensity there are above none.</summary>
    public const int IntensityCount = 3;

    /// <summary>Whether somebody is attacked.</summary>
    public const int Aggression = Intensity + IntensityCount;

    /// <summary>Whether a person is asked for.</summary>
    public const int WantsHuman = Aggression + 1;

    /// <summary>The intent, in the order of <see cref="IntentNames.Ordered"/>.</summary>
    public const int Intent = WantsHuman + 1;

    /// <summary>How many intents there are.</summary>
    public const int IntentCount = 29;

    /// <summary>The columns in use.</summary>
    public const int Used = Intent + IntentCount;
}
