using Pipeline.Messages;

namespace Pipeline.Scoring.Feelings;

/// <summary>What is felt in a text.</summary>
internal sealed record FeelingResult(
    Sentiment Sentiment,
    double Valence,
    IReadOnlyList<EmotionScore> Emotions,
    int Intensity,
    double Aggression,
    IReadOnlyList<TextEvidence> Evidence,
    List<Feeling> Feelings);
