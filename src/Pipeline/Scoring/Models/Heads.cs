using Pipeline.Scoring.Intents;

namespace Pipeline.Scoring.Models;

/// <summary>
/// The outputs of the model side by side, one column each; the weights of a feature, a byte each, are one row of them. The order is part of the
/// format of the model file.
/// </summary>
public static class Heads
{
    /// <summary>Sentiment: one of <see cref="SentimentCount"/>, in the order of <see cref="Messages.Sentiment"/>.</summary>
    public const int Sentiment = 0;

    /// <summary>How many sentiments there are.</summary>
    public const int SentimentCount = (int)Messages.Sentiment.Mixed + 1;

    /// <summary>The dominant emotion: one of <see cref="EmotionCount"/>, in the order of <see cref="Messages.Emotion"/>.</summary>
    public const int Emotion = Sentiment + SentimentCount;

    /// <summary>How many emotions there are.</summary>
    public const int EmotionCount = (int)Messages.Emotion.Disappointment + 1;

    /// <summary>Whether the intensity is at least 1, 2, 3.</summary>
    public const int Intensity = Emotion + EmotionCount;

    /// <summary>How many steps of intensity there are above none.</summary>
    public const int IntensityCount = 3;

    /// <summary>Whether somebody is attacked.</summary>
    public const int Aggression = Intensity + IntensityCount;

    /// <summary>Whether a person is asked for.</summary>
    public const int WantsHuman = Aggression + 1;

    /// <summary>The intent: one of <see cref="IntentCount"/>, in the order of <see cref="IntentNames.Ordered"/>.</summary>
    public const int Intent = WantsHuman + 1;

    /// <summary>How many intents there are.</summary>
    public const int IntentCount = 29;

    /// <summary>All columns.</summary>
    public const int Columns = Intent + IntentCount;

    /// <summary>The first columns, which hold sentiment and emotion: a multiple of 16 for the sake of wide registers.</summary>
    public const int Felt = 16;

    /// <summary>The units of the hidden layer, which all answers share.</summary>
    public const int Hidden = 64;

    /// <summary>The weights of one feature: to each hidden unit, then to each column.</summary>
    public const int Row = Hidden + Columns;
}
