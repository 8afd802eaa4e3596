using Azure.AI.TextAnalytics;
using Pipeline.Messages;

namespace Pipeline.AzureServices.Language;

/// <summary>What the service found, as an analysis. The service gives no emotions, so the analysis names only <see cref="Emotion.Neutral"/>.</summary>
internal static class SentimentMapping
{
    private const int MostEvidence = 5;

    /// <summary>The analysis of one document.</summary>
    /// <param name="found">What the service found.</param>
    /// <param name="language">The language it was told.</param>
    /// <param name="modelVersion">The service's model; null when it did not say.</param>
    public static TextAnalysis Of(DocumentSentiment found, string language, string? modelVersion) => new()
    {
        Language = language,
        LanguageConfidence = 1,
        Sentiment = Of(found.Sentiment),
        Valence = Difference(found.ConfidenceScores),
        Emotions = [new(Emotion.Neutral, 1)],
        Intensity = 0,
        Evidence = [.. found.Sentences.SelectMany(Evidence).OrderByDescending(evidence => Math.Abs(evidence.Weight)).Take(MostEvidence)],
        Scorer = $"{LanguageAnalyzer.ScorerName}/{modelVersion ?? "latest"}",
    };

    private static Sentiment Of(TextSentiment sentiment) => sentiment switch
    {
        TextSentiment.Positive => Sentiment.Positive,
        TextSentiment.Negative => Sentiment.Negative,
        TextSentiment.Mixed => Sentiment.Mixed,
        _ => Sentiment.Neutral,
    };

    /// <summary>The words of the opinions in a sentence: "very slow", of a target such as "delivery".</summary>
    private static IEnumerable<TextEvidence> Evidence(SentenceSentiment sentence) =>
        from opinion in sentence.Opinions
        from assessment in opinion.Assessments
        select new TextEvidence(assessment.Text, Difference(assessment.ConfidenceScores));

    private static double Difference(SentimentConfidenceScores scores) => Math.Round(scores.Positive - scores.Negative, 3);
}
