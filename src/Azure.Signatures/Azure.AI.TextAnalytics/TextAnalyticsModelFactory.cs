// Declarations only, a subset of the package Azure.AI.TextAnalytics: see docs/azure-api.md.
#nullable disable
namespace Azure.AI.TextAnalytics;

public static class TextAnalyticsModelFactory
{
    public static AnalyzeSentimentResultCollection AnalyzeSentimentResultCollection(
        IEnumerable<AnalyzeSentimentResult> list, TextDocumentBatchStatistics statistics, string modelVersion) => new([.. list], modelVersion);

    public static AnalyzeSentimentResult AnalyzeSentimentResult(
        string id, TextDocumentStatistics statistics, DocumentSentiment documentSentiment) => new(id, null, documentSentiment);

    public static AnalyzeSentimentResult AnalyzeSentimentResult(string id, TextAnalyticsError error) => new(id, error, null);

    public static DocumentSentiment DocumentSentiment(
        TextSentiment sentiment,
        double positiveScore,
        double neutralScore,
        double negativeScore,
        List<SentenceSentiment> sentenceSentiments,
        IList<TextAnalyticsWarning> warnings = null) => new(sentiment, new(positiveScore, negativeScore), sentenceSentiments);

    public static SentenceSentiment SentenceSentiment(
        TextSentiment sentiment,
        string text,
        double positiveScore,
        double neutralScore,
        double negativeScore,
        int offset,
        int length,
        IEnumerable<SentenceOpinion> opinions) => new([.. opinions]);

    public static SentenceOpinion SentenceOpinion(TargetSentiment target, IEnumerable<AssessmentSentiment> assessments) => new([.. assessments]);

    public static AssessmentSentiment AssessmentSentiment(
        TextSentiment sentiment, double positiveScore, double negativeScore, string text, bool isNegated, int offset, int length) =>
        new(new(positiveScore, negativeScore), text);

    public static TextAnalyticsError TextAnalyticsError(string code, string message, string target = null) => new(code);

    public static RecognizePiiEntitiesResultCollection RecognizePiiEntitiesResultCollection(
        IEnumerable<RecognizePiiEntitiesResult> list, TextDocumentBatchStatistics statistics, string modelVersion) => new([.. list]);

    public static RecognizePiiEntitiesResult RecognizePiiEntitiesResult(
        string id, TextDocumentStatistics statistics, PiiEntityCollection entities) => new(id, null, entities);

    public static RecognizePiiEntitiesResult RecognizePiiEntitiesResult(string id, TextAnalyticsError error) => new(id, error, null);

    public static PiiEntityCollection PiiEntityCollection(
        IEnumerable<PiiEntity> entities, string redactedText, IEnumerable<TextAnalyticsWarning> warnings = null) => new([.. entities]);

    public static PiiEntity PiiEntity(string text, string category, string subCategory, double score, int offset, int length) =>
        new(category, score, offset, length);
}
