// Declarations only, a subset of the package Azure.AI.TextAnalytics: see docs/azure-api.md.
#nullable disable
namespace Azure.AI.TextAnalytics;

public readonly struct SentenceSentiment
{
    internal SentenceSentiment(IReadOnlyCollection<SentenceOpinion> opinions) => Opinions = opinions;

    public IReadOnlyCollection<SentenceOpinion> Opinions { get; }
}
