// Declarations only, a subset of the package Azure.AI.TextAnalytics: see docs/azure-api.md.
#nullable disable
namespace Azure.AI.TextAnalytics;

public readonly struct SentenceOpinion
{
    internal SentenceOpinion(IReadOnlyCollection<AssessmentSentiment> assessments) => Assessments = assessments;

    public IReadOnlyCollection<AssessmentSentiment> Assessments { get; }
}
