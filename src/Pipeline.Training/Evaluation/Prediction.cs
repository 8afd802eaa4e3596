using Pipeline.Messages;
using Pipeline.Scoring.Models;

namespace Pipeline.Training.Evaluation;

/// <summary>What an analyser said of a message.</summary>
/// <param name="Sentiment">The sentiment.</param>
/// <param name="Emotion">The dominant emotion.</param>
/// <param name="Confidence">How likely it is, 0 to 1.</param>
/// <param name="Intensity">0 to 3.</param>
/// <param name="Aggression">Whether somebody is attacked.</param>
/// <param name="WantsHuman">Whether a person is asked for.</param>
/// <param name="Intent">What it is about; null when it does not tell.</param>
/// <param name="Language">The language found; null when nobody asked.</param>
public sealed record Prediction(
    Sentiment Sentiment, Emotion Emotion, double Confidence, int Intensity, bool Aggression, bool WantsHuman, string? Intent, string? Language = null)
{
    private const double Sure = 0.5;

    /// <summary>What the product would say.</summary>
    public static Prediction Of(TextAnalysis analysis) => new(
        analysis.Sentiment,
        analysis.DominantEmotion,
        analysis.Emotions[0].Probability,
        analysis.Intensity,
        analysis.Aggression >= Sure,
        analysis.Signals.Contains("wants_human"),
        analysis.Intent,
        analysis.Language);

    /// <summary>What a model's probabilities say.</summary>
    internal static Prediction Of(ReadOnlySpan<float> columns)
    {
        var emotion = Decisions.EmotionOf(columns);
        return new(
            Decisions.SentimentOf(columns),
            emotion,
            columns[Heads.Emotion + (int)emotion],
            Decisions.IntensityOf(columns),
            columns[Heads.Aggression] >= Sure,
            columns[Heads.WantsHuman] >= Sure,
            Decisions.IntentOf(columns).Intent);
    }
}
