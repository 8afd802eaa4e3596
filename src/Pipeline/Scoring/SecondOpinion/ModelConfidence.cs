using Pipeline.Messages;

namespace Pipeline.Scoring.SecondOpinion;

/// <summary>The calibrated probability that the model itself gives its sentiment; an analysis without one counts as sure.</summary>
public sealed class ModelConfidence : ISentimentConfidence
{
    /// <inheritdoc/>
    public double Of(TextAnalysis analysis, string text) => analysis.SentimentConfidence ?? 1;
}
