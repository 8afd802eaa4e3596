namespace Pipeline.Suggestions.Ranking;

/// <summary>What the encoder reads in a reply.</summary>
internal static class ReplyFeatures
{
    /// <summary>The features of a reply.</summary>
    public static FeatureBag Of(TurnReading reply)
    {
        var bag = new FeatureBag();
        bag.AddRuns(reply.Words, 70, 1);
        bag.EndGroup();
        bag.AddRuns(reply.Words, 72, 3, templates: true);
        bag.EndGroup();
        bag.Add(RankingHash.Of(80, reply.Template));
        bag.Add(RankingHash.Of(81, reply.LastSentence));
        bag.Add(RankingHash.Of(82, reply.Head));
        bag.Add(RankingHash.Of(83, reply.Exact));
        bag.Add(RankingHash.Of(84, 0));
        bag.Add(RankingHash.Of(85, (uint)Math.Min(12, reply.Words.Length / 3), reply.Asks ? 1u : 0));
        bag.EndGroup(2);
        return bag;
    }
}
