namespace Pipeline.Suggestions.Ranking;

/// <summary>What was learned for ranking replies. Immutable.</summary>
/// <param name="Name">Its name and version.</param>
/// <param name="Vectors">The encoder.</param>
/// <param name="Counts">The replies of training.</param>
/// <param name="Rarity">The words of training.</param>
/// <param name="Weights">What each aspect weighs: <see cref="ReplyAspects.Names"/>, once for any
/// conversation, and once more for one that follows a known script.</param>
/// <param name="Typical">How much of each aspect a reply usually has: what explanations compare with.</param>
internal sealed record RankerModel(
    string Name, VectorTable Vectors, ReplyCounts Counts, WordRarity Rarity, float[] Weights, float[] Typical)
{
    /// <summary>What an aspect weighs in a conversation.</summary>
    /// <param name="aspect">Its place among the names.</param>
    /// <param name="familiar">How known the script is, 0 to 1.</param>
    public float WeightOf(int aspect, float familiar) => Weights[aspect] + (familiar * Weights[ReplyAspects.Names.Length + aspect]);
}
