namespace Pipeline.Suggestions.Ranking;

/// <summary>How rare words are, 0 to 1: a rare word that customer and reply share says more than a common one.</summary>
/// <param name="common">How many texts hold each of the common words.</param>
/// <param name="texts">How many texts there were.</param>
internal sealed class WordRarity(IReadOnlyDictionary<uint, int> common, int texts)
{
    private readonly float _most = MathF.Log(1 + texts);

    /// <summary>The common words, and how many texts hold each.</summary>
    public IReadOnlyDictionary<uint, int> Common => common;

    /// <summary>How many texts there were.</summary>
    public int Texts => texts;

    /// <summary>How rare a word is.</summary>
    public float Of(uint word) => common.TryGetValue(word, out var count) ? MathF.Log((1f + texts) / (1 + count)) / _most : 1;
}
