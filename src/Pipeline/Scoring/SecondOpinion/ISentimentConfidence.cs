using Pipeline.Messages;

namespace Pipeline.Scoring.SecondOpinion;

/// <summary>Tells how sure the local analyser's sentiment is. A model with calibrated probabilities answers with its own.</summary>
public interface ISentimentConfidence
{
    /// <summary>How likely the sentiment of an analysis is right, 0 to 1.</summary>
    /// <param name="analysis">What the local analyser found.</param>
    /// <param name="text">The masked text it was found in.</param>
    double Of(TextAnalysis analysis, string text);
}
